import type { Result } from '../../issue.ts';
import { cellProblem, tokenizeCell, type Token } from './tokenize-cell.ts';
import { diagnoseCell } from './diagnose-cell.ts';
import type { ComparisonOperator, Interval, ListLiteral, Literal, Span, UnaryTest, UnaryTests } from './unary-tests.ts';
import { comparisonOperators } from './unary-tests.ts';

/** The longest cell that is read. chosen: 10,000, because a person reads a cell at a glance and a list of 1,000 codes still fits. */
export const maxCellLength = 10_000;

/** A repair may need several steps (`gold or silver`); more than this and the cell is no slip of the hand. */
const maxRepairSteps = 20;

/**
 * Reads a cell: S-FEEL unary tests over numbers, texts, truth values, lists and null.
 *
 * Blank and `-` match anything. `=` and `!=` before a value are taken as well, as FEEL's own grammar does (S-FEEL of
 * DMN 1.1 wrote them as a bare value and `not(…)`). Texts have no order here, since engines disagree on it and
 * json-rules-engine compares numbers only: `< "b"` is an issue.
 * @param text what stands in the cell
 * @returns the syntax tree, or one issue for the first problem, its path empty; `params` hold `cell`, `found`, `column`
 *   (from 1), `length` and, when a likely correction is itself a valid cell, `suggestion`
 * @example parseUnaryTests('[18..65), null')
 * @source DMN 1.5, 9.2 (S-FEEL syntax), 7.3.6.1 and 10.3.1.2 rules 7 to 17 (unary tests, intervals)
 */
export function parseUnaryTests(text: string): Result<UnaryTests> {
  const result = parseOnce(text);
  const issue = result.ok ? undefined : result.issues[0];
  if (issue?.params['suggestion'] === undefined) return result;
  const { suggestion: firstStep, ...params } = issue.params;
  const repaired = repair(firstStep as string);
  return {
    ok: false,
    issues: [{ ...issue, params: repaired === null ? params : { ...params, suggestion: repaired } }],
  };
}

/** Follows suggestions until the cell is valid, or null when they lead nowhere. */
function repair(firstStep: string): string | null {
  let text = firstStep;
  for (let step = 0; step < maxRepairSteps; step++) {
    const result = parseOnce(text);
    if (result.ok) return text;
    const next = result.issues[0]?.params['suggestion'];
    if (typeof next !== 'string' || next === text) return null;
    text = next;
  }
  return null;
}

function parseOnce(text: string): Result<UnaryTests> {
  if (text.length > maxCellLength) return cellProblem('cell_too_long', text.slice(0, 40), { start: 0, end: 0 });
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '-') return { ok: true, value: { kind: 'any' } };
  const tokens = tokenizeCell(text);
  if (!tokens.ok) return tokens;
  try {
    return { ok: true, value: new CellParser(text, tokens.value).cell() };
  } catch (thrown) {
    if (!(thrown instanceof CellSyntaxError)) throw thrown;
    return diagnoseCell(text, tokens.value, thrown.code, thrown.span);
  }
}

/** Unwinds the parser at the first problem; never leaves this file. */
class CellSyntaxError extends Error {
  readonly code: string;
  readonly span: Span;
  constructor(code: string, span: Span) {
    super(code);
    this.code = code;
    this.span = span;
  }
}

/** Recursive descent without recursion: no construct of S-FEEL nests deeper than a list inside `not(…)`. */
class CellParser {
  private readonly text: string;
  private readonly tokens: Token[];
  private at = 0;

  constructor(text: string, tokens: Token[]) {
    this.text = text;
    this.tokens = tokens;
  }

  cell(): UnaryTests {
    const negated = this.isWord('not') && this.isSymbol('(', 1);
    if (negated) this.at += 2;
    const tests = [this.test()];
    while (this.takeSymbol(',')) tests.push(this.test());
    if (negated && !this.takeSymbol(')'))
      throw this.problem(this.peek() === undefined ? 'unclosed_not' : 'value_expected');
    if (this.peek() !== undefined) throw this.problem(negated ? 'after_not' : 'comma_expected');
    return { kind: 'tests', negated, tests };
  }

  private test(): UnaryTest {
    const token = this.peek();
    if (token?.kind === 'symbol') {
      if (token.text === '[' || token.text === '(' || token.text === ']') return this.bracket(token);
      const operator = comparisonOperators.find((candidate) => candidate === token.text);
      if (operator !== undefined) return this.comparison(operator, token);
    }
    const operand = this.literal();
    return { kind: 'comparison', operator: '=', operand, start: operand.start, end: operand.end };
  }

  private comparison(operator: ComparisonOperator, token: Token): UnaryTest {
    this.at++;
    const operand = this.literal();
    if (operator !== '=' && operator !== '!=' && typeof operand.value !== 'number') {
      throw new CellSyntaxError('order_needs_number', operand);
    }
    return { kind: 'comparison', operator, operand, start: token.start, end: operand.end };
  }

  /** `[a..b]` and its open forms, or the list `[a, b]`. */
  private bracket(open: Token & { kind: 'symbol' }): Interval | ListLiteral {
    this.at++;
    const closing = this.peek();
    if (open.text === '[' && closing?.kind === 'symbol' && closing.text === ']') {
      throw new CellSyntaxError('empty_list', { start: open.start, end: closing.end });
    }
    const low = this.literal();
    if (this.takeSymbol('..')) return this.intervalFrom(open, low);
    if (open.text !== '[') throw this.problem('interval_expected');
    const members = [low];
    while (this.takeSymbol(',')) members.push(this.literal());
    const close = this.peek();
    if (!this.takeSymbol(']')) throw this.problem('unclosed_bracket');
    return { kind: 'list', members, start: open.start, end: (close as Token).end };
  }

  private intervalFrom(open: Token & { kind: 'symbol' }, low: Literal): Interval {
    const high = this.literal();
    for (const endpoint of [low, high]) {
      if (typeof endpoint.value !== 'number') throw new CellSyntaxError('order_needs_number', endpoint);
    }
    const close = this.peek();
    if (close?.kind !== 'symbol' || ![']', ')', '['].includes(close.text)) throw this.problem('unclosed_bracket');
    this.at++;
    return {
      kind: 'interval',
      low,
      lowIncluded: open.text === '[',
      high,
      highIncluded: close.text === ']',
      start: open.start,
      end: close.end,
    };
  }

  private literal(): Literal {
    const token = this.peek();
    if (token?.kind === 'symbol' && token.text === '-') {
      const digits = this.tokens[this.at + 1];
      if (digits?.kind !== 'number') throw this.problem('value_expected');
      this.at += 2;
      // 0 - value, so that `-0` is 0
      return { kind: 'literal', value: 0 - digits.value, start: token.start, end: digits.end };
    }
    if (token === undefined || token.kind === 'symbol') throw this.problem('value_expected');
    const value = token.kind === 'word' ? wordValues.get(token.text) : token.value;
    if (value === undefined) throw this.problem('unquoted_text');
    this.at++;
    return { kind: 'literal', value, start: token.start, end: token.end };
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private isWord(word: string): boolean {
    const token = this.peek();
    return token?.kind === 'word' && token.text === word;
  }

  private isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.tokens[this.at + ahead];
    return token?.kind === 'symbol' && token.text === symbol;
  }

  private takeSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.at++;
    return true;
  }

  private problem(code: string): CellSyntaxError {
    return new CellSyntaxError(code, this.peek() ?? { start: this.text.length, end: this.text.length });
  }
}

const wordValues = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
