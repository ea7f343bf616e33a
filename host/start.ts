import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStartOptions } from './arguments.ts';
import { buildWhenNeeded } from './build.ts';
import { provideExample, refundTriage, type Example } from './example.ts';
import { provideHubCredential } from './hub-credential.ts';
import { installHost } from './install.ts';
import { linkPackage } from './link-package.ts';
import { n8nEnvironment } from './n8n-env.ts';
import { n8nEnded, startN8n, waitUntilReady, type N8nProcess } from './n8n-process.ts';
import { readOrMakeAccount, signInAsOwner } from './owner.ts';
import { hostFolder, repositoryRoot, stateFolder, type StateFolder } from './paths.ts';
import { findFreePort, findPortHolder, isPortFree, loopback, takenPort } from './port.ts';
import { describeFailure, HostProblem } from './problem.ts';
import { processMark, stopGroup } from './processes.ts';
import { fractionByTime } from './progress.ts';
import { createReporter, type Reporter } from './reporter.ts';
import { noteInLock, readOrphan, releaseLock, takeLock } from './run-lock.ts';
import { summarize } from './summary.ts';

const usage = `npm start [-- --port <number>]

Installs the pinned n8n on first use, builds, and starts n8n with Steward in it.
  --port, -p   the port to use on ${loopback} (default 5678; also STEWARD_PORT)
`;

/** Starts Steward and stays until it is stopped; the exit code is the process's. */
export async function main(): Promise<void> {
  const begunAt = Date.now();
  const reporter = createReporter(process.stdout);
  const state = stateFolder(process.env);
  let n8n: N8nProcess | null = null;
  let stopping = false;

  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    if (n8n !== null) {
      reporter.line('\nStopping n8n ...');
      await n8n.stop();
    }
    releaseLock(state.run);
    process.exit(code);
  };
  process.on('SIGINT', () => void stop(n8n === null ? 130 : 0));
  process.on('SIGTERM', () => void stop(n8n === null ? 143 : 0));
  process.on('SIGHUP', () => void stop(129));

  try {
    const { port, help } = readStartOptions(process.argv.slice(2), process.env);
    if (help) return void process.stdout.write(usage);
    reporter.line(`Steward ${packageVersion()}`);
    await claim(state, port, reporter);

    const node = await installHost(process.env, reporter);
    await buildWhenNeeded(repositoryRoot, process.env, reporter);
    linkPackage(state.n8n, repositoryRoot);
    mkdirSync(join(state.hubDatabase, '..'), { recursive: true });

    reporter.begin('Starting n8n (usually about 15 s)');
    n8n = startN8n({
      host: hostFolder(process.env),
      program: node.program,
      port,
      cwd: state.n8n,
      logFile: state.log,
      env: n8nEnvironment(
        {
          userFolder: state.n8n,
          port,
          brokerPort: await findFreePort(),
          nodeFolder: node.folder,
          hub: { hooksFile: join(repositoryRoot, 'hub', 'dist', 'n8n-hooks.cjs'), databaseFile: state.hubDatabase },
        },
        process.env,
      ),
    });
    noteInLock(state.run, { port, n8n: { pid: n8n.pid, mark: processMark(n8n.pid) } });
    await waitUntilReady(n8n, {
      paths: ['/steward/api/v1/me'],
      timeoutMs: 180_000,
      logFile: state.log,
      onWait: (elapsedMs) => reporter.progress(fractionByTime(elapsedMs / 1000, 15), 'waiting for n8n to answer'),
    });
    reporter.done('n8n answers');

    const account = readOrMakeAccount(state.owner);
    const session = await signInAsOwner(n8n.baseUrl, account);
    let example: Example | null = null;
    if (session !== null) {
      await provideHubCredential(session, state.hubCredential);
      reporter.begin('Bringing in the example');
      example = await provideExample(session, refundTriage(), state.example);
      reporter.done(example.webhookUrl === null ? 'left as you changed it' : 'it is published');
    }
    process.stdout.write(
      summarize({
        port,
        signIn: { email: account.email, password: session === null ? null : account.password },
        example:
          example?.webhookUrl && example.customer
            ? { name: example.name, webhookUrl: example.webhookUrl, customer: example.customer }
            : null,
        logFile: state.log,
        startSeconds: (Date.now() - begunAt) / 1000,
      }),
    );

    await n8n.exited;
    if (!stopping) throw n8nEnded('n8n has ended by itself.', state.log);
    await new Promise(() => {});
  } catch (error) {
    if (stopping) return;
    process.stderr.write(describeFailure(error));
    await stop(1);
  }
}

/** Makes sure that nobody else uses the port or this checkout's state, before anything else begins. */
async function claim(state: StateFolder, port: number, reporter: Reporter): Promise<void> {
  mkdirSync(state.root, { recursive: true, mode: 0o700 });
  const orphan = readOrphan(state.run);
  if (orphan !== null) {
    reporter.line('Stopping the n8n that an earlier start left behind.');
    await stopGroup(orphan, 10_000);
  }
  const holder = takeLock(state.run);
  if (holder !== null) {
    const where =
      holder.port === undefined ? 'is already starting' : `is already running at http://${loopback}:${holder.port}`;
    throw new HostProblem(`Steward of this checkout ${where} (process ${holder.pid}).`, [
      'Stop it there with Ctrl-C, or use it.',
    ]);
  }
  if (!(await isPortFree(port))) throw takenPort(port, await findPortHolder(port));
}

function packageVersion(): string {
  return (JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as { version: string }).version;
}

if (import.meta.main) await main();
