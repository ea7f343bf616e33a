import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../rules/text-model/corpus.ts';
import { caseLanguages, readMessageCases, sixKinds } from './message-cases.ts';
import { likeness, trigramsOf } from './text-likeness.ts';

// Messages written to learn from: rules/text-model/corpus. What judges the node must not be among them.

const judging = [...readMessageCases('escalation'), ...readMessageCases('look-alikes')];
const kinds: readonly string[] = [...sixKinds, 'distress', 'look-alike'];
/** As between the files of cases. */
const mostAlike = 0.45;

describe.each(caseLanguages)('the corpus in %s', (language) => {
  const corpus = readCorpus(language);

  it('has messages of every kind in every theme of a trade, each message once', () => {
    const themes = [...new Set(corpus.map(({ theme }) => theme))].filter((theme) => !/^(00|3[789]) /.test(theme));
    for (const theme of themes) {
      const found = new Set(corpus.filter((message) => message.theme === theme).map(({ kind }) => kind));
      expect([...found].sort(), theme).toEqual([...kinds].sort());
    }
    expect(new Set(corpus.map(({ text }) => text)).size).toBe(corpus.length);
  });

  it('keeps the rulings that hold for a whole kind', () => {
    const broken = corpus.filter(
      ({ kind, expected }) =>
        (kind === 'distress' && expected !== 'urgent') ||
        (kind === 'look-alike' && expected === 'urgent') ||
        (kind === 'calm-but-urgent' && expected === 'continue') ||
        (kind === 'angry-but-done' && expected !== 'continue'),
    );
    expect(broken.map(({ text }) => text)).toEqual([]);
  });

  it('holds nothing that judges the node, nor anything nearly the same', () => {
    const held = judging
      .filter((one) => one.language === language)
      .map(({ id, text }) => ({ id, has: trigramsOf(text) }));
    const pairs = corpus.flatMap(({ text }) => {
      const has = trigramsOf(text);
      return held.filter((one) => likeness(has, one.has) > mostAlike).map(({ id }) => `${id}: ${text}`);
    });
    expect(pairs).toEqual([]);
  });
});
