import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { run } from '../../../host/processes.ts';
import { browserCache, writeFontConfiguration, type Chromium } from './program.ts';

/**
 * Unpacks the Chromium of the npm package @sparticuz/chromium with the few libraries that a bare system lacks (NSS,
 * NSPR, expat), which the package carries for Amazon Linux and which run on Debian 12. Linux on x64 only.
 */
export async function unpackNpmChromium(
  root: string,
  _env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<Chromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..', 'bin');
  const folder = browserCache(root, 'npm-chromium');
  if (!existsSync(folder)) {
    say('Unpacking the Chromium of the npm package @sparticuz/chromium; file downloads do not work in it.');
    const partial = `${folder}.${process.pid}`;
    mkdirSync(partial, { recursive: true });
    await decompress(join(bin, 'chromium.br'), join(partial, 'chromium'), 0o755);
    for (const [archive, target] of [
      ['al2023', 'libraries'],
      ['fonts', 'fonts'],
      ['swiftshader', '.'],
    ] as const) {
      const tar = join(partial, `${archive}.tar`);
      await decompress(join(bin, `${archive}.tar.br`), tar, 0o644);
      mkdirSync(join(partial, target), { recursive: true });
      const result = await run('tar', ['-xf', tar, '--no-same-owner', '-C', join(partial, target)], {
        cwd: partial,
        env: process.env,
      });
      if (result.code !== 0) throw new Error(`tar failed: ${result.output}`);
      rmSync(tar);
    }
    // Complete or not there at all.
    renameSync(partial, folder);
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'libraries', 'lib'),
      FONTCONFIG_FILE: writeFontConfiguration(folder, join(folder, 'fonts')),
    },
    from: '@sparticuz/chromium',
  };
}

async function decompress(from: string, to: string, mode: number): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }));
}
