import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** A copy of the parts of the repository that make a node, to be changed; the caller removes it. */
export function repositoryCopy(...nodes: string[]): string {
  mkdirSync(path.join(root, 'tests/output'), { recursive: true });
  const copy = mkdtempSync(path.join(root, 'tests/output/nodes-'));
  const folders = nodes.map((name) => `nodes/${name}`);
  for (const part of ['package.json', 'credentials', 'nodes/shared', ...folders, 'tests/nodes/samples', 'docs/nodes']) {
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  }
  for (const part of ['engine', 'rules']) symlinkSync(path.join(root, part), path.join(copy, part));
  return copy;
}
