import { describe, expect, it } from 'vitest';
import { countDownloads, lockedFolders, packagesFraction } from '../../host/packages-placed.ts';

describe('progress of npm', () => {
  it('counts downloads, in whatever pieces the output comes, and not what the cache had', () => {
    const downloads = countDownloads();
    const output = [
      'npm http fetch GET 200 https://npm.example.com/a 120ms (cache miss)',
      'npm http fetch GET 200 https://npm.example.com/b 3ms (cache hit)',
      'npm http fetch GET 404 https://npm.example.com/c 20ms',
      'npm warn deprecated d@1.0.0',
      'npm http fetch GET 200 https://npm.example.com/e/-/e-1.0.0.tgz 220ms (cache miss)',
      '',
    ].join('\n');
    for (let at = 0; at < output.length; at += 7) downloads.read(output.slice(at, at + 7));
    expect(downloads.count()).toBe(2);
  });

  it('moves while npm only asks, and ends at 1 with or without a cache', () => {
    expect(packagesFraction(0, 0, 2000)).toBe(0);
    expect(packagesFraction(1000, 0, 2000)).toBeCloseTo(0.15);
    expect(packagesFraction(4000, 2000, 2000)).toBe(1);
    expect(packagesFraction(0, 2000, 2000)).toBe(1);
    expect(packagesFraction(0, 2100, 2000)).toBe(1);
  });

  it('knows the folders of a lockfile, nested ones included, and not the root', () => {
    const lockfile = { packages: { '': {}, 'node_modules/a': {}, 'node_modules/a/node_modules/b': {} } };
    expect(lockedFolders(JSON.stringify(lockfile))).toEqual(['node_modules/a', 'node_modules/a/node_modules/b']);
  });
});
