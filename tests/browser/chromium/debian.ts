import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { run, type RunResult } from '../../../host/processes.ts';
import { findProgram } from '../../../host/toolchain.ts';
import { browserCache, writeFontConfiguration, type Chromium } from './program.ts';

/** Installs Debian's package when we are root; null when we are not, or it did not work. */
export async function installDebianChromium(
  _root: string,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<Chromium | null> {
  if (process.getuid?.() !== 0 || findProgram('apt-get', env) === null) return null;
  say('Installing Debian’s chromium (apt-get install chromium); usually about a minute.');
  const apt = (...args: string[]) =>
    run('apt-get', args, { cwd: '/', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } });
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  let result = await apt(...install);
  if (result.code !== 0) {
    // No package lists yet, or lists that name versions that are gone.
    await apt('update');
    result = await apt(...install);
  }
  const executablePath = findProgram('chromium', env);
  if (result.code === 0 && executablePath !== null) return { executablePath, env: {}, from: 'Debian' };
  say(`It could not be installed: ${lastLine(result)}`);
  return null;
}

/**
 * Unpacks Debian's package and the packages that it needs and the system lacks into node_modules/.cache, for people who
 * are not root. apt does all of it with lists and a cache of our own; nothing of the system changes.
 */
export async function unpackDebianChromium(
  root: string,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<Chromium | null> {
  if (['apt-get', 'dpkg-deb'].some((program) => findProgram(program, env) === null)) return null;
  const folder = browserCache(root, 'debian-chromium');
  if (!existsSync(join(folder, 'root'))) {
    say(
      'Unpacking Debian’s chromium into node_modules/.cache, as only root can install it; usually about two minutes.',
    );
    const problem = await unpack(folder, env);
    if (problem !== null) {
      say(`It could not be unpacked: ${problem}`);
      return null;
    }
  }
  const inRoot = (...parts: string[]) => join(folder, 'root', ...parts);
  const libraries = ['usr/lib', 'lib'].flatMap((base) => libraryFolders(inRoot(base)));
  return {
    executablePath: inRoot('usr', 'lib', 'chromium', 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries.join(':'),
      FONTCONFIG_FILE: writeFontConfiguration(folder, inRoot('usr', 'share', 'fonts')),
    },
    from: 'Debian, unpacked',
  };
}

async function unpack(folder: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const state = join(folder, 'apt');
  const partial = join(folder, `root.${process.pid}`);
  for (const path of [join(state, 'lists', 'partial'), join(state, 'cache', 'archives', 'partial'), partial])
    mkdirSync(path, { recursive: true });
  const options = [
    `Dir::State::lists=${join(state, 'lists')}`,
    `Dir::Cache=${join(state, 'cache')}`,
    'Debug::NoLocking=1',
    'APT::Sandbox::User=',
  ].flatMap((option) => ['-o', option]);
  const apt = (...args: string[]) => run('apt-get', [...options, ...args], { cwd: folder, env });

  const update = await apt('update');
  if (update.code !== 0) return lastLine(update);
  const download = await apt(
    'install',
    '-y',
    '--download-only',
    '--no-install-recommends',
    'chromium',
    'fonts-dejavu-core',
  );
  if (download.code !== 0) return lastLine(download);
  const archives = join(state, 'cache', 'archives');
  for (const name of readdirSync(archives).filter((file) => file.endsWith('.deb'))) {
    const result = await run('dpkg-deb', ['-x', join(archives, name), partial], { cwd: folder, env });
    if (result.code !== 0) return lastLine(result);
  }
  if (!existsSync(join(partial, 'usr', 'lib', 'chromium', 'chromium'))) return 'the packages hold no Chromium';
  renameSync(partial, join(folder, 'root'));
  return null;
}

/** Debian keeps libraries in a folder per architecture, such as `x86_64-linux-gnu`, and private ones in folders below it. */
function libraryFolders(base: string): string[] {
  const architectures = foldersIn(base).filter((folder) => folder.endsWith('-linux-gnu'));
  const inner = architectures
    .flatMap(foldersIn)
    .filter((folder) => readdirSync(folder).some((name) => /^lib.*\.so/.test(name)));
  return [...architectures, ...inner];
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
}

function lastLine(result: RunResult): string {
  return result.output.trim().split('\n').at(-1) ?? `exit code ${result.code}`;
}
