import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenNeeded } from '../../../host/build.ts';
import { installHost } from '../../../host/install.ts';
import { linkPackage } from '../../../host/link-package.ts';
import { n8nEnvironment } from '../../../host/n8n-env.ts';
import { startN8n as spawnN8n, waitUntilReady } from '../../../host/n8n-process.ts';
import { createOwner, signIn, type N8nSession, type OwnerAccount } from '../../../host/n8n-session.ts';
import { hostFolder, repositoryRoot } from '../../../host/paths.ts';
import { findFreePort } from '../../../host/port.ts';
import { createReporter } from '../../../host/reporter.ts';

export interface N8nOptions {
  /** @default a free one */
  port?: number;
  /** Mounts the hub under `/steward`. @default true */
  hub?: boolean;
  /** Builds nodes, hub and designer first when their sources changed. @default true */
  build?: boolean;
  /** More environment for n8n, such as `N8N_EXPRESSION_ENGINE`. */
  env?: NodeJS.ProcessEnv;
}

/** An n8n of a test's own: fresh folder, Steward's package in it, an owner account. */
export interface TestN8n {
  baseUrl: string;
  port: number;
  owner: OwnerAccount;
  /** The owner, signed in. */
  session: N8nSession;
  folder: string;
  logFile: string;
  /** Ends n8n and removes its folder. */
  stop(): Promise<void>;
}

/** The account of every n8n that tests start; it lives as long as the test run. */
export const testOwner: OwnerAccount = {
  email: 'owner@example.com',
  firstName: 'Test',
  lastName: 'Owner',
  password: 'Only-for-tests-1',
};

/** Starts the pinned n8n in a temporary folder; 10 to 15 seconds. Installs it first when it is not there yet. */
export async function startN8n({ port, hub = true, build = true, env = {} }: N8nOptions = {}): Promise<TestN8n> {
  const reporter = createReporter({ write: (text) => process.stderr.write(text) });
  const node = await installHost(process.env, reporter);
  if (build) await buildWhenNeeded(repositoryRoot, process.env, reporter);

  const folder = mkdtempSync(join(tmpdir(), 'steward-n8n-'));
  const logFile = join(folder, 'n8n.log');
  linkPackage(folder, repositoryRoot);
  const chosen = port ?? (await findFreePort());
  const settings = {
    userFolder: folder,
    port: chosen,
    brokerPort: await findFreePort(),
    nodeFolder: node.folder,
    hub: hub
      ? { hooksFile: join(repositoryRoot, 'hub', 'dist', 'n8n-hooks.cjs'), databaseFile: join(folder, 'hub.sqlite') }
      : null,
  };
  const n8n = spawnN8n({
    host: hostFolder(process.env),
    program: node.program,
    port: chosen,
    cwd: folder,
    logFile,
    env: { ...n8nEnvironment(settings, process.env), ...env },
  });
  // Should the test run die, n8n must not stay behind.
  const endWithUs = () => {
    try {
      process.kill(-n8n.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  };
  process.once('exit', endWithUs);
  const stop = async () => {
    await n8n.stop();
    process.off('exit', endWithUs);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };

  try {
    await waitUntilReady(n8n, { paths: hub ? ['/steward/api/v1/me'] : [], timeoutMs: 180_000, logFile });
    await createOwner(n8n.baseUrl, testOwner);
    const session = await signIn(n8n.baseUrl, testOwner);
    if (session === null) throw new Error('The owner account that was just made cannot sign in.');
    return { baseUrl: n8n.baseUrl, port: chosen, owner: testOwner, session, folder, logFile, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
