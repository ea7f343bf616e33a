import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { windowsOf } from '../../../../engine/sentiment/score/windows.ts';
import { readText } from '../../../../engine/sentiment/text/read-text.ts';

const sentence = (words: number, name = 'word') => `${Array.from({ length: words }, () => name).join(' ')}.`;

describe('the windows of a text', () => {
  test('are none where it is short', () => {
    expect(windowsOf(readText(''))).toBeNull();
    expect(windowsOf(readText(sentence(40)))).toBeNull();
  });

  test('hold whole sentences', () => {
    const text = [sentence(20), sentence(20, 'other'), sentence(20), sentence(3)].join(' ');
    const windows = windowsOf(readText(text))?.map(({ start, end }) => text.slice(start, end));
    // A point is no token.
    expect(windows?.map((window) => `${window}.`).join(' ')).toBe(text);
    expect(windows?.map((window) => text[text.indexOf(window) + window.length])).not.toContain(' ');
  });

  test('part a sentence that is too long', () => {
    const windows = windowsOf(readText(sentence(200)));
    expect(windows?.length).toBeGreaterThan(5);
  });

  test('do not go over what was left out', () => {
    const text = `${sentence(30)}<br>${sentence(30)}`;
    const windows = windowsOf(readText(text))?.map(({ start, end }) => text.slice(start, end));
    expect(windows).toEqual([sentence(30).slice(0, -1), sentence(30).slice(0, -1)]);
  });

  test('cover every token once and in order, whatever the text', () => {
    const parts = fc.constantFrom('a', 'word', '.', '!', '\n\n', '<b>', '> quoted\n', '😀', ',', '12', sentence(50));
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 120 }), (some) => {
        const read = readText(some.join(' '));
        const windows = windowsOf(read);
        if (windows === null) return read.tokens.length <= 44;
        const within = read.tokens.map(({ start, end }) =>
          windows.findIndex((window) => window.start <= start && end <= window.end),
        );
        return (
          within.every((at) => at >= 0) &&
          within.every((at, index) => index === 0 || at >= (within[index - 1] ?? 0)) &&
          windows.every(({ start, end }, at) => start < end && (at === 0 || start >= (windows[at - 1]?.end ?? 0)))
        );
      }),
    );
  });
});
