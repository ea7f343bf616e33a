import type { Result } from '../../issue.ts';
import { cellProblem, replaceSpan, type Token } from './tokenize-cell.ts';
import { expressionSlip } from './diagnose-expression.ts';
import { referenceSlip } from './diagnose-reference.ts';
import { temporalFormSlip, temporalSlip } from './diagnose-temporal.ts';
import { looseLiteral } from './loose-temporal.ts';
import { isTemporalType } from './ordinal.ts';
import type { CellContext } from './cell-context.ts';
import type { ValueType } from '../model.ts';
import type { Span } from './unary-tests.ts';

type Failure = Extract<Result<never>, { ok: false }>;

const number = String.raw`-?(?:\d+(?:\.\d+)?|\.\d+)`;
const temporal = String.raw`(?:date and time|date|time|duration)\("[^"\\]{1,64}"\)|@"[^"\\]{1,64}"`;
const ordered = `${number}|${temporal}`;
const operand = String.raw`${ordered}|[\p{L}_][\p{L}\p{N}_-]*`;
const dashRange = new RegExp(String.raw`^\s*(${ordered})\s*(?:[-–—]|to|bis)\s*(${ordered})\s*$`);
const between = new RegExp(String.raw`^\s*(?:between|zwischen)\s+(${operand})\s+(?:and|und)\s+(${operand})\s*$`, 'u');
const bareInterval = new RegExp(String.raw`^\s*(${operand})\s*\.\.\s*(${operand})\s*$`, 'u');
const twoBounds = new RegExp(
  String.raw`^\s*(>=?)\s*(${operand})\s*(?:and|AND|&&?|und)\s*(<=?)\s*(${operand})\s*$`,
  'u',
);
const spelledOperators = new Map([
  ['=>', '>='],
  ['=<', '<='],
  ['==', '='],
  ['<>', '!='],
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '!='],
]);
const spelledValues = new Map([
  ['any', '-'],
  ['all', '-'],
  ['none', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
  ['empty', 'null'],
]);

/**
 * Names the likely slip behind a syntax error of a cell, and what to write instead.
 * @param text the cell
 * @param tokens its tokens
 * @param code what the parser met
 * @param span where
 * @param context the inputs that the cell may refer to, and the type of its column where it is known
 * @returns one issue; `suggestion` is the cell with one slip mended (it may hold another one)
 */
export function diagnoseCell(text: string, tokens: Token[], code: string, span: Span, context: CellContext): Failure {
  if (temporalCodes.has(code)) return temporalFormSlip(text, code, span, context.type);
  if (code === 'order_needs_number') return cellProblem(code, text, span, unquoted(text, span, context.type));
  return (
    wholeCellSlip(text) ??
    spellingSlip(text, tokens) ??
    temporalSlip(text, context.type) ??
    (isUnitless(context.type) ? null : unitSlip(text, tokens)) ??
    expressionSlip(text, tokens, context.inputs) ??
    wordSlip(text, tokens, code, span, context) ??
    cellProblem(code, text, span, closing(text, code))
  );
}

const temporalCodes = new Set(['temporal_form', 'named_zone', 'mixed_duration', 'no_such_day', 'no_such_time']);

/** `> "5"` in a column of numbers, `> "2026-11-22"` in one of dates. */
function unquoted(text: string, span: Span, type: ValueType | undefined): string | undefined {
  const quoted = /^"([^"\\]{1,64})"$/.exec(text.slice(span.start, span.end))?.[1];
  if (quoted === undefined || type === undefined) return undefined;
  if (type === 'number') {
    return new RegExp(`^${number}$`).test(quoted.trim()) ? replaceSpan(text, span, quoted.trim()) : undefined;
  }
  const literal = isTemporalType(type) ? looseLiteral(quoted, type) : null;
  return literal === null ? undefined : replaceSpan(text, span, literal);
}

/** Ranges that people write in their own way. */
function wholeCellSlip(text: string): Failure | null {
  const whole = { start: 0, end: text.length };
  const range = dashRange.exec(text) ?? between.exec(text);
  if (range) return cellProblem('range_spelling', text, whole, `[${range[1]}..${range[2]}]`);
  const bare = bareInterval.exec(text);
  if (bare) return cellProblem('interval_without_brackets', text, whole, `[${bare[1]}..${bare[2]}]`);
  const bounds = twoBounds.exec(text);
  if (bounds === null) return null;
  const open = bounds[1] === '>=' ? '[' : '(';
  const close = bounds[3] === '<=' ? ']' : ')';
  return cellProblem('and_in_cell', text, whole, `${open}${bounds[2]}..${bounds[4]}${close}`);
}

/** Operators of other languages: `=>`, `<>`, `≥`. */
function spellingSlip(text: string, tokens: Token[]): Failure | null {
  for (const token of tokens) {
    if (token.kind !== 'symbol') continue;
    const right = spelledOperators.get(token.text);
    if (right !== undefined) return cellProblem('operator_spelling', text, token, replaceSpan(text, token, right));
    if (token.text === ';' || token.text === '||' || token.text === '|') {
      return cellProblem('or_spelling', text, token, replaceSpan(text, token, ','));
    }
  }
  return null;
}

function isUnitless(type: ValueType | undefined): boolean {
  return type === 'boolean' || (type !== undefined && isTemporalType(type));
}

/** `1000 EUR`, `30days`, `50%`, `€ 1000`: the unit belongs to the column. */
function unitSlip(text: string, tokens: Token[]): Failure | null {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    // `1_000` and `0x10` hold digits that a suggestion must not drop.
    const pair = token.kind === 'number' && next?.kind === 'word' && !/\p{N}/u.test(next.text) ? next : null;
    const before =
      token.kind === 'word' && /^[^\p{L}\p{N}]+$/u.test(token.text) && next?.kind === 'number' ? token : null;
    const unit = pair ?? before;
    if (unit === null || connectives.has(unit.text.toLowerCase())) continue;
    const gap = pair !== null ? { start: token.end, end: unit.end } : { start: unit.start, end: (next as Token).start };
    return cellProblem('unit_in_cell', text, unit, replaceSpan(text, gap, '').trim());
  }
  return null;
}

const connectives = new Set(['and', 'or', 'to', 'not', 'true', 'false', 'null']);

/** Words that stand for something, or a text without quotes. */
function wordSlip(text: string, tokens: Token[], code: string, span: Span, context: CellContext): Failure | null {
  const index = tokens.findIndex((token) => token.start === span.start && token.kind === 'word');
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  const word = token.text.toLowerCase();
  if (word === 'or') return cellProblem('or_spelling', text, token, replaceSpan(text, widen(text, token), ', '));
  if (word === 'and') return cellProblem('and_in_cell', text, token);
  if (word === 'not' && index === 0) {
    const rest = text.slice(token.end).trim();
    return cellProblem('not_without_brackets', text, token, `not(${rest})`);
  }
  if (word === 'not') return cellProblem('not_inside_cell', text, token);
  if (code !== 'unquoted_text') return null;
  if (word === 'true' || word === 'false' || word === 'null') {
    return cellProblem('value_spelling', text, token, replaceSpan(text, token, word));
  }
  const right = tokens.length === 1 ? spelledValues.get(word) : undefined;
  if (right !== undefined) return cellProblem('value_spelling', text, token, right);
  const phrase = { start: token.start, end: endOfPhrase(tokens, index) };
  return (
    referenceSlip(text, phrase, context) ??
    cellProblem(
      'unquoted_text',
      text,
      phrase,
      replaceSpan(text, phrase, JSON.stringify(text.slice(phrase.start, phrase.end))),
    )
  );
}

/** `very important customer` is one text: the words (and numbers) up to the next comma, bracket or connective. */
function endOfPhrase(tokens: Token[], index: number): number {
  let last = tokens[index] as Token;
  for (const token of tokens.slice(index + 1)) {
    if (token.kind !== 'word' && token.kind !== 'number') break;
    if (token.kind === 'word' && (token.text === 'or' || token.text === 'and')) break;
    last = token;
  }
  return last.end;
}

function widen(text: string, span: Span): Span {
  const before = /\s*$/.exec(text.slice(0, span.start)) as RegExpExecArray;
  const after = /^\s*/.exec(text.slice(span.end)) as RegExpExecArray;
  return { start: span.start - before[0].length, end: span.end + after[0].length };
}

function closing(text: string, code: string): string | undefined {
  if (code === 'unclosed_not') return `${text})`;
  if (code === 'unclosed_bracket') return `${text}]`;
  if (code === 'unclosed_temporal') return `${text})`;
  return undefined;
}
