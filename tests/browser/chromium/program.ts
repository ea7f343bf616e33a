import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../host/processes.ts';

/** A Chromium program and what it needs to start. */
export interface Chromium {
  executablePath: string;
  /** More environment, such as where its libraries are. */
  env: Record<string, string>;
  /** Where it comes from, for messages. */
  from: string;
}

/** Does it render a page? Being there is not enough: a library may be missing, or the program be a script without one. */
export async function starts(program: Chromium): Promise<boolean> {
  const profile = mkdtempSync(join(tmpdir(), 'steward-chromium-'));
  try {
    const page = 'data:text/html,<title>works</title>';
    const args = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      `--user-data-dir=${profile}`,
    ];
    const result = await run(program.executablePath, [...args, '--dump-dom', page], {
      cwd: profile,
      env: { ...process.env, ...program.env },
      timeoutMs: 30_000,
    });
    return result.code === 0 && result.output.includes('<title>works</title>');
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Where unpacked browsers are kept between test runs. */
export function browserCache(root: string, name: string): string {
  return join(root, 'node_modules', '.cache', 'steward', name);
}
