import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../hub/src/cli/did-you-mean.ts';
import { readLines } from '../../hub/src/cli/read-lines.ts';

async function linesOf(chunks: readonly (string | Uint8Array)[], limit?: number) {
  async function* stream() {
    yield* chunks;
  }
  const lines = [];
  for await (const some of readLines(stream(), limit)) lines.push(...some);
  return lines;
}

describe('lines of a stream', () => {
  it('are the same however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), fc.array(fc.nat(20)), async (texts, cuts) => {
        const expected = texts.map((text) => text.replace(/[\r\n\uFEFF]/g, ''));
        const bytes = Buffer.from(expected.map((text) => `${text}\n`).join(''));
        const chunks: Buffer[] = [];
        let at = 0;
        for (const cut of cuts) {
          chunks.push(bytes.subarray(at, at + cut));
          at += cut;
        }
        chunks.push(bytes.subarray(at));
        expect((await linesOf(chunks)).map((line) => line.text)).toEqual(expected);
      }),
    );
  });

  it('may end without a line end, and with the one of Windows', async () => {
    expect((await linesOf(['a\r\nb'])).map((line) => line.text)).toEqual(['a', 'b']);
    expect(await linesOf([])).toEqual([]);
    expect((await linesOf(['\n\n'])).map((line) => line.text)).toEqual(['', '']);
  });

  it('that are too long are passed over, and those after them are read', async () => {
    const lines = await linesOf(['short\n', 'x'.repeat(6), 'x'.repeat(6), '\nnext\n'], 10);
    expect(lines.map(({ number, text, tooLong }) => [number, text, tooLong])).toEqual([
      [1, 'short', false],
      [2, '', true],
      [3, 'next', false],
    ]);
  });
});

describe('a mistyped word', () => {
  it.each([
    ['decid', 'decide'],
    ['deicde', 'decide'],
    ['DECIDE', 'decide'],
    ['simulatte', 'simulate'],
    ['frobnicate', null],
    ['x', null],
    ['', null],
  ])('%j probably means %j', (word, meant) => {
    expect(didYouMean(word, ['decide', 'simulate', 'compile'])).toBe(meant);
  });
});
