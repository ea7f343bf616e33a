import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** A Chromium program and what it needs to start. */
export interface Chromium {
  executablePath: string;
  /** More environment, such as where its libraries are. */
  env: Record<string, string>;
  /** Where it comes from, for messages. */
  from: string;
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts it with a fresh profile, which goes when the browser is closed. */
export async function launch(program: Chromium, env: NodeJS.ProcessEnv): Promise<Browser> {
  const defined = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const executablePath = program.executablePath;
  return chromium.launch({
    executablePath,
    env: { ...Object.fromEntries(defined), ...program.env },
    args: flags,
    timeout: 30_000,
  });
}

/** Does it run a page? Being there is not enough: a library may be missing, or the program be a script without one. */
export async function starts(program: Chromium, env: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    const browser = await launch(program, env);
    try {
      const page = await browser.newPage();
      await page.setContent('<title>works</title>');
      return (await page.title()) === 'works';
    } finally {
      await browser.close();
    }
  } catch {
    return false;
  }
}

/** Where unpacked browsers are kept between test runs. */
export function browserCache(root: string, name: string): string {
  return join(root, 'node_modules', '.cache', 'steward', name);
}

/**
 * Writes a font configuration that knows the fonts unpacked below `folder` and the system's, if there are any.
 * @returns the file, for `FONTCONFIG_FILE`
 */
export function writeFontConfiguration(folder: string, fonts: string): string {
  const file = join(folder, 'fonts.conf');
  const folders = [fonts, '/usr/share/fonts'].map((path) => `  <dir>${path}</dir>\n`).join('');
  writeFileSync(
    file,
    `<?xml version="1.0"?>\n<fontconfig>\n${folders}  <cachedir>${join(folder, 'font-cache')}</cachedir>\n</fontconfig>\n`,
  );
  return file;
}
