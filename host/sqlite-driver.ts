import { join } from 'node:path';
import type { NodeRuntime } from './node-runtime.ts';
import { findNodeGyp, npmEnvironment } from './npm.ts';
import { HostProblem } from './problem.ts';
import { run } from './processes.ts';

/** Does the driver load under the host's Node and open a database? */
export async function sqliteDriverWorks(host: string, node: NodeRuntime): Promise<boolean> {
  const probe =
    "new (require('sqlite3').Database)(':memory:').get('select 1 as one', (e, r) => process.exit(r?.one === 1 ? 0 : 1))";
  const result = await run(node.program, ['-e', probe], { cwd: host, env: { PATH: node.folder }, timeoutMs: 30_000 });
  return result.code === 0;
}

/**
 * Compiles n8n's SQLite driver from the source in its npm package, against the headers that the host's Node brings:
 * nothing is fetched from anywhere. About 70 seconds.
 */
export async function compileSqliteDriver(
  host: string,
  node: NodeRuntime,
  env: NodeJS.ProcessEnv,
  onStart: (pid: number) => void,
): Promise<void> {
  const nodeGyp = findNodeGyp(env, host);
  if (nodeGyp === null)
    throw new HostProblem('npm’s own node-gyp was not found.', ['Reinstall npm: npm install -g npm@10']);
  const args = [nodeGyp, 'rebuild', `--nodedir=${node.headers}`];
  const result = await run(node.program, args, {
    cwd: join(host, 'node_modules', 'sqlite3'),
    env: npmEnvironment(env, node.folder),
    onStart: (child) => child.pid !== undefined && onStart(child.pid),
  });
  if (result.code === 0 && (await sqliteDriverWorks(host, node))) return;
  throw new HostProblem('n8n’s SQLite driver could not be compiled. The compiler’s last lines:', [
    ...result.output.trim().split('\n').slice(-12),
    '',
    'Run the same command again to retry only this part.',
  ]);
}
