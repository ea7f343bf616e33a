import { describe, expect, it } from 'vitest';
import { createReporter } from '../../host/reporter.ts';

function record(isTTY: boolean) {
  const clock = { ms: 0 };
  const written: string[] = [];
  const reporter = createReporter({ isTTY, columns: 100, write: (text) => written.push(text) }, () => clock.ms);
  return { clock, written, reporter };
}

describe('where there is no terminal', () => {
  it('a long work says how far it is every 15 seconds, in plain lines', () => {
    const { clock, written, reporter } = record(false);
    reporter.begin('Installing n8n');
    for (let second = 1; second <= 40; second++) {
      clock.ms = second * 1000;
      reporter.progress(second / 100, `packages: ${second}`);
    }
    reporter.done('installed');
    expect(written).toEqual([
      '- Installing n8n ...\n',
      '   15 %  packages: 15, 15 s so far\n',
      '   30 %  packages: 30, 30 s so far\n',
      '  Installing n8n: installed (40 s)\n',
    ]);
  });
});

describe('on a terminal', () => {
  it('progress is redrawn in one line that fits', () => {
    const { clock, written, reporter } = record(true);
    reporter.begin('Installing n8n');
    clock.ms = 3000;
    reporter.progress(0.5, 'x'.repeat(200));
    const drawn = written.at(-1) ?? '';
    expect(drawn.startsWith('\r\x1b[K  [############............]  50 %')).toBe(true);
    expect(drawn).not.toContain('\n');
    expect(drawn.length).toBeLessThanOrEqual(100 + '\r\x1b[K'.length);
  });
});
