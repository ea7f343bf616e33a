import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../host/processes.ts';
import { findProgram } from '../../host/toolchain.ts';

/** Where Debian and Ubuntu put the programs of each version. */
const debianFolder = '/usr/lib/postgresql';

/**
 * The folder with `initdb` and `postgres`: that of the newest version that the system has, or of Debian's package, which is
 * installed when we are root.
 * @throws Error saying what to install
 */
export async function findPostgresPrograms(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const folder = installedPrograms(env) ?? ((await installFromDebian(env)) ? installedPrograms(env) : null);
  if (folder === null)
    throw new Error('The tests of the stores need PostgreSQL 15 or newer. Install it: apt-get install postgresql');
  return folder;
}

function installedPrograms(env: NodeJS.ProcessEnv): string | null {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const folders = versions
    .filter((name) => Number(name) >= 15)
    .sort((one, other) => Number(other) - Number(one))
    .map((name) => join(debianFolder, name, 'bin'));
  const onPath = findProgram('initdb', env);
  if (onPath !== null) folders.push(dirname(onPath));
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null;
}

async function installFromDebian(env: NodeJS.ProcessEnv): Promise<boolean> {
  if (process.getuid?.() !== 0 || findProgram('apt-get', env) === null) return false;
  process.stderr.write('Installing Debian’s postgresql (apt-get install postgresql); usually less than a minute.\n');
  // Debian would start a server of its own, which nobody here asked for.
  const settings = '/etc/postgresql-common/createcluster.d';
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'no-main-cluster.conf'), 'create_main_cluster = false\n');
  const apt = (...args: string[]) =>
    run('apt-get', args, { cwd: '/', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } });
  const install = ['install', '-y', '--no-install-recommends', 'postgresql'];
  if ((await apt(...install)).code === 0) return true;
  // No package lists yet, or lists that name versions that are gone.
  await apt('update');
  return (await apt(...install)).code === 0;
}

/** PostgreSQL refuses to run as root: then another account of the system has to. Null: our own will do. */
export function postgresAccount(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find(([known]) => known === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error('PostgreSQL does not run as root, and there is neither an account postgres nor nobody.');
}
