import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linesOf, runSteward } from './run-steward.ts';
import { scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();
// At this company a phone that is dead is "a brick", and "on sunny" is who has the best tariff.
const labelled = Array.from({ length: 60 }, (_, at) =>
  at % 2 === 0
    ? { text: `my phone is a brick since day ${at}`, label: 'negative', language: 'en' }
    : { text: `my phone is on sunny since day ${at}`, label: 'positive', language: 'en' },
);

function written(name: string, lines: readonly unknown[]): string {
  return files.written(name, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
}

describe('steward sentiment adapt', () => {
  it('writes what own labels change, says what it is worth, and sentiment takes it', async () => {
    const out = files.path('own.json');
    const run = await runSteward([
      'sentiment',
      'adapt',
      written('own.jsonl', labelled),
      '--out',
      out,
      '--by',
      'Support',
    ]);
    expect(run.code).toBe(0);
    expect(run.err).toMatch(/60 messages: 30 negative, 0 neutral, 30 positive\. On messages it had not seen: macro-F1/);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      provenance: { labelledBy: 'Support', messages: 60 },
    });
    const lines = `${JSON.stringify({ text: 'this radio is a brick' })}\n`;
    const scored = await runSteward(['sentiment', '--overlay', out], lines);
    expect(linesOf(scored)).toMatchObject([{ label: 'negative' }]);
  });

  it('refuses too few labels with what is needed', async () => {
    const run = await runSteward([
      'sentiment',
      'adapt',
      written('few.jsonl', labelled.slice(0, 5)),
      '--out',
      files.path('few'),
    ]);
    expect(run.code).toBe(1);
    expect(run.err).toContain('There are 5 labelled messages, and 20 are needed');
  });

  it.each([
    ['no JSON', 'nonsense', 'line 1 is not JSON'],
    ['no text', { label: 'neutral' }, 'line 1 has no text'],
    ['another label', { text: 'a', label: 'bad' }, 'line 1: label should be negative, neutral or positive'],
    [
      'a language that it cannot read',
      { text: 'a', label: 'neutral', language: 'nl' },
      'line 1: language should be one of en',
    ],
  ])('names the line that has %s', async (_, line, message) => {
    const run = await runSteward(['sentiment', 'adapt', written('wrong.jsonl', [line]), '--out', files.path('wrong')]);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(message);
  });

  it('asks for a file to write to', async () => {
    const run = await runSteward(['sentiment', 'adapt', written('own.jsonl', labelled)]);
    expect(run).toMatchObject({ code: 2 });
    expect(run.err).toContain('--out is needed');
  });
});
