import { describe, expect, it } from 'vitest';
import { loadTextModel, scoreText } from '../../engine/index.ts';
import { tablePacks } from '../../rules/index.ts';
import { textModelDocument } from '../../rules/text-model.ts';
import { linesOf, runSteward } from './run-steward.ts';
import { scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();
const angry = 'This is the third time that I write. I am furious, and my lawyer will hear of it.';

function input(...lines: object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

describe('steward sentiment', () => {
  it('says of each line what the engine says', async () => {
    const model = loadTextModel(textModelDocument);
    const texts = [angry, 'Danke, alles geklärt!', ''];
    const run = await runSteward(['sentiment'], input(...texts.map((text) => ({ text }))));
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(linesOf(run)).toEqual(texts.map((text) => ({ ...scoreText(model, text), error: null })));
  });

  it('goes on after lines without a text', async () => {
    const run = await runSteward(['sentiment'], `{"text":5}\nno json\n${input({ text: 'Hello' })}`);
    expect(run.code).toBe(1);
    expect(linesOf(run)).toMatchObject([
      { language: null, score: null, words: [], error: { code: 'text_missing', path: ['text'] } },
      { language: null, error: { code: 'line_not_json' } },
      { error: null },
    ]);
  });

  it('takes the language that it is told, and refuses one that it cannot read', async () => {
    const run = await runSteward(['sentiment', '--language', 'fr'], input({ text: 'Hello' }));
    expect(linesOf(run)).toMatchObject([{ language: 'fr', languageProbability: 1 }]);
    const wrong = await runSteward(['sentiment', '--language', 'nl'], input({ text: 'Hallo' }));
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('--language takes one of en, de, fr');
  });

  it('decides by the pack when asked, with the facts of the line', async () => {
    const lines = input({ text: 'Thank you very much!' }, { text: angry }, { text: 'I do not want to live any more.' });
    const run = await runSteward(['sentiment', '--decide'], lines);
    expect(linesOf(run)).toMatchObject([
      { outcome: 'continue', label: 'positive' },
      { outcome: 'escalate', reasons: [expect.any(String)], because: expect.stringContaining('Escalation') },
      { outcome: 'urgent' },
    ]);
    const wrong = await runSteward(
      ['sentiment', '--decide'],
      input({ text: 'Hello', customer: { lifetimeValue: 'much' } }),
    );
    expect([wrong.code, linesOf(wrong)]).toMatchObject([1, [{ outcome: null, error: { code: 'wrong_type' } }]]);
  });

  it('decides by a table of one’s own, and refuses one that judges no conversations', async () => {
    const table = tablePacks['escalation']?.table;
    const own = files.written('own.table.json', { ...table, id: 'own', name: 'Our own' });
    const run = await runSteward(['sentiment', '--table', own], input({ text: angry }));
    expect(linesOf(run)).toMatchObject([{ outcome: 'escalate', because: expect.stringContaining('"Our own"') }]);
    const other = files.written('other.table.json', { ...tablePacks['refund-goodwill-limits']?.table });
    const wrong = await runSteward(['sentiment', '--table', other], input({ text: angry }));
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('It has to be one of: continue, escalate, urgent');
  });

  it('refuses own labels that are none', async () => {
    for (const [name, content] of [
      ['empty.json', ''],
      ['broken.json', '{'],
      ['other.json', '{"schemaVersion":1}'],
    ] as const) {
      const run = await runSteward(['sentiment', '--overlay', files.written(name, content)], input({ text: 'x' }));
      expect([run.code, run.out], name).toEqual([2, '']);
    }
    const missing = await runSteward(['sentiment', '--overlay', files.path('nowhere.json')], input({ text: 'x' }));
    expect(missing.err).toContain('cannot be read');
  });
});
