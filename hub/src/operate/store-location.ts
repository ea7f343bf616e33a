import os from 'node:os';
import path from 'node:path';
import { UsageError } from '../cli/command.ts';
import type { Environment } from '../settings/settings.ts';

/** Where a store is. */
export type StoreLocation = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string };

/** A store as an option names it: the path of a SQLite file, or a `postgres://` address. */
export function parseLocation(text: string): StoreLocation {
  if (/^postgres(?:ql)?:\/\//.test(text)) {
    if (!URL.canParse(text)) throw new UsageError('the address of the database cannot be read.');
    return { kind: 'postgres', url: text };
  }
  if (/^\w+:\/\//.test(text)) throw new UsageError(`${text.split(':')[0] ?? ''}: is no database that Steward knows.`);
  return { kind: 'sqlite', file: path.resolve(text) };
}

/** The store that a standalone hub with these settings uses. */
export function configuredLocation(environment: Environment): StoreLocation {
  const url = environment['STEWARD_DATABASE_URL']?.trim();
  if (url !== undefined && url !== '') return parseLocation(url);
  const file = environment['STEWARD_DATABASE_FILE']?.trim();
  return { kind: 'sqlite', file: file ? path.resolve(file) : path.join(os.homedir(), '.steward', 'steward.sqlite') };
}

/** The store in words, without the password of its address. */
export function nameOfLocation(location: StoreLocation): string {
  if (location.kind === 'sqlite') return location.file;
  const { hostname, port, pathname } = new URL(location.url);
  return `the PostgreSQL database ${decodeURIComponent(pathname.slice(1))} at ${hostname}${port === '' ? '' : `:${port}`}`;
}
