import type { Database } from '../../storage/database.ts';
import { countRows, readRows } from './read-rows.ts';
import { rowsDigester, type RowsDigest } from './rows-digest.ts';
import type { StoreTable } from './store-tables.ts';
import { writeRows } from './write-rows.ts';

/** Told while rows go over: how many of how many of a table. */
export type CopyProgress = (step: 'copy' | 'compare', table: string, done: number, of: number) => void;

/** What was copied, by table. */
export type CopiedTables = Map<string, RowsDigest>;

/**
 * Copies all tables of a store into an empty one, then reads both sides back and compares them.
 * @throws CopyDiffersError when the copy is not what was read
 */
export async function copyStore(
  from: Database,
  to: Database,
  tables: readonly StoreTable[],
  progress: CopyProgress,
): Promise<CopiedTables> {
  const copied: CopiedTables = new Map();
  for (const table of tables) {
    const of = await countRows(from, table);
    const digester = rowsDigester(table);
    let done = 0;
    for await (const rows of readRows(from, table)) {
      await writeRows(to, table, rows);
      digester.add(rows);
      progress('copy', table.name, (done += rows.length), of);
    }
    copied.set(table.name, digester.result());
  }
  await compareWith(to, tables, copied, progress);
  return copied;
}

/** The copy holds other rows than the store that it was made of. */
export class CopyDiffersError extends Error {}

async function compareWith(
  to: Database,
  tables: readonly StoreTable[],
  expected: CopiedTables,
  progress: CopyProgress,
): Promise<void> {
  for (const table of tables) {
    const wanted = expected.get(table.name);
    const digester = rowsDigester(table);
    let done = 0;
    for await (const rows of readRows(to, table)) {
      digester.add(rows);
      progress('compare', table.name, (done += rows.length), wanted?.rows ?? 0);
    }
    const found = digester.result();
    if (found.rows !== wanted?.rows || found.digest !== wanted.digest) {
      throw new CopyDiffersError(
        `the table ${table.name} holds ${found.rows} rows with the digest ${found.digest}, where ${wanted?.rows ?? 0} with ${wanted?.digest ?? 'none'} were read`,
      );
    }
  }
}

/** Names of the tables that hold something. */
export async function tablesInUse(database: Database, tables: readonly StoreTable[]): Promise<string[]> {
  const used: string[] = [];
  for (const table of tables) if ((await countRows(database, table)) > 0) used.push(table.name);
  return used;
}
