import { describe, expect, it } from 'vitest';
import { caseLanguages, caseOutcomes, caseSignals, readMessageCases, sixKinds } from './message-cases.ts';
import type { MessageCase } from './message-cases.ts';
import { likeness, trigramsOf } from './text-likeness.ts';

const escalation = readMessageCases('escalation');
const lookAlikes = readMessageCases('look-alikes');
const development = readMessageCases('development');
const files = { escalation, lookAlikes, development };
const all: readonly MessageCase[] = Object.values(files).flat();

/** Two sentences of one person about one thing share about a third; the same sentence with a word exchanged, most. */
const mostAlike = 0.45;

function count(cases: readonly MessageCase[], which: Partial<MessageCase>): number {
  const wanted = Object.entries(which) as [keyof MessageCase, unknown][];
  return cases.filter((one) => wanted.every(([key, value]) => one[key] === value)).length;
}

describe.each(caseLanguages)('the case files in %s', (language) => {
  it.each(sixKinds)('judge the node by 17 messages that are %s', (kind) => {
    expect(count(escalation, { language, kind })).toBe(17);
  });

  it('hold 10 cases of distress, 50 harmless look-alikes, and 40 messages to build with', () => {
    expect(count(escalation, { language, kind: 'distress' })).toBe(10);
    expect(count(lookAlikes, { language, kind: 'look-alike' })).toBe(50);
    expect(count(development, { language })).toBe(40);
  });

  it.each(['plain', 'negated', 'ironic', 'mixed'] as const)(
    'let messages that are %s end in each of the three ways',
    (kind) => {
      for (const expected of caseOutcomes) expect(count(escalation, { language, kind, expected })).toBeGreaterThan(0);
    },
  );
});

it('hold nothing besides', () => {
  expect([escalation.length, lookAlikes.length, development.length]).toEqual([6 * (6 * 17 + 10), 300, 240]);
});

it('give labels that exist, and each field its form', () => {
  const known = new Set(['id', 'language', 'kind', 'text', 'expected', 'signals', 'note']);
  for (const one of all) {
    expect(Object.keys(one).filter((key) => !known.has(key))).toEqual([]);
    expect(caseOutcomes).toContain(one.expected);
    expect(one.text.trim()).toBe(one.text);
    expect(one.text.length).toBeGreaterThan(9);
    const signals = one.signals ?? [];
    expect(signals.filter((signal) => !caseSignals.includes(signal))).toEqual([]);
    expect(new Set(signals).size).toBe(signals.length);
  }
});

it('keep what the labelling guide rules for each kind', () => {
  const broken = all.filter(({ kind, expected, signals = [] }) => {
    const isDistress = kind === 'distress';
    if (isDistress !== signals.includes('distress')) return true;
    if (isDistress) return expected !== 'urgent';
    if (kind === 'angry-but-done') return expected !== 'continue';
    if (kind === 'calm-but-urgent') return expected === 'continue';
    if (kind === 'look-alike') return expected === 'urgent' || signals.length > 0;
    return expected === 'continue' ? signals.length > 0 : expected === 'urgent' && signals.length === 0;
  });
  expect(broken.map(({ id }) => id)).toEqual([]);
});

it('name every message once', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

it.each(caseLanguages)('repeat no message in %s, nor one that is nearly the same, in any file', (language) => {
  const earlier: { id: string; trigrams: ReadonlySet<string> }[] = [];
  const pairs: string[] = [];
  for (const { id, text } of all.filter((one) => one.language === language)) {
    const trigrams = trigramsOf(text);
    for (const other of earlier)
      if (likeness(trigrams, other.trigrams) > mostAlike) pairs.push(`${other.id} and ${id}`);
    earlier.push({ id, trigrams });
  }
  expect(pairs).toEqual([]);
});

it('tell near copies from other sentences', () => {
  const told = trigramsOf('Where is my parcel? It should have come on Monday.');
  expect(likeness(told, trigramsOf('Where is my package? It should have come on Tuesday.'))).toBeGreaterThan(mostAlike);
  expect(likeness(told, trigramsOf('The chair arrived with three legs.'))).toBeLessThan(mostAlike);
});
