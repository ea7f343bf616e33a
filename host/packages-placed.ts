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
