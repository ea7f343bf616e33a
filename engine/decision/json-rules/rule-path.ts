import type { JsonValue } from '../../json.ts';

/** A path taken apart. */
export interface RulePath {
  tokens: string[];
  /** Only names and indexes: at most one value. Others make a new list each time that they are read. */
  plain: boolean;
}

export type ParsedRulePath = { ok: true; value: RulePath } | { ok: false; code: string };

/** Chosen: longer than any path of a person's making, short enough for what takes time with the square of it. */
export const maxRulePathLength = 1000;
/** Chosen: how many values unions (`a,b`) may lead to per value below; each further union multiplies. */
const maxBranches = 1000;

const slice = /^(-?\d*):(-?\d*):?(\d*)$/;

/**
 * Takes apart a path as json-rules-engine's default resolver, jsonpath-plus, does: names, indexes, bracketed names,
 * `*`, slices, unions, one `..`, to the letter also where its reading is odd (`name` needs no `$`; `.name` finds nothing;
 * `$.name.length` is the length of a text). What would run code or look at types, keys and parents is refused:
 *
 * - `path_runs_code`: a filter `?(…)` or a script `(…)`; nothing of it is ever run
 * - `path_not_run`: `@string()` and its kin, `^`, `~`, `#` before a digit, a second `..`, unions without bound
 * - `path_unsafe`: a name of JavaScript's own machinery as the whole path (jsonpath-plus fails on it)
 * - `path_too_long`: over 1,000 characters
 * @example parseRulePath('$.address.city') // { ok: true, value: { tokens: ['address', 'city'], plain: true } }
 * @source jsonpath-plus 10.4.0, `JSONPath.toPathArray` (MIT): the order of its replacements is its grammar
 */
export function parseRulePath(path: string): ParsedRulePath {
  if (path.length > maxRulePathLength) return { ok: false, code: 'path_too_long' };
  if (path in Object.prototype) return { ok: false, code: 'path_unsafe' };
  if (/[['](\??\(.*?\))[\]'](?!.\])/.test(path)) return { ok: false, code: 'path_runs_code' };
  const tokens = tokensOf(path);
  const parts = tokens.flatMap((token) => token.split(','));
  if (parts.some((part) => /^\??\(/.test(part))) return { ok: false, code: 'path_runs_code' };
  const branches = tokens.reduce((product, token) => product * token.split(',').length, 1);
  const notRun = parts.some((part) => /^@|^[~^]$|#\d/.test(part)) || parts.filter((part) => part === '..').length > 1;
  if (notRun || branches > maxBranches) return { ok: false, code: 'path_not_run' };
  if (tokens[0] === '$' && tokens.length > 1) tokens.shift();
  return { ok: true, value: { tokens, plain: tokens.every(isPlain) } };
}

function isPlain(token: string): boolean {
  return !['*', '..', '$'].includes(token) && !token.includes(',') && !token.startsWith('`') && !slice.test(token);
}

function tokensOf(path: string): string[] {
  return path
    .replaceAll(
      /@(?:null|boolean|number|string|integer|undefined|nonFinite|scalar|array|object|function|other)\(\)/g,
      ';$&;',
    )
    .replaceAll(
      /\[['"]([^'\]]*)['"]\]/g,
      (_, name: string) => `['${name.replaceAll('.', '%@%').replaceAll('~', '%%@@%%')}']`,
    )
    .replaceAll('~', ';~;')
    .replaceAll(/['"]?\.['"]?(?![^[]*\])|\[['"]?/g, ';')
    .replaceAll('%@%', '.')
    .replaceAll('%%@@%%', '~')
    .replaceAll(/(?:;)?(\^+)(?:;)?/g, (_, ups: string) => `;${ups.split('').join(';')};`)
    .replaceAll(/;;;|;;/g, ';..;')
    .replaceAll(/;$|'?\]|'$/g, '')
    .split(';');
}

/**
 * Reads inside of a fact. A fact that is no object or list is its own value, whatever the path, as in json-rules-engine.
 * @returns the value; a list of all values where the path has `*`, `..`, a slice or a union; undefined where there is none
 * @example readRulePath({ a: [{ b: 1 }, { b: 2 }] }, path) // of '$.a[*].b': [1, 2]
 * @source jsonpath-plus 10.4.0, `JSONPath.prototype._trace` with `wrap: false`
 */
export function readRulePath(fact: JsonValue | undefined, { tokens, plain }: RulePath): JsonValue | undefined {
  if (fact === null || typeof fact !== 'object') return fact;
  if (plain) {
    let value: JsonValue | undefined = fact;
    for (const token of tokens) {
      if (!hasOwn(value, token)) return undefined;
      value = member(value, token);
    }
    return value;
  }
  const found: Found = { values: [], several: false };
  trace({ tokens, at: 0, value: fact, several: false, literal: false }, found);
  if (found.values.length === 0) return undefined;
  return found.values.length === 1 && !found.several ? found.values[0] : found.values;
}

interface Found {
  values: JsonValue[];
  several: boolean;
}

interface Position {
  tokens: readonly string[];
  at: number;
  value: JsonValue;
  /** A `*`, slice or union was passed: the result is a list even of one. */
  several: boolean;
  /** The next token is first tried as a plain name. */
  literal: boolean;
}

function trace(position: Position, found: Found): void {
  const { tokens, at, value, several, literal } = position;
  const token = tokens[at];
  if (token === undefined) {
    found.values.push(value);
    found.several ||= several;
    return;
  }
  const next = { ...position, at: at + 1 };
  if (literal && hasOwn(value, token)) {
    trace({ ...next, value: member(value, token), literal: false }, found);
  } else if (token === '*') {
    for (const child of children(value)) trace({ ...next, value: child, several: true, literal: true }, found);
  } else if (token === '..') {
    trace({ ...next, literal: false }, found);
    for (const child of children(value)) {
      if (typeof child === 'object') trace({ ...position, value: child, several: true, literal: false }, found);
    }
  } else if (token === '$') {
    trace({ ...next, literal: false }, found);
  } else if (slice.test(token)) {
    for (const child of sliced(value, token)) trace({ ...next, value: child, several: true, literal: false }, found);
  } else if (token.startsWith('`') && hasOwn(value, token.slice(1))) {
    trace({ ...next, value: member(value, token.slice(1)), literal: true }, found);
  } else if (token.includes(',')) {
    for (const part of token.split(',')) {
      trace({ ...position, tokens: [part, ...tokens.slice(at + 1)], at: 0, several: true, literal: false }, found);
    }
  } else if (!literal && hasOwn(value, token)) {
    trace({ ...next, value: member(value, token), literal: true }, found);
  }
}

/** Own properties, a text's `length` and characters among them, as jsonpath-plus has it. */
function hasOwn(value: JsonValue | undefined, name: string): boolean {
  return Boolean(value) && Object.hasOwn(value as object, name);
}

function member(value: JsonValue | undefined, name: string): JsonValue {
  return (value as Record<string, JsonValue>)[name] as JsonValue;
}

function children(value: JsonValue): JsonValue[] {
  if (Array.isArray(value)) return value;
  return value !== null && typeof value === 'object' ? (Object.values(value) as JsonValue[]) : [];
}

function sliced(value: JsonValue, token: string): JsonValue[] {
  if (!Array.isArray(value)) return [];
  const [from, until, step] = token.split(':').map((part) => Number.parseInt(part) || 0);
  const size = value.length;
  const place = (index: number) => (index < 0 ? Math.max(0, index + size) : Math.min(size, index));
  const members: JsonValue[] = [];
  for (let index = place(from || 0); index < place(until || size); index += step || 1) {
    members.push(value[index] as JsonValue);
  }
  return members;
}
