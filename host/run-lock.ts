import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isSameProcess, processMark } from './processes.ts';

/** Who holds something, as written into its lock file. */
export interface Holder {
  pid: number;
  mark: string;
  /** n8n, once it runs: it may outlive a start that was killed. */
  n8n?: { pid: number; mark: string };
  port?: number;
}

/** The living holder of a lock file, or null when it is free or its holder is gone. */
export function readHolder(file: string): Holder | null {
  const holder = parseHolder(file);
  return holder !== null && isSameProcess(holder.pid, holder.mark) ? holder : null;
}

/** The n8n that a killed start left behind, or null. */
export function readOrphan(file: string): number | null {
  const holder = parseHolder(file);
  if (holder?.n8n === undefined || isSameProcess(holder.pid, holder.mark)) return null;
  return isSameProcess(holder.n8n.pid, holder.n8n.mark) ? holder.n8n.pid : null;
}

/** Takes the lock for this process; null when taken, else the holder. The lock of a dead process is taken over. */
export function takeLock(file: string): Holder | null {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  // Written aside and then linked: nobody ever sees a lock that is half written, and only one link succeeds.
  writeFileSync(own, JSON.stringify(ourselves()));
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (tryLink(own, file)) return null;
      const holder = readHolder(file);
      if (holder !== null) return holder;
      removeStale(file);
    }
    return readHolder(file) ?? ourselves();
  } finally {
    rmSync(own, { force: true });
  }
}

/** Adds what became known to a lock that this process holds. */
export function noteInLock(file: string, more: Pick<Holder, 'n8n' | 'port'>): void {
  writeFileSync(file, JSON.stringify({ ...ourselves(), ...more }));
}

/** Gives the lock back; only the process that holds it does. */
export function releaseLock(file: string): void {
  if (parseHolder(file)?.pid === process.pid) rmSync(file, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead lock away; what was moved is looked at again, since another process may have been quicker. */
function removeStale(file: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readHolder(aside) !== null) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function ourselves(): Holder {
  return { pid: process.pid, mark: processMark(process.pid) };
}

function parseHolder(file: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null && typeof (value as Holder).pid === 'number'
      ? (value as Holder)
      : null;
  } catch {
    return null;
  }
}
