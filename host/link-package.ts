import { lstatSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Puts this checkout into an n8n user folder as the installed package `n8n-nodes-steward`, by a symbolic link: what was
 * built last is what n8n loads at its next start.
 */
export function linkPackage(userFolder: string, checkout: string): void {
  const link = join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-steward');
  const there = lstatSync(link, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() && readlinkSync(link) === checkout) return;
  if (there !== undefined) rmSync(link, { recursive: true });
  mkdirSync(dirname(link), { recursive: true, mode: 0o700 });
  symlinkSync(checkout, link, 'dir');
}
