import type { Browser } from 'playwright-core';
import { repositoryRoot } from '../../host/paths.ts';
import { findProgram } from '../../host/toolchain.ts';
import { installDebianChromium, unpackDebianChromium } from './chromium/debian.ts';
import { unpackNpmChromium } from './chromium/npm-package.ts';
import { launch, starts, type Chromium } from './chromium/program.ts';

/** Names under which systems install a Chromium or Chrome. */
const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * A Chromium that starts: the one that `STEWARD_CHROMIUM` names, one of the system, Debian's package (installed when we
 * are root, else unpacked into node_modules/.cache), or the one in the npm package @sparticuz/chromium, which has no
 * downloads.
 */
export async function findChromium(
  env: NodeJS.ProcessEnv = process.env,
  say: (line: string) => void = console.error,
): Promise<Chromium> {
  const named = env['STEWARD_CHROMIUM'];
  if (named) {
    const program: Chromium = { executablePath: named, env: {}, from: 'STEWARD_CHROMIUM' };
    if (await starts(program, env)) return program;
    throw new Error(`STEWARD_CHROMIUM names ${named}, which does not start.`);
  }
  for (const name of systemNames) {
    const executablePath = findProgram(name, env);
    if (executablePath === null) continue;
    const program: Chromium = { executablePath, env: {}, from: 'the system' };
    if (await starts(program, env)) return program;
  }
  for (const attempt of [installDebianChromium, unpackDebianChromium, unpackNpmChromium]) {
    const program = await attempt(repositoryRoot, env, say);
    if (program !== null && (await starts(program, env))) return program;
  }
  throw new Error(
    'No Chromium was found or could be installed. Install one (apt-get install chromium) or name one in STEWARD_CHROMIUM.',
  );
}

/** Starts a Chromium with a fresh profile. */
export async function launchChromium(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  return launch(await findChromium(env), env);
}
