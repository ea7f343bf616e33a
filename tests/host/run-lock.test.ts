import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { processMark } from '../../host/processes.ts';
import { noteInLock, readHolder, readOrphan, releaseLock, takeLock } from '../../host/run-lock.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-lock-'));
  file = join(folder, 'inner', 'run.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The id of a process that has ended. */
const ended = () => spawnSync(process.execPath, ['-e', '']).pid;

const write = (holder: object) => {
  takeLock(file);
  writeFileSync(file, JSON.stringify(holder));
};

describe('a lock', () => {
  it('is taken once: the second gets the holder', () => {
    expect(takeLock(file)).toBeNull();
    expect(takeLock(file)).toMatchObject({ pid: process.pid });
  });

  it('of a dead process is taken over', () => {
    write({ pid: ended(), mark: '' });
    expect(readHolder(file)).toBeNull();
    expect(takeLock(file)).toBeNull();
    expect(readHolder(file)).toMatchObject({ pid: process.pid });
  });

  it.skipIf(process.platform !== 'linux')('of a process whose id somebody else has now is taken over', () => {
    write({ pid: process.ppid, mark: 'started at another time' });
    expect(takeLock(file)).toBeNull();
  });

  it('that cannot be read counts as nobody’s', () => {
    takeLock(file);
    writeFileSync(file, '{"pid":');
    expect(takeLock(file)).toBeNull();
  });

  it('is given back by its holder only', () => {
    takeLock(file);
    releaseLock(file);
    expect(existsSync(file)).toBe(false);
    write({ pid: process.ppid, mark: processMark(process.ppid) });
    releaseLock(file);
    expect(existsSync(file)).toBe(true);
  });
});

describe('an n8n that a killed start left behind', () => {
  const n8n = () => ({ pid: process.ppid, mark: processMark(process.ppid) });

  it('is found when its starter is gone', () => {
    write({ pid: ended(), mark: '', n8n: n8n() });
    expect(readOrphan(file)).toBe(process.ppid);
  });

  it('is none while its starter lives', () => {
    takeLock(file);
    noteInLock(file, { n8n: n8n(), port: 5678 });
    expect(readOrphan(file)).toBeNull();
    expect(readHolder(file)).toMatchObject({ port: 5678 });
  });

  it('is none when it has ended too', () => {
    write({ pid: ended(), mark: '', n8n: { pid: ended(), mark: '' } });
    expect(readOrphan(file)).toBeNull();
  });
});
