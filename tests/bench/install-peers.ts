import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The folder of the engines that only the benchmark needs; the repository is tested without them. */
const folder = join(import.meta.dirname, 'peers');

/** Loads one of the peers. */
export const requirePeer = createRequire(join(folder, 'package.json'));

/** Installs the peers, once. One of them is native and comes for some platforms only, which no lockfile could say for all. */
export function installPeers(): void {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { dependencies: object };
  if (Object.keys(dependencies).every((name) => existsSync(join(folder, 'node_modules', name)))) return;
  process.stdout.write('\nInstalling the peers …\n');
  execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--silent'], {
    cwd: folder,
    stdio: 'inherit',
  });
}
