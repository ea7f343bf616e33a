import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How to call npm: the very npm that runs us, else the one on the PATH. */
export function npmCommand(env: NodeJS.ProcessEnv): { command: string; args: string[] } {
  const cli = env['npm_execpath'];
  // Other package managers set the variable to their own programs.
  if (cli?.endsWith('npm-cli.js') && existsSync(cli)) return { command: process.execPath, args: [cli] };
  return { command: 'npm', args: [] };
}

/**
 * The environment for an npm of our own: without what an outer `npm run` says about its own package, which would point
 * the inner npm at the wrong folder, and with `node` first on the PATH.
 */
export function npmEnvironment(env: NodeJS.ProcessEnv, nodeFolder: string): NodeJS.ProcessEnv {
  const inner: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(env)) {
    if (/^npm_(package|lifecycle|command)/i.test(name)) continue;
    if (/^npm_config_(local_prefix|prefix|global|workspaces?|include_workspace_root|ignore_scripts|omit)$/i.test(name))
      continue;
    inner[name] = value;
  }
  inner['PATH'] = `${nodeFolder}:${env['PATH'] ?? ''}`;
  inner['npm_config_yes'] = 'true';
  inner['npm_config_update_notifier'] = 'false';
  return inner;
}

/** The node-gyp that belongs to npm: newer than the one in n8n's tree, which does not run with Python 3.12 and later. */
export function findNodeGyp(env: NodeJS.ProcessEnv, host: string): string | null {
  const inNpm = join('node_modules', 'node-gyp', 'bin', 'node-gyp.js');
  const candidates = [
    env['npm_config_node_gyp'],
    env['npm_execpath'] ? join(dirname(dirname(env['npm_execpath'])), inNpm) : undefined,
    ...['/usr/lib', '/usr/local/lib', '/usr/share', '/usr/share/nodejs'].flatMap((folder) => [
      join(folder, 'node_modules', 'npm', inNpm),
      join(folder, 'npm', inNpm),
    ]),
    join(host, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js'),
  ];
  return candidates.find((file) => file !== undefined && existsSync(file)) ?? null;
}
