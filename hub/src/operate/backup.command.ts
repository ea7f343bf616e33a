import { existsSync } from 'node:fs';
import { chmod, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { UsageError, type Command } from '../cli/command.ts';
import { redrawn } from '../cli/redrawn.ts';
import { reasonOf } from '../cli/reason-of.ts';
import type { CliStreams } from '../cli/streams.ts';
import { bytesOfSqlite, snapshotSqlite } from './backup/sqlite-snapshot.ts';
import { availableKeys } from './configured-keys.ts';
import { copyWholeStore } from './copy/copy-whole-store.ts';
import { storeTables } from './copy/store-tables.ts';
import { openOrMakeStore, openToRead } from './open-store.ts';
import type { StoreLocation } from './store-location.ts';
import { chosenLocation, databaseOption } from './store-option.ts';
import { verifyAndTell } from './verify-copy.ts';

/** `steward-hub backup FILE`: the store as it is at one moment, in one file. */
export const backupCommand: Command = {
  words: ['backup'],
  operands: ['FILE'],
  summary: 'write the whole store into one file, while hubs are at work',
  help: [
    'Whichever database the store is in, the backup is a SQLite file with all tables as they are at one moment; it restores into either. It is read back and its ledger verified before it gets its name, so that a file of that name is a whole backup.',
    'The master key is not in it: without that key nobody reads personal inputs, and no hub signs. Keep it elsewhere. Backups made before a person was erased still hold what opens their inputs for whoever has the master key; restore with --erasures, and keep backups no longer than you need.',
    'The exit code is 1 when the ledger does not verify; the backup is written all the same.',
  ],
  options: {
    database: databaseOption,
    'no-verify': { type: 'boolean', help: 'do not verify the ledger in the backup' },
  },
  examples: ['steward-hub backup /var/backups/steward-2026-11-22.sqlite'],
  async run({ operands, options, streams }) {
    const file = path.resolve(operands[0] ?? '');
    if (existsSync(file)) throw new UsageError(`${file} exists already; a backup never replaces a file.`);
    const location = chosenLocation(options, process.env);
    const draft = `${file}.partial`;
    await removeStore(draft);
    try {
      if (location.kind === 'sqlite') await snapshot(location.file, draft, streams);
      else await copyInto(location, draft, streams);
      await chmod(draft, 0o600);
      const isWell = options['no-verify'] === true || (await isVerified(draft, location, streams));
      await onDisk(draft);
      await rename(draft, file);
      streams.note(`The backup is ${file}. The master key is not in it: keep that elsewhere.\n`);
      return isWell ? 0 : 1;
    } finally {
      await removeStore(draft);
    }
  },
};

async function snapshot(file: string, draft: string, streams: CliStreams): Promise<void> {
  if (!existsSync(file)) throw new UsageError(`there is no database ${file}.`);
  streams.note(`Copying up to ${Math.ceil(bytesOfSqlite(file) / 1_000_000)} MB …\n`);
  try {
    snapshotSqlite(file, draft);
  } catch (error) {
    throw new UsageError(`${draft} cannot be written: ${reasonOf(error)}`);
  }
}

async function copyInto(location: StoreLocation, draft: string, streams: CliStreams): Promise<void> {
  const drawn = redrawn(streams);
  const from = await openToRead(location);
  try {
    const to = await openOrMakeStore({ kind: 'sqlite', file: draft });
    try {
      await copyWholeStore(from, to, await storeTables(), (text) => drawn.show(text));
    } finally {
      await to.close();
    }
  } finally {
    drawn.clear();
    await from.close();
  }
}

async function isVerified(draft: string, location: StoreLocation, streams: CliStreams): Promise<boolean> {
  const copy = await openToRead({ kind: 'sqlite', file: draft });
  try {
    return await verifyAndTell(copy, availableKeys(location, process.env), streams);
  } finally {
    await copy.close();
  }
}

async function onDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

/** A SQLite file with its companions. */
async function removeStore(file: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm', '-journal']) await rm(file + ending, { force: true });
}
