import type { Result } from '../../issue.ts';
import { cellProblem, mayBeReferred, replaceSpan, type Token } from './tokenize-cell.ts';
import type { Span } from './unary-tests.ts';

type Failure = Extract<Result<never>, { ok: false }>;

/** FEEL that is more than S-FEEL, and that words in a text seldom look like. */
const expressionWords = [
  /\bbetween\s.{1,200}\sand\s/s,
  /\binstance\s{1,5}of\s/,
  /^\s*if\s.{1,200}\sthen\s/s,
  /^\s*for\s.{1,200}\sreturn\s/s,
  /^\s*(?:some|every)\s.{1,200}\ssatisfies\s/s,
];
const ownFunctions = new Set(['not', 'date', 'time', 'duration']);
/** FEEL's functions whose names have several words end in these. */
const severalWords = /(?:[a-z]+ ){1,4}$/;

/**
 * Names what a cell asks for beyond S-FEEL: function calls, calculations, `?`, whole expressions.
 * @returns the issue `not_in_sfeel`, with the `construct`; null when nothing of the sort is there
 * @source DMN 1.5, 9.2 (what S-FEEL has) and 10.3.1.2 (what FEEL has besides)
 */
export function expressionSlip(text: string, tokens: readonly Token[], inputs: ReadonlySet<string>): Failure | null {
  for (const pattern of expressionWords) {
    const found = pattern.exec(text.slice(0, 1000));
    if (found !== null)
      return beyond(text, { start: found.index, end: found.index + found[0].trimEnd().length }, 'expression');
  }
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    const calls = next?.kind === 'symbol' && next.text === '(' && next.start === token.end;
    if (token.kind === 'word' && calls && isMisspelled(token.text)) {
      return cellProblem('value_spelling', text, token, replaceSpan(text, token, token.text.toLowerCase()));
    }
    if (
      token.kind === 'word' &&
      calls &&
      !ownFunctions.has(token.text) &&
      /^[\p{L}_][\p{L}\p{N}_]*$/u.test(token.text)
    ) {
      const before = severalWords.exec(text.slice(Math.max(0, token.start - 40), token.start))?.[0].length ?? 0;
      return beyond(text, { start: token.start - before, end: token.end }, 'function');
    }
    if (token.kind === 'word' && token.text === '?') return beyond(text, token, 'question_mark');
    const calculation = calculationAt(tokens, index, inputs);
    if (calculation !== null) return beyond(text, calculation, 'arithmetic');
    if (token.kind === 'word' && token.text.includes('.') && inputs.has(token.text.slice(0, token.text.indexOf('.')))) {
      return beyond(text, token, 'path');
    }
    if (token.kind === 'symbol' && token.text === '{') return beyond(text, token, 'expression');
  }
  return null;
}

/** `DATE(`, `Not(`: names are small letters here. */
function isMisspelled(name: string): boolean {
  return !ownFunctions.has(name) && ownFunctions.has(name.toLowerCase());
}

/** `limit * 2`, `5 + 3`, and `limit*2`, which is one word to the reader of tokens. */
function calculationAt(tokens: readonly Token[], index: number, inputs: ReadonlySet<string>): Span | null {
  const token = tokens[index] as Token;
  if (token.kind === 'word' && /[*/+-]/.test(token.text)) {
    // An id may hold a `-` of its own: `max-amount*2`.
    if ([/[*/+]+/, /[*/+-]+/].some((signs) => isCalculation(token.text.split(signs), inputs))) return token;
  }
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (token.kind !== 'symbol' || !['*', '/', '+', '-'].includes(token.text)) return null;
  const isNegatedInput = token.text === '-' && after?.kind === 'word' && isTerm(after, inputs, '(');
  if (isNegatedInput && (before === undefined || before.kind === 'symbol'))
    return { start: token.start, end: after.end };
  if (before === undefined || after === undefined || !isTerm(before, inputs, ')') || !isTerm(after, inputs, '('))
    return null;
  return { start: before.start, end: after.end };
}

function isCalculation(parts: string[], inputs: ReadonlySet<string>): boolean {
  const known = (part: string) => inputs.has(part) || /^\d{1,15}(?:\.\d{1,15})?$/.test(part);
  const terms = parts.at(-1) === '' ? parts.slice(0, -1) : parts;
  return parts.length > 1 && terms.some((term) => inputs.has(term)) && terms.every(known);
}

function isTerm(token: Token, inputs: ReadonlySet<string>, bracket: '(' | ')'): boolean {
  if (token.kind === 'number') return true;
  if (token.kind === 'word') return inputs.has(token.text) && mayBeReferred(token.text);
  return token.kind === 'symbol' && token.text === bracket;
}

function beyond(text: string, span: Span, construct: string): Failure {
  const failure = cellProblem('not_in_sfeel', text, span);
  for (const issue of failure.issues) issue.params['construct'] = construct;
  return failure;
}
