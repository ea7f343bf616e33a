import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { UsageError, type Command } from '../cli/command.ts';
import { counted, redrawn } from '../cli/redrawn.ts';
import { availableKeys, keyBeside } from './configured-keys.ts';
import { copyWholeStore } from './copy/copy-whole-store.ts';
import { storeTables } from './copy/store-tables.ts';
import { openEmptyStore } from './empty-target.ts';
import { openStore } from './open-store.ts';
import { nameOfLocation, parseLocation } from './store-location.ts';
import { chosenLocation, databaseOption } from './store-option.ts';
import { verifyAndTell } from './verify-copy.ts';

/** `steward-hub move --to`: a store into another database. */
export const moveCommand: Command = {
  words: ['move'],
  operands: [],
  summary: 'copy the store into another database, such as from SQLite to PostgreSQL, and verify it there',
  help: [
    'Copies all tables into an empty store, all or nothing; compares number and hash of the rows of every table on both sides; verifies all streams on the other side. Then it says which settings to change. The store that it was made from stays as it is.',
    'Stop the hubs first: what they wrote afterwards would be missing on the other side. A hub that still has a SQLite store open is noticed.',
    'The exit code is 1 when the ledger does not verify on the other side.',
  ],
  options: {
    to: {
      type: 'string',
      help: 'the other store, which must be empty: postgres://user:password@host:port/database, or a file',
    },
    database: databaseOption,
  },
  examples: ['steward-hub move --to postgres://steward:secret@db.example.com:5432/steward'],
  async run({ options, streams }) {
    if (typeof options['to'] !== 'string') throw new UsageError('move needs --to postgres://….');
    const location = chosenLocation(options, process.env);
    const target = parseLocation(options['to']);
    if (location.kind === 'sqlite') refuseWhileOpen(location.file);
    const ring = availableKeys(location, process.env);
    const drawn = redrawn(streams);
    const from = await openStore(location);
    try {
      const tables = await storeTables();
      const to = await openEmptyStore(target, tables);
      try {
        const copied = await copyWholeStore(from, to, tables, (text) => drawn.show(text)).finally(() => drawn.clear());
        for (const [table, { rows, digest }] of copied)
          if (rows > 0) streams.note(`${table}: ${counted(rows, 'row')}, ${digest.slice(0, 16)}… on both sides\n`);
        if (!(await verifyAndTell(to, ring, streams))) return 1;
      } finally {
        await to.close();
      }
    } finally {
      await from.close();
    }
    streams.note(`\nEverything is in ${nameOfLocation(target)}. Start the hubs with:\n`);
    streams.note(
      target.kind === 'postgres'
        ? '  STEWARD_DATABASE_URL=… (the address that you gave), and without STEWARD_DATABASE_FILE\n'
        : `  STEWARD_DATABASE_FILE=${target.file}, and without STEWARD_DATABASE_URL\n`,
    );
    if (location.kind === 'sqlite' && existsSync(keyBeside(location.file)))
      streams.note(
        `  STEWARD_MASTER_KEY_FILE=${keyBeside(location.file)}, or a copy of it: the same master key as before\n`,
      );
    streams.note(
      `${nameOfLocation(location)} is as it was. Start no hub on it any more: delete it once the new one has a backup.\n`,
    );
    return 0;
  },
};

/** Whoever has a SQLite store open holds a lock on it, even while nothing is written. */
function refuseWhileOpen(file: string): void {
  if (!existsSync(file)) throw new UsageError(`there is no database ${file}.`);
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('pragma locking_mode = exclusive; begin exclusive; commit');
  } catch (error) {
    if (((error as { errcode?: number }).errcode ?? 0) % 256 !== busy) throw error;
    throw new UsageError(`${file} is open in another process. Stop the hub, then move.`);
  } finally {
    database.close();
  }
}

/** SQLITE_BUSY. */
const busy = 5;
