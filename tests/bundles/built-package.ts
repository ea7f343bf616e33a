import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** The repository's own Node, whatever runs the tests: it runs TypeScript. */
export const node = path.join(root, 'node_modules/.bin/node');

/** The bundles, as paths from the repository's root. */
export function bundles(): string[] {
  return readdirSync(path.join(root, 'dist/nodes'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.node.js'))
    .map((file) => path.join('dist/nodes', file));
}

/** Paths that `npm publish` would ship. */
export function packedFiles(): string[] {
  const answer = JSON.parse(npm(['pack', '--dry-run', '--json', '--ignore-scripts'])) as {
    files: { path: string }[];
  }[];
  return (answer[0]?.files ?? []).map((file) => file.path);
}

/** Packs the package and unpacks it into a new folder, as n8n's scanner gets it. */
export function unpackedTarball(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'steward-tarball-'));
  const answer = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder])) as {
    filename: string;
  }[];
  const tarball = answer[0]?.filename;
  if (!tarball) throw new Error('npm pack made no tarball');
  execFileSync('tar', ['-xzf', path.join(folder, tarball), '-C', folder]);
  return path.join(folder, 'package');
}

function npm(args: string[]): string {
  return run('npm', args);
}

/** Runs a program in the repository; its errors become the error's message. */
export function run(program: string, args: string[], env: NodeJS.ProcessEnv = process.env): string {
  return execFileSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env });
}
