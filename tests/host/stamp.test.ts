import { describe, expect, it } from 'vitest';
import { installationKey, parseStamp, remainingWork } from '../../host/stamp.ts';

const made = { lockfile: '{"a":1}', nodeMajor: 24, platform: 'linux', arch: 'x64' };
const key = installationKey(made);

describe('an installation', () => {
  it.each([{ lockfile: '{"a":2}' }, { nodeMajor: 26 }, { platform: 'darwin' }, { arch: 'arm64' }])(
    'is for exactly one %o',
    (change) => {
      expect(installationKey({ ...made, ...change })).not.toBe(key);
    },
  );

  it('is done when its stamp says so for the same key', () => {
    expect(remainingWork({ key, stage: 'complete' }, key)).toBe('nothing');
  });

  it('goes on with the native parts when the packages were placed', () => {
    expect(remainingWork({ key, stage: 'packages' }, key)).toBe('native');
  });

  it('begins anew without a stamp, and with one for something else', () => {
    expect(remainingWork(null, key)).toBe('everything');
    expect(remainingWork({ key: 'other', stage: 'complete' }, key)).toBe('everything');
  });
});

describe('a stamp file', () => {
  it.each([null, '', '{"key":', '[]', 'null', '{"key":1,"stage":"complete"}', '{"key":"k","stage":"half"}'])(
    'that reads %j counts as none',
    (text) => expect(parseStamp(text)).toBeNull(),
  );

  it('reads back what was written', () => {
    expect(parseStamp(JSON.stringify({ key, stage: 'packages' }))).toEqual({ key, stage: 'packages' });
  });
});
