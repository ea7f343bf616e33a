import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npmCommand, npmEnvironment } from './npm.ts';
import { repositoryRoot } from './paths.ts';
import { describeFailure, HostProblem } from './problem.ts';
import { killGroup, run } from './processes.ts';
import { createReporter, type Reporter } from './reporter.ts';

/** What the build reads. */
const sources = [
  'engine',
  'rules',
  'nodes',
  'credentials',
  'hub',
  'editor',
  'package.json',
  'package-lock.json',
  'rollup.config.mjs',
  'tsconfig.json',
];

/** Folders inside the sources that the build writes, or that only tests and tools use. */
const notSources = new Set(['node_modules', 'dist', 'generated', 'coverage', '.git']);

/** Builds nodes, hub and designer when a source changed since the last build here, or an output is missing. */
export async function buildWhenNeeded(root: string, env: NodeJS.ProcessEnv, reporter: Reporter): Promise<void> {
  const fingerprint = fingerprintOf(root, sources);
  const outputs = expectedOutputs(root);
  if (!isUpToDate(root, fingerprint, outputs)) await build(root, env, reporter);
}

async function build(root: string, env: NodeJS.ProcessEnv, reporter: Reporter): Promise<void> {
  // Taken before: a file that is saved during the build makes the next start build again.
  const fingerprint = fingerprintOf(root, sources);
  const outputs = expectedOutputs(root);
  reporter.begin('Building nodes, hub and designer (usually under a minute)');
  const npm = npmCommand(env);
  const children = new Set<number>();
  const stop = () => children.forEach(killGroup);
  process.once('exit', stop);
  const result = await run(npm.command, [...npm.args, 'run', 'build'], {
    cwd: root,
    env: npmEnvironment(env, dirname(process.execPath)),
    onStart: (child) => void (child.pid && children.add(child.pid)),
  });
  process.off('exit', stop);
  const missing = outputs.filter((file) => !existsSync(join(root, file)));
  if (result.code !== 0 || missing.length > 0) {
    reporter.done('failed');
    const lines =
      result.code === 0 ? missing.map((file) => `not built: ${file}`) : result.output.trim().split('\n').slice(-20);
    throw new HostProblem('The build failed:', lines);
  }
  writeFingerprint(root, fingerprint);
  reporter.done('built');
}

/** Files without which n8n cannot run Steward. */
export function expectedOutputs(root: string): string[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { n8n?: { nodes?: string[] } };
  return [...(manifest.n8n?.nodes ?? []), 'hub/dist/n8n-hooks.cjs', 'editor/dist/index.html'];
}

/** A hash over names and contents of everything under the given paths: equal exactly when the sources are. */
export function fingerprintOf(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(root, path))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(root: string, path: string): string[] {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  const entries = readEntries(absolute);
  if (entries === null) return [path];
  return entries
    .filter((entry) => !notSources.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return filesUnder(root, join(path, entry.name));
      return entry.isFile() ? [join(path, entry.name)] : [];
    });
}

function readEntries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null;
    throw error;
  }
}

/** Beside what was built, but not in the folders that are published. */
const fingerprintFile = join('node_modules', '.cache', 'steward', 'build.json');

function isUpToDate(root: string, fingerprint: string, outputs: readonly string[]): boolean {
  if (!outputs.every((file) => existsSync(join(root, file)))) return false;
  try {
    return (
      (JSON.parse(readFileSync(join(root, fingerprintFile), 'utf8')) as { fingerprint?: string }).fingerprint ===
      fingerprint
    );
  } catch {
    return false;
  }
}

function writeFingerprint(root: string, fingerprint: string): void {
  mkdirSync(dirname(join(root, fingerprintFile)), { recursive: true });
  writeFileSync(join(root, fingerprintFile), JSON.stringify({ fingerprint }));
}

/** Builds whatever was built before; what `npm test` does. */
export async function main(): Promise<void> {
  try {
    await build(repositoryRoot, process.env, createReporter(process.stdout));
  } catch (error) {
    process.stderr.write(describeFailure(error));
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
