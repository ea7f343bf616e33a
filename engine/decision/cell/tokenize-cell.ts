import { errorIssue, type Result } from '../../issue.ts';
import type { Span } from './unary-tests.ts';

/** A token of a cell. `symbol` covers operators and punctuation, the ones that people type by mistake included. */
export type Token = Span &
  (
    | { kind: 'number'; value: number }
    | { kind: 'string'; value: string }
    | { kind: 'word'; text: string }
    | { kind: 'symbol'; text: string }
  );

/** Longest first. Those that S-FEEL does not know are read so that the parser can say what to write instead. */
const symbols = [
  '..',
  '<=',
  '>=',
  '=>',
  '=<',
  '!=',
  '<>',
  '==',
  '&&',
  '||',
  '<',
  '>',
  '=',
  '!',
  '(',
  ')',
  '[',
  ']',
  ',',
  '-',
  '–',
  '—',
  '+',
  '≤',
  '≥',
  '≠',
  '&',
  '|',
  ';',
  '{',
  '}',
  '*',
  '/',
];

/** What an input's id may be made of for cells to refer to it. Others are read by their own columns alone. */
const referencePattern = /[\p{L}\p{N}_][\p{L}\p{N}_-]*/uy;
const reservedWords = new Set(['true', 'false', 'null', 'not', 'and', 'or']);
const numberPattern = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const spacePattern = /\s+/y;
/** A word runs to the next separator, so that `n/a`, `Müller` and `1000€`'s sign stay whole. */
const wordPattern = /[^\s,()[\]"'“”„‘’<>=!;{}|&.]+(?:\.[^\s,()[\]"'“”„‘’<>=!;{}|&.]+)*/y;
const escapes: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  "'": "'",
};

/**
 * Splits a cell into tokens.
 * @param text the cell as typed, trimmed or not
 * @param inputs ids of inputs, each of which is one word also where it begins like a number: `2nd-order`
 * @returns the tokens, or the first thing that is no token: `unclosed_string`, `wrong_quotes`, `unknown_escape`,
 *   `number_too_large`, `unexpected_character`; `params` hold `column` (from 1), `length` and, where it is clear, `suggestion`
 * @example tokenizeCell('>= 10') // symbol >=, number 10
 */
export function tokenizeCell(text: string, inputs: ReadonlySet<string>): Result<Token[]> {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = matchAt(spacePattern, text, at);
    if (space !== null) {
      at += space.length;
      continue;
    }
    const token =
      readString(text, at) ??
      readReference(text, at, inputs) ??
      readNumber(text, at) ??
      readSymbol(text, at) ??
      readWord(text, at);
    if (token === null) return cellProblem('unexpected_character', text, { start: at, end: at + 1 });
    if ('ok' in token) return token;
    tokens.push(token);
    at = token.end;
  }
  return { ok: true, value: tokens };
}

/** The one form that all problems of a cell have. */
export function cellProblem(
  code: string,
  text: string,
  span: Span,
  suggestion?: string,
): { ok: false; issues: ReturnType<typeof errorIssue>[] } {
  return {
    ok: false,
    issues: [
      errorIssue(code, [], {
        cell: text,
        found: text.slice(span.start, span.end),
        column: span.start + 1,
        length: span.end - span.start,
        ...(suggestion === undefined ? {} : { suggestion }),
      }),
    ],
  };
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

type Reading = Token | ReturnType<typeof cellProblem> | null;

function readString(text: string, start: number): Reading {
  const quote = text[start] as string;
  if ("'“”„‘’".includes(quote)) return readWrongQuotes(text, start);
  if (quote !== '"') return null;
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '"') return { kind: 'string', value, start, end: at + 1 };
    if (character !== '\\') {
      value += character;
      continue;
    }
    at++;
    const escaped = text[at];
    if (escaped === undefined) break;
    const hex = /[uU]/.test(escaped)
      ? matchAt(escaped === 'u' ? /[0-9a-fA-F]{4}/y : /[0-9a-fA-F]{6}/y, text, at + 1)
      : null;
    if (hex !== null && Number.parseInt(hex, 16) <= 0x10ffff) {
      value +=
        hex.length === 4
          ? String.fromCharCode(Number.parseInt(hex, 16))
          : String.fromCodePoint(Number.parseInt(hex, 16));
      at += hex.length;
    } else if (Object.hasOwn(escapes, escaped)) {
      value += escapes[escaped] as string;
    } else {
      return cellProblem('unknown_escape', text, { start: at - 1, end: at + 1 });
    }
  }
  return cellProblem('unclosed_string', text, { start, end: text.length }, `${text}"`);
}

function readWrongQuotes(text: string, start: number): Reading {
  const rest = text.slice(start + 1);
  const length = rest.search(/['“”„‘’"]/);
  const end = length === -1 ? text.length : start + length + 2;
  const content = length === -1 ? rest : rest.slice(0, length);
  return cellProblem('wrong_quotes', text, { start, end }, replaceSpan(text, { start, end }, JSON.stringify(content)));
}

function readNumber(text: string, start: number): Reading {
  const digits = matchAt(numberPattern, text, start);
  if (digits === null) return null;
  const end = start + digits.length;
  // A letter glued to digits (`3D`, `2nd`) makes a word; `1000EUR` is a number with a unit and is told so by the parser.
  const value = Number(digits);
  const inexact = !Number.isFinite(value) || (Number.isInteger(value) && Math.abs(value) > Number.MAX_SAFE_INTEGER);
  if (inexact) return cellProblem('number_too_large', text, { start, end });
  return { kind: 'number', value, start, end };
}

/** The id of an input that begins like a number. */
function readReference(text: string, start: number, inputs: ReadonlySet<string>): Reading {
  if (inputs.size === 0) return null;
  const id = matchAt(wordPattern, text, start);
  return id !== null && inputs.has(id) && mayBeReferred(id)
    ? { kind: 'word', text: id, start, end: start + id.length }
    : null;
}

/**
 * Says whether cells can refer to an input by its id: letters, digits, `_` and `-`, no number, no word of the notation.
 * @example mayBeReferred('Credit limit') // false
 */
export function mayBeReferred(id: string): boolean {
  return (
    matchAt(referencePattern, id, 0) === id && /\p{L}/u.test(id) && !reservedWords.has(id) && Number.isNaN(Number(id))
  );
}

function readSymbol(text: string, start: number): Reading {
  // `@` begins a value only before a quote: `@home` is a text without quotes.
  if (text.startsWith('@"', start)) return { kind: 'symbol', text: '@', start, end: start + 1 };
  const symbol = symbols.find((candidate) => text.startsWith(candidate, start));
  return symbol === undefined ? null : { kind: 'symbol', text: symbol, start, end: start + symbol.length };
}

function readWord(text: string, start: number): Reading {
  const word = matchAt(wordPattern, text, start);
  return word === null ? null : { kind: 'word', text: word, start, end: start + word.length };
}

/** The text with one stretch of it replaced: how suggestions are made. */
export function replaceSpan(text: string, span: Span, replacement: string): string {
  return text.slice(0, span.start) + replacement + text.slice(span.end);
}
