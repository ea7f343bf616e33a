import { mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findNodeRuntime, nodeVersion, type NodeRuntime } from './node-runtime.ts';
import { npmCommand, npmEnvironment } from './npm.ts';
import { npmFailed } from './npm-failure.ts';
import { countDownloads, countPlaced, lockedFolders, packagesFraction } from './packages-placed.ts';
import { hostFolder } from './paths.ts';
import { checkDiskSpace } from './prerequisites.ts';
import { HostProblem, describeFailure } from './problem.ts';
import { killGroup, run } from './processes.ts';
import { formatDuration, fractionByTime, overallFraction, type Phase } from './progress.ts';
import { createReporter, type Reporter } from './reporter.ts';
import { releaseLock, takeLock } from './run-lock.ts';
import { compileSqliteDriver, sqliteDriverWorks } from './sqlite-driver.ts';
import { installationKey, parseStamp, remainingWork, type InstallationStage } from './stamp.ts';
import { ensureToolchain } from './toolchain.ts';

/** Usual times on two cores and a fast line. */
const phases = [
  { label: 'packages', usualSeconds: 200 },
  { label: 'Node 24', usualSeconds: 15 },
  { label: 'compiling the SQLite driver', usualSeconds: 85 },
] as const satisfies readonly Phase[];

/** What npm places on Linux; the lockfile also lists packages for other platforms and copies that npm leaves out. */
const usualPackages = 2300;

/** Bytes of one placed package on average, to credit an interrupted attempt with what it has used already. */
const bytesPerPackage = 1.1e6;

/**
 * Installs the pinned n8n into the host folder when it is not there, complete, for this lockfile, Node and platform.
 * Safe to call again after an interruption, and by two processes at once: the second waits for the first.
 */
export async function installHost(env: NodeJS.ProcessEnv, reporter: Reporter): Promise<NodeRuntime> {
  const host = hostFolder(env);
  const installed = findInstalled(host, env);
  if (installed !== null) return installed;

  const lock = join(host, '.install.lock');
  await waitForLock(lock, reporter);
  const children = new Set<number>();
  const stop = () => {
    for (const pid of children) killGroup(pid);
    releaseLock(lock);
  };
  process.once('exit', stop);
  try {
    return findInstalled(host, env) ?? (await install(host, env, reporter, children));
  } finally {
    process.off('exit', stop);
    releaseLock(lock);
  }
}

async function install(
  host: string,
  env: NodeJS.ProcessEnv,
  reporter: Reporter,
  children: Set<number>,
): Promise<NodeRuntime> {
  const lockfile = readFileSync(join(host, 'package-lock.json'), 'utf8');
  const folders = lockedFolders(lockfile);
  const key = keyOf(lockfile);
  const full = checkDiskSpace(freeBytes(host), host, countPlaced(host, folders) * bytesPerPackage);
  if (full !== null) throw full;
  await ensureToolchain(env, reporter);

  const usualMinutes = Math.round(phases.reduce((sum, phase) => sum + phase.usualSeconds, 0) / 60);
  const again = remainingWork(readStamp(host), key) === 'native' ? ', going on where it stopped' : '';
  reporter.begin(
    `Installing n8n ${n8nVersion(host)} into ${host} (only this once, usually about ${usualMinutes} minutes${again})`,
  );
  const begunAt = Date.now();
  const watch = {
    cwd: host,
    onStart: (child: { pid?: number | undefined }) => void (child.pid && children.add(child.pid)),
  };

  if (remainingWork(readStamp(host), key) === 'everything') {
    rmSync(stampFile(host), { force: true });
    const downloads = countDownloads();
    const ticker = tick(() => {
      const placed = countPlaced(host, folders);
      const fraction = packagesFraction(downloads.count(), placed, usualPackages);
      const detail = `${downloads.count()} downloads, packages in place: ${placed} of about ${usualPackages}`;
      reporter.progress(overallFraction(phases, 0, fraction), detail);
    });
    const npm = npmCommand(env);
    const args = [
      ...npm.args,
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=http',
      '--prefer-offline',
    ];
    const result = await run(npm.command, args, {
      ...watch,
      env: npmEnvironment(env, nodeFolderOfThisProcess()),
      onOutput: (text) => downloads.read(text),
    });
    clearInterval(ticker);
    if (result.code !== 0) {
      reporter.done('failed');
      throw npmFailed('n8n’s packages could not be installed', result.output);
    }
    writeStamp(host, key, 'packages');
  }

  const node = await atPhase(reporter, 1, () => installNode(host, env, watch));
  await atPhase(reporter, 2, async () => {
    if (await sqliteDriverWorks(host, node)) return;
    await compileSqliteDriver(host, node, env, (pid) => children.add(pid));
  });
  writeStamp(host, key, 'complete');
  reporter.done(
    `n8n is installed, ${countPlaced(host, folders)} packages in ${formatDuration((Date.now() - begunAt) / 1000)}`,
  );
  return node;
}

async function installNode(
  host: string,
  env: NodeJS.ProcessEnv,
  watch: Omit<Parameters<typeof run>[2], 'env'>,
): Promise<NodeRuntime> {
  const there = findNodeRuntime(host);
  if (there !== null && nodeVersion(there.program) !== null) return there;
  // What `npm rebuild node` would run, called by its name: newer npm versions skip scripts that nobody approved.
  const result = await run(process.execPath, ['installArchSpecificPackage.js'], {
    ...watch,
    cwd: join(host, 'node_modules', 'node'),
    env: npmEnvironment(env, nodeFolderOfThisProcess()),
  });
  const node = findNodeRuntime(host);
  if (node === null || nodeVersion(node.program) === null)
    throw npmFailed('Node 24 for n8n could not be installed', result.output);
  return node;
}

async function atPhase<T>(reporter: Reporter, index: 1 | 2, work: () => Promise<T>): Promise<T> {
  const begunAt = Date.now();
  const ticker = tick(() => {
    const fraction = fractionByTime((Date.now() - begunAt) / 1000, phases[index].usualSeconds);
    reporter.progress(overallFraction(phases, index, fraction), phases[index].label);
  });
  try {
    return await work();
  } catch (error) {
    reporter.done('failed');
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

async function waitForLock(file: string, reporter: Reporter): Promise<void> {
  mkdirSync(join(file, '..'), { recursive: true });
  let told = false;
  for (;;) {
    const holder = takeLock(file);
    if (holder === null) break;
    if (!told) reporter.line(`Another process (${holder.pid}) is installing n8n; waiting for it.`);
    told = true;
    await sleep(1000);
  }
}

/** The ready host. One that `STEWARD_HOST_DIR` names belongs to somebody else: used as it is, never changed. */
function findInstalled(host: string, env: NodeJS.ProcessEnv): NodeRuntime | null {
  if (env['STEWARD_HOST_DIR']) {
    const node = findNodeRuntime(host);
    if (node !== null) return node;
    throw new HostProblem(`STEWARD_HOST_DIR names ${host}, where no n8n is installed.`, [
      'Unset it to use host/ of this checkout.',
    ]);
  }
  const lockfile = readText(join(host, 'package-lock.json'));
  if (lockfile === null)
    throw new HostProblem(`There is no package-lock.json in ${host}.`, ['Check out the repository again.']);
  if (remainingWork(readStamp(host), keyOf(lockfile)) !== 'nothing') return null;
  return readText(join(host, 'node_modules', 'n8n', 'package.json')) === null ? null : findNodeRuntime(host);
}

function keyOf(lockfile: string): string {
  const nodeMajor = Number(process.versions.node.split('.')[0]);
  return installationKey({ lockfile, nodeMajor, platform: process.platform, arch: process.arch });
}

/** Inside node_modules, so that removing that folder by hand also removes the claim that it is complete. */
function stampFile(host: string): string {
  return join(host, 'node_modules', '.steward-host.json');
}

function readStamp(host: string) {
  return parseStamp(readText(stampFile(host)));
}

function writeStamp(host: string, key: string, stage: InstallationStage): void {
  writeFileSync(stampFile(host), JSON.stringify({ key, stage }));
}

function n8nVersion(host: string): string {
  const manifest = JSON.parse(readFileSync(join(host, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  return manifest.dependencies?.['n8n'] ?? '';
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function nodeFolderOfThisProcess(): string {
  return join(process.execPath, '..');
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function tick(work: () => void): NodeJS.Timeout {
  return setInterval(work, 1000);
}

/** Installs the host and ends; what `npm start` does first. */
export async function main(): Promise<void> {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  try {
    await installHost(process.env, createReporter(process.stdout));
  } catch (error) {
    process.stderr.write(describeFailure(error));
    process.exit(1);
  }
}

if (import.meta.main) await main();
