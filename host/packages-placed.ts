import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Folders, relative to the host, in which npm places a package; those for other platforms stay away. */
export function lockedFolders(lockfile: string): string[] {
  const { packages } = JSON.parse(lockfile) as { packages: Record<string, unknown> };
  return Object.keys(packages).filter((folder) => folder !== '');
}

/** How many of the packages are there. 2,400 look-ups take a few milliseconds: cheap enough to ask every second. */
export function countPlaced(host: string, folders: readonly string[]): number {
  return folders.filter((folder) => existsSync(join(host, folder, 'package.json'))).length;
}

/** Counts the downloads that npm reports at `--loglevel=http`, in output that comes in pieces of any length. */
export function countDownloads(): { read(text: string): void; count(): number } {
  let count = 0;
  let rest = '';
  return {
    read(text) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      count += lines.filter((line) => /^npm http fetch GET 200 .*(?<!\(cache hit\))$/.test(line.trim())).length;
    },
    count: () => count,
  };
}

/**
 * How far npm is, 0 to 1. It first asks the registry about each package and then downloads and places it; what it has in
 * its cache it does not ask for again.
 */
export function packagesFraction(downloads: number, placed: number, usual: number): number {
  const asked = Math.max(Math.min(1, downloads / usual), placed / usual);
  return Math.min(1, 0.3 * asked + 0.7 * (placed / usual));
}
