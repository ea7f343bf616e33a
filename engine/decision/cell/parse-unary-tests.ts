import type { Result } from '../../issue.ts';
import type { CellContext } from './cell-context.ts';
import { CellParser, CellSyntaxError } from './cell-parser.ts';
import { diagnoseCell } from './diagnose-cell.ts';
import { cellProblem, tokenizeCell } from './tokenize-cell.ts';
import type { UnaryTests } from './unary-tests.ts';

/** The longest cell that is read. chosen: 10,000, because a person reads a cell at a glance and a list of 1,000 codes still fits. */
export const maxCellLength = 10_000;

/** A repair may need several steps (`gold or silver`); more than this and the cell is no slip of the hand. */
const maxRepairSteps = 20;

/**
 * Reads a cell: S-FEEL unary tests over numbers, texts, truth values, dates, times, durations, lists, null, and other
 * inputs of the table.
 *
 * Blank and `-` match anything. `=` and `!=` before a value are taken as well, as FEEL's own grammar does (S-FEEL of
 * DMN 1.1 wrote them as a bare value and `not(…)`). Texts have no order here, since engines disagree on it and
 * json-rules-engine compares numbers only: `< "b"` is an issue.
 * @param text what stands in the cell
 * @param inputs ids of the table's inputs, which the cell may compare with; ids of other characters than letters,
 *   digits, `_` and `-` cannot be referred to
 * @returns the syntax tree, or one issue for the first problem, its path empty; `params` hold `cell`, `found`, `column`
 *   (from 1), `length` and, when a likely correction is itself a valid cell, `suggestion`
 * @example parseUnaryTests('[18..65), null')
 * @example parseUnaryTests('>= date("2026-11-22"), > limit', ['limit'])
 * @source DMN 1.5, 9.2 (S-FEEL syntax), 7.3.6.1 and 10.3.1.2 rules 7 to 17 (unary tests, intervals), rule 62 (date and
 *   time literals)
 */
export function parseUnaryTests(text: string, inputs: readonly string[] = []): Result<UnaryTests> {
  return parseCell(text, { inputs: new Set(inputs) });
}

/** `parseUnaryTests` with what else is known: issues then suggest what fits the column. */
export function parseCell(text: string, context: CellContext): Result<UnaryTests> {
  const result = parseOnce(text, context);
  const issue = result.ok ? undefined : result.issues[0];
  if (issue?.params['suggestion'] === undefined) return result;
  const { suggestion: firstStep, ...params } = issue.params;
  const repaired = repair(firstStep as string, context);
  return {
    ok: false,
    issues: [{ ...issue, params: repaired === null ? params : { ...params, suggestion: repaired } }],
  };
}

/** Follows suggestions until the cell is valid, or null when they lead nowhere. */
function repair(firstStep: string, context: CellContext): string | null {
  let text = firstStep;
  for (let step = 0; step < maxRepairSteps; step++) {
    const result = parseOnce(text, context);
    if (result.ok) return text;
    const next = result.issues[0]?.params['suggestion'];
    if (typeof next !== 'string' || next === text) return null;
    text = next;
  }
  return null;
}

function parseOnce(text: string, context: CellContext): Result<UnaryTests> {
  if (text.length > maxCellLength) return cellProblem('cell_too_long', text.slice(0, 40), { start: 0, end: 0 });
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '-') return { ok: true, value: { kind: 'any' } };
  const tokens = tokenizeCell(text, context.inputs);
  if (!tokens.ok) return tokens;
  try {
    return { ok: true, value: new CellParser(text, tokens.value, context.inputs).cell() };
  } catch (thrown) {
    if (!(thrown instanceof CellSyntaxError)) throw thrown;
    return diagnoseCell(text, tokens.value, thrown.code, thrown.span, context);
  }
}
