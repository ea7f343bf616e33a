import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this file belongs to. */
export const repositoryRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where n8n is installed: `host/`, or the folder that `STEWARD_HOST_DIR` names (tests share one installation that way). */
export function hostFolder(env: NodeJS.ProcessEnv): string {
  return env['STEWARD_HOST_DIR'] ? resolve(env['STEWARD_HOST_DIR']) : join(repositoryRoot, 'host');
}

/** Everything `npm start` keeps between two starts, and nothing else. */
export interface StateFolder {
  root: string;
  /** n8n's user folder: n8n makes `.n8n` in it, with its database, settings and encryption key. */
  n8n: string;
  hubDatabase: string;
  log: string;
  owner: string;
  example: string;
  /** Which credential in n8n holds the hub's key. */
  hubCredential: string;
  /** Says which processes of a running start hold the folder. */
  run: string;
}

/** `.steward/` of the checkout, or the folder that `STEWARD_STATE_DIR` names. */
export function stateFolder(env: NodeJS.ProcessEnv): StateFolder {
  const root = env['STEWARD_STATE_DIR'] ? resolve(env['STEWARD_STATE_DIR']) : join(repositoryRoot, '.steward');
  return {
    root,
    n8n: join(root, 'n8n'),
    hubDatabase: join(root, 'hub', 'hub.sqlite'),
    log: join(root, 'n8n.log'),
    owner: join(root, 'owner.json'),
    example: join(root, 'example.json'),
    hubCredential: join(root, 'hub-credential.json'),
    run: join(root, 'run.json'),
  };
}
