import type { Result } from '../../issue.ts';
import type { ValueType } from '../model.ts';
import { looseLiteral, typeByLook } from './loose-temporal.ts';
import { isTemporalType } from './ordinal.ts';
import { temporalFunctions } from './temporal-literal.ts';
import { temporalTypes, type TemporalType } from './temporal-text.ts';
import { cellProblem, replaceSpan } from './tokenize-cell.ts';
import type { Span } from './unary-tests.ts';

type Failure = Extract<Result<never>, { ok: false }>;

const functionNames = 'date\\s{1,5}and\\s{1,5}time|date|time|duration';
/** `date(2026-11-22)` and the like: the brackets are there, the quotes are not. Texts in quotes are stepped over. */
const unquotedCall = new RegExp(
  String.raw`"(?:[^"\\]|\\.)*"|(?<![\p{L}\p{N}_])(${functionNames})\s?\(([^"()]{1,64})\)`,
  'gu',
);
const dayText = String.raw`\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}`;
const clockText = String.raw`\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?(?:\s?(?:Z|[+-]\d\d:\d\d))?)?`;
const isoDuration = String.raw`-?P(?=[\dT])[\dYMWDTHS.]{2,40}`;
const words = String.raw`\d{1,9}\s{0,3}[a-zäöü]{1,8}(?:[\s,]{1,3}\d{1,9}\s{0,3}[a-zäöü]{1,8}){0,3}`;
const barePattern = (alternatives: string) =>
  new RegExp(
    String.raw`"(?:[^"\\]|\\.)*"|(?<![\p{L}\p{N}_:/]|(?<![)\s])-|(?<!\.)\.)(${alternatives})(?![\p{L}\p{N}_:/])`,
    'gu',
  );
const bareText = barePattern(String.raw`(?:${dayText})(?:(?:[T\s]\s?|,\s)${clockText})?|${clockText}|${isoDuration}`);
const bareDuration = barePattern(`${isoDuration}|${words}`);

/**
 * Finds a date, time or duration that is written without its quotes or without its function.
 * @param type of the column, where it is known: a text column takes the text as it is
 * @returns the issue with a suggestion where the meaning is clear; null when there is no such slip
 */
export function temporalSlip(text: string, type: ValueType | undefined): Failure | null {
  const call = firstMatch(unquotedCall, text);
  if (call !== null) {
    const name = (call.match[1] as string).replace(/\s+/g, ' ');
    const content = (call.match[2] as string).replace(/^[\s'“”„‘’]+|[\s'“”„‘’]+$/g, '').replace(/\s*,\s*/g, '-');
    const literal = ofFunction(content, name, type);
    if (literal !== null || /^[\d\s.:,/TZPYMDHS+-]+$/.test(content)) {
      return cellProblem('temporal_quotes', text, call, replaced(text, call, literal));
    }
  }
  const isDuration = type === 'day-time-duration' || type === 'year-month-duration';
  const bare = firstMatch(isDuration ? bareDuration : bareText, text);
  if (bare === null) return null;
  const found = bare.match[1] as string;
  if (type === 'string' || type === 'list') {
    return cellProblem('unquoted_text', text, bare, replaceSpan(text, bare, JSON.stringify(found)));
  }
  if (type === 'number' || type === 'boolean') return withParam(cellProblem('cell_type', text, bare), 'expected', type);
  const meant = type ?? typeByLook(found);
  if (meant === null || !isTemporalType(meant)) return null;
  const suggestion = replaced(text, bare, looseLiteral(found, meant));
  return withParam(cellProblem('bare_temporal', text, bare, suggestion), 'expected', meant);
}

/**
 * What to write instead of a literal whose text is not as ISO 8601 asks: `date("22.11.2026")`.
 * @param span of the whole literal
 */
export function temporalFormSlip(text: string, code: string, span: Span, type: ValueType | undefined): Failure {
  const found = text.slice(span.start, span.end);
  const name = /^[a-z ]+/.exec(found)?.[0].replace(/\s+/g, ' ').trim() ?? '@';
  const content = /"(.*)"/s.exec(found)?.[1] ?? '';
  const literal = code === 'temporal_form' ? ofFunction(content, name, type) : null;
  return withParam(cellProblem(code, text, span, replaced(text, span, literal)), 'form', name);
}

function withParam(failure: Failure, name: string, value: string): Failure {
  return {
    ok: false,
    issues: failure.issues.map((issue) => ({ ...issue, params: { ...issue.params, [name]: value } })),
  };
}

/** The literal that was meant by a function's text; where the text is of another kind, the function that it needs. */
function ofFunction(content: string, name: string, type: ValueType | undefined): string | null {
  const named = temporalTypes.filter((candidate) => temporalFunctions[candidate] === name);
  const look = typeByLook(content);
  const tried: (TemporalType | null)[] = [
    ...named.filter((candidate) => candidate === type),
    ...(look !== null && named.includes(look) ? [look] : []),
    ...(named.includes('date-time') && look === 'date' ? [] : named),
    look,
    ...(name === 'date and time' ? (['date-time'] as const) : []),
  ];
  for (const candidate of tried) {
    const literal = candidate === null ? null : looseLiteral(content, candidate);
    if (literal !== null) return literal;
  }
  return null;
}

function replaced(text: string, span: Span, literal: string | null): string | undefined {
  return literal === null ? undefined : replaceSpan(text, span, literal);
}

/** The first match that is no text in quotes. */
function firstMatch(pattern: RegExp, text: string): (Span & { match: RegExpMatchArray }) | null {
  for (const match of text.matchAll(pattern)) {
    if (match[1] === undefined) continue;
    return { match, start: match.index, end: match.index + match[0].length };
  }
  return null;
}
