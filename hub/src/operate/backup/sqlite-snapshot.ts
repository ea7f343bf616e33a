import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** How long a hub that writes or empties its log at this moment is waited for. */
const busyTimeoutMs = 30_000;

/**
 * Writes a SQLite store, as it is at one moment, into a new file, while hubs go on writing to it. Only rows are copied, no
 * free pages: what was deleted from the store is not in the copy. The file is its owner's alone from the first byte on.
 */
export function snapshotSqlite(file: string, into: string): void {
  // SQLite would make it readable by all; it takes an empty file that is there.
  closeSync(openSync(into, 'wx', 0o600));
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  try {
    database.prepare('vacuum into ?').run(into);
  } finally {
    database.close();
  }
}

/** Bytes that the rows of a store take at most, for whoever waits. */
export function bytesOfSqlite(file: string): number {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  try {
    const { bytes } = database
      .prepare('select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()')
      .get() as { bytes: number };
    return bytes;
  } finally {
    database.close();
  }
}
