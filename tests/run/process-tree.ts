import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSameProcess, processMark } from '../../host/processes.ts';

/** A process, and what tells it from a later one with the same id. */
interface Noted {
  pid: number;
  mark: string;
}

const pollMs = 50;

/**
 * Asks a process and everything that it started, in whatever process group, to end; by force what is still there after the
 * grace. The tests' servers have groups of their own, so that a signal to the group of the test run does not reach them.
 */
export async function endTree(root: number, graceMs: number): Promise<void> {
  const noted = new Map<number, Noted>();
  const alive = (): Noted[] => [...noted.values()].filter(({ pid, mark }) => isSameProcess(pid, mark));
  const noteNew = (): Noted[] => {
    const roots = noted.size === 0 ? [root] : alive().map(({ pid }) => pid);
    const found = treeOf(roots, parents()).filter((pid) => !noted.has(pid));
    return found.map((pid) => {
      const one = { pid, mark: processMark(pid) };
      noted.set(pid, one);
      return one;
    });
  };
  signal(noteNew(), 'SIGTERM');
  for (const deadline = Date.now() + graceMs; alive().length > 0 && Date.now() < deadline;) {
    await sleep(pollMs);
    // One that is about to end may have started another.
    signal(noteNew(), 'SIGTERM');
  }
  signal(alive(), 'SIGKILL');
}

/** The processes of the machine: by id, the id of the one that started it. */
function parents(): Map<number, number> {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  return new Map(pairs.map(([pid = 0, parent = 0]) => [pid, parent]));
}

function treeOf(roots: readonly number[], parentOf: ReadonlyMap<number, number>): number[] {
  const tree = new Set(roots);
  for (let before = 0; before < tree.size;) {
    before = tree.size;
    for (const [pid, parent] of parentOf) if (tree.has(parent)) tree.add(pid);
  }
  return [...tree];
}

function signal(processes: readonly Noted[], name: NodeJS.Signals): void {
  for (const { pid, mark } of processes) {
    try {
      if (isSameProcess(pid, mark)) process.kill(pid, name);
    } catch {
      // Gone in the meantime, which is what was wanted.
    }
  }
}
