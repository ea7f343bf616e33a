import type { TakenNames } from './taken-names.ts';
import { followDefinition, followType, type DmnType, type TypeNames } from './type-references.ts';

/** The variables that an expression may name, and the types behind them. */
export interface Scope {
  /** Type references by name of variable; undefined for any type. */
  variables: ReadonlyMap<string, string | undefined>;
  /** The same names by their first word, longest first. */
  byFirstWord: ReadonlyMap<string, string[]>;
  types: TypeNames;
}

/** Names beyond these are not looked for in cells. chosen: 500, because a decision draws on some ten, and every word of every cell is compared. */
const maxNames = 500;
/** Names that begin with the same word. chosen: 50, for the same reason. */
const maxAlike = 50;

/** chosen: 1,000 characters, because a name with five fields of fifty characters has 300. */
const maxNameLength = 1000;

/**
 * Gathers what a decision may name.
 * @param variables pairs of name and type reference; a name's first type counts
 * @example scopeOf([['Age', 'number']], new Map())
 */
export function scopeOf(variables: Iterable<readonly [string, string | undefined]>, types: TypeNames): Scope {
  const known = new Map<string, string | undefined>();
  const byFirstWord = new Map<string, string[]>();
  for (const [name, type] of variables) {
    const normal = normalName(name);
    if (normal === '' || normal.length > maxNameLength || known.has(normal) || known.size >= maxNames) continue;
    const firstWord = matchAt(plainWord, normal, 0) ?? '';
    const alike = byFirstWord.get(firstWord) ?? [];
    if (alike.length >= maxAlike) continue;
    known.set(normal, type);
    byFirstWord.set(firstWord, [...alike, normal]);
  }
  for (const names of byFirstWord.values()) names.sort((one, other) => other.length - one.length);
  return { variables: known, byFirstWord, types };
}

/** A variable with the fields that were taken of it: `Applicant Data.Age`. */
export interface QualifiedName {
  variable: string;
  /** Fields and list indexes (from 0) below the variable. */
  fields: string[];
  type: DmnType;
  /** Where the name ends in the text. */
  end: number;
}

const keywords = new Set(
  'and or if then else for in return some every satisfies instance of between function not true false null'.split(' '),
);
const plainName = /[\p{L}_?][\p{L}\p{N}_]*(?:[ \t]+[\p{L}\p{N}_]+)*/uy;
const plainWord = /[\p{L}_?][\p{L}\p{N}_]*/uy;
const index = /\[\s*([1-9]\d{0,8})\s*\]/y;
const nameCharacter = /[\p{L}\p{N}_]/u;

/** One blank for any white space, as names are compared. @source DMN 1.5, 10.3.1.3 */
export function normalName(name: string): string {
  return name.trim().replace(/\s+/g, ' ');
}

/**
 * Reads a whole expression as a name: `Age`, `Applicant Data.Age`, `items[1].sku`.
 * @returns null for anything that computes: arithmetic, function calls, comparisons, literals
 * @example readQualifiedName('Applicant Data.Age', scope)?.fields // ['Age']
 * @source DMN 1.5, 9.2 rule 20 (qualified name) and 10.3.1.3 (names with blanks)
 */
export function readQualifiedName(expression: string, scope: Scope): QualifiedName | null {
  if (expression.length > maxNameLength) return null;
  const text = normalName(expression);
  const known = qualifiedNameAt(text, 0, scope);
  if (known?.end === text.length) return known;
  if (known !== null) return null;
  const variable = matchAt(plainName, text, 0);
  if (variable === null || variable.split(' ').some((word) => keywords.has(word))) return null;
  const read = readFields(text, { variable, fields: [], type: { type: null }, end: variable.length }, scope, true);
  return read.end === text.length ? read : null;
}

/**
 * Reads the longest name that the scope knows at a place of a text, with its fields.
 * @param text with single blanks; `at` where a word begins
 * @returns null where no variable of the scope is named
 */
export function qualifiedNameAt(text: string, at: number, scope: Scope): QualifiedName | null {
  const candidates = scope.byFirstWord.get(matchAt(plainWord, text, at) ?? '') ?? [];
  const variable = candidates.find((name) => text.startsWith(name, at) && endsAt(text, at + name.length));
  if (variable === undefined) return null;
  const type = followType(scope.variables.get(variable), scope.types);
  return readFields(text, { variable, fields: [], type, end: at + variable.length }, scope, false);
}

/** Steps down the fields after a variable, as far as they are known or look like fields. */
function readFields(text: string, name: QualifiedName, scope: Scope, wholeNames: boolean): QualifiedName {
  for (;;) {
    const entry = execAt(index, text, name.end);
    if (entry !== null) {
      name.fields.push(String(Number(entry[1]) - 1));
      name.type = name.type.members ?? { type: null };
      name.end += entry[0].length;
      continue;
    }
    if (text[name.end] !== '.') return name;
    const all = name.type.components ?? name.type.members?.components;
    const components = all !== undefined && all.size <= maxAlike * 2 ? all : undefined;
    const field = fieldAt(text, name.end + 1, components?.keys(), wholeNames);
    if (field === null) return name;
    const definition = components?.get(field);
    const isList = name.type.members !== undefined;
    const type = definition === undefined ? { type: null } : followDefinition(definition, scope.types);
    name.type = isList ? { type: 'list', members: type } : type;
    name.fields.push(field);
    name.end += 1 + field.length;
  }
}

function fieldAt(text: string, at: number, known: Iterable<string> | undefined, wholeNames: boolean): string | null {
  let found: string | null = null;
  for (const name of known ?? []) {
    if (name.length > (found?.length ?? 0) && text.startsWith(name, at) && endsAt(text, at + name.length)) found = name;
  }
  return found ?? (known === undefined ? matchAt(wholeNames ? plainName : plainWord, text, at) : null);
}

function endsAt(text: string, at: number): boolean {
  const next = text[at];
  return next === undefined || !nameCharacter.test(next);
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  return execAt(pattern, text, at)?.[0] ?? null;
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * Makes an id that cells can name from a name of a person's choice: `Applicant Data.Age` gives `applicantDataAge`.
 * A name that already is one stays. Umlauts and accents lose their marks; other scripts leave the fallback.
 * @param taken ids that are used already; the new one is added
 * @example columnIdOf('Credit Score', 'input1', new TakenNames()) // 'creditScore'
 */
export function columnIdOf(name: string, fallback: string, taken: TakenNames): string {
  const words = withoutMarks(name).match(/[A-Za-z0-9_]+/g) ?? [];
  const joined =
    words.length === 1
      ? (words[0] as string)
      : words.map((word, at) => (at === 0 ? lowerFirst(word) : upperFirst(word))).join('');
  const base = /^[A-Za-z_]/.test(joined) && !reserved.has(joined) ? joined.slice(0, 60) : fallback;
  return taken.claim(base, '');
}

/** Makes the id of a table from its name: `Pre-bureau Risk` gives `pre-bureau-risk`. @example tableIdOf('A b', new TakenNames()) // 'a-b' */
export function tableIdOf(name: string, taken: TakenNames): string {
  const words = withoutMarks(name)
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['table'];
  return taken.claim(words.join('-').slice(0, 60).replace(/-$/, ''), '-');
}

/** Words that mean something else in a cell, or lead into JavaScript's machinery. */
const reserved = new Set([
  'true',
  'false',
  'null',
  'not',
  'date',
  'time',
  'duration',
  'and',
  'or',
  '__proto__',
  'constructor',
  'prototype',
]);

function withoutMarks(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
