import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../hub/src/cli/write-file.ts';
import { scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();
const drafts = () => readdirSync(files.folder).filter((name) => name.endsWith('.tmp'));

describe('a file that is written', () => {
  it('is there whole, in the place of the old one, with its rights', async () => {
    const file = files.written('report.json', 'old');
    chmodSync(file, 0o640);
    await writeWhole(file, 'new');
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777, drafts()]).toEqual(['new', 0o640, []]);
  });

  it('is what a link leads to; the link stays', async () => {
    const file = files.written('target.json', 'old');
    symlinkSync(file, files.path('link.json'));
    await writeWhole(files.path('link.json'), 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it('may be a device', async () => {
    await writeWhole('/dev/null', 'gone');
    expect(drafts()).toEqual([]);
  });

  it.each([
    ['no/folder/report.json', /there is no such folder\.$/],
    ['folder.json', /it is a folder\.$/],
    ['report.json/report.json', /a part of its path is no folder\.$/],
  ])('cannot be %s', async (name, expected) => {
    mkdirSync(files.path('folder.json'), { recursive: true });
    await expect(writeWhole(files.path(name), 'x')).rejects.toThrow(expected);
    expect(drafts()).toEqual([]);
  });
});
