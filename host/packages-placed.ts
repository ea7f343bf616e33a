import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of a lockfile entry that say whether npm will place the package here. */
interface LockedPackage {
  optional?: boolean;
  link?: boolean;
}

/** Folders, relative to the host, that npm places a package in; packages for other platforms may stay away. */
export function lockedFolders(lockfile: string): { folder: string; optional: boolean }[] {
  const { packages } = JSON.parse(lockfile) as { packages: Record<string, LockedPackage> };
  return Object.entries(packages)
    .filter(([folder, entry]) => folder !== '' && entry.link !== true)
    .map(([folder, entry]) => ({ folder, optional: entry.optional === true }));
}

/** How many of the packages are there. 2,400 look-ups take a few milliseconds: cheap enough to ask every second. */
export function countPlaced(host: string, folders: readonly { folder: string }[]): number {
  return folders.filter(({ folder }) => existsSync(join(host, folder, 'package.json'))).length;
}
