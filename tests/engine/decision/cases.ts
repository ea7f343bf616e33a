import { readFileSync } from 'node:fs';

/** Reads a file of `tests/cases/decision/`. */
export function readCases<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../cases/decision/${name}.json`, import.meta.url), 'utf8')) as T;
}

/** The value, or a failed test: what a test looks up has to be there. */
export function definite<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the value is missing');
  return value;
}
