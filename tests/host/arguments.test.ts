import { describe, expect, it } from 'vitest';
import { readResetOptions, readStartOptions } from '../../host/arguments.ts';

describe('npm start', () => {
  it.each([
    [[], {}, 5678],
    [[], { STEWARD_PORT: '5700' }, 5700],
    [['--port', '5701'], { STEWARD_PORT: '5700' }, 5701],
    [['--port=5702'], {}, 5702],
    [['-p', '5703'], {}, 5703],
    [[], { STEWARD_PORT: '' }, 5678],
  ])('with %j and %o uses port %i', (argv, env, port) => {
    expect(readStartOptions(argv, env).port).toBe(port);
  });

  it.each([['0'], ['65536'], ['http'], ['56 78'], ['-5']])('refuses %s as a port', (text) => {
    expect(() => readStartOptions([`--port=${text}`], {})).toThrow('is not a port');
  });

  it('names the known options when it gets another', () => {
    expect(() => readStartOptions(['--prot', '5679'], {})).toThrow(
      expect.objectContaining({ advice: ['Known options: --port, --help'] }),
    );
  });
});

describe('npm run reset', () => {
  it('asks, and keeps the host, unless told otherwise', () => {
    expect(readResetOptions([])).toMatchObject({ yes: false, host: false });
    expect(readResetOptions(['--yes', '--host'])).toMatchObject({ yes: true, host: true });
  });
});
