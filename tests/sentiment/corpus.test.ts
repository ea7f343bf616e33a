import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseLanguages, caseOutcomes, readMessageCases, sixKinds, type MessageCase } from './message-cases.ts';
import { likeness, trigramsOf } from './text-likeness.ts';

// Messages written to find phrases by, and to learn from: rules/text-model/corpus. What judges the node must not be among them.

const judging = [...readMessageCases('escalation'), ...readMessageCases('look-alikes')];
const kinds: readonly string[] = [...sixKinds, 'distress', 'look-alike'];
/** As between the files of cases. */
const mostAlike = 0.45;

type Written = Pick<MessageCase, 'id' | 'kind' | 'text' | 'expected'>;

function corpusOf(language: string): Written[] {
  const file = new URL(`../../rules/text-model/corpus/${language}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Written);
}

describe.each(caseLanguages)('the corpus in %s', (language) => {
  const corpus = corpusOf(language);

  it('has messages of every kind, with labels that exist, each once', () => {
    expect(new Set(corpus.map(({ kind }) => kind))).toEqual(new Set(kinds));
    for (const { expected } of corpus) expect(caseOutcomes).toContain(expected);
    expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
    expect(new Set(corpus.map(({ text }) => text)).size).toBe(corpus.length);
  });

  it('keeps the rulings that hold for a whole kind', () => {
    const broken = corpus.filter(
      ({ kind, expected }) =>
        (kind === 'distress' && expected !== 'urgent') || (kind === 'look-alike' && expected === 'urgent'),
    );
    expect(broken.map(({ id }) => id)).toEqual([]);
  });

  it('holds nothing that judges the node, nor anything nearly the same', () => {
    const held = judging
      .filter((one) => one.language === language)
      .map(({ id, text }) => ({ id, has: trigramsOf(text) }));
    const pairs = corpus.flatMap(({ id, text }) => {
      const has = trigramsOf(text);
      return held.filter((one) => likeness(has, one.has) > mostAlike).map((one) => `${id} and ${one.id}`);
    });
    expect(pairs).toEqual([]);
  });
});
