import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { provideHubCredential } from '../../../host/hub-credential.ts';
import type { OwnerAccount } from '../../../host/n8n-session.ts';
import { startN8n } from './start-n8n.ts';

/** What test files get of the one n8n of their test run. */
export interface SharedN8n {
  baseUrl: string;
  owner: OwnerAccount;
  logFile: string;
  /** The owner's session: cookie and browser id. */
  signedIn: { cookie: string; browserId: string };
}

declare module 'vitest' {
  export interface ProvidedContext {
    n8n: SharedN8n;
  }
}

/** Vitest's global set-up: one n8n with the hub for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const n8n = await startN8n();
  const { baseUrl, owner, logFile, session, folder } = n8n;
  // The examples record their decisions.
  await provideHubCredential(session, join(folder, 'hub-credential.json'));
  const signedIn = { cookie: session.cookie, browserId: session.browserId };
  project.provide('n8n', { baseUrl, owner, logFile, signedIn });
  return () => n8n.stop();
}
