import { readFileSync } from 'node:fs';

/** Reads a file of `tests/cases/decision/`. */
export function readCases<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../cases/decision/${name}.json`, import.meta.url), 'utf8')) as T;
}
