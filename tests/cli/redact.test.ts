import { describe, expect, it } from 'vitest';
import { linesOf, runSteward } from './run-steward.ts';

const line = (text: string) => `${JSON.stringify({ text })}\n`;

describe('steward redact', () => {
  it('answers every line in order with the text and the places, and goes on after bad ones', async () => {
    const input = `${line('I am Ada Lovelace, ada@example.com.')}no json\n{"body":"x"}\n${line('')}`;
    const run = await runSteward(['redact'], input);
    expect([run.code, run.err]).toEqual([1, '']);
    expect(linesOf(run)).toEqual([
      {
        text: 'I am [name 1], [email 1].',
        spans: [
          { class: 'name', start: 5, end: 17 },
          { class: 'email', start: 19, end: 34 },
        ],
      },
      { text: null, spans: [], error: { code: 'line_not_json', message: expect.stringContaining('Line 2'), path: [] } },
      {
        text: null,
        spans: [],
        error: { code: 'text_missing', message: expect.stringContaining('{"text": "…"}'), path: ['text'] },
      },
      { text: '', spans: [] },
    ]);
  });

  it('takes the classes, the country and the style that are named', async () => {
    const input = line('Ada Lovelace, ada@example.com, 999999990');
    const run = await runSteward(
      ['redact', '--classes', 'email, national-id', '--region', 'pt', '--style', 'mask'],
      input,
    );
    expect(linesOf(run)).toEqual([
      {
        text: 'Ada Lovelace, ███████████████, █████████',
        spans: [
          { class: 'email', start: 14, end: 29 },
          { class: 'national-id', start: 31, end: 40 },
        ],
      },
    ]);
  });

  it('says why when asked', async () => {
    const run = await runSteward(['redact', '--reasons'], line('4242 4242 4242 4242'));
    expect(linesOf(run)).toMatchObject([{ spans: [{ class: 'card', reason: expect.stringContaining('Luhn') }] }]);
  });

  it.each([
    [['--classes', 'emial'], /"emial", which is no class\. Did you mean email\?/],
    [['--classes', 'iban-or-so'], /which is no class\. Classes are name, email,/],
    [['--style', 'blur'], /--style takes label, mask, remove, not "blur"/],
    [['--region', 'Portugal'], /--region takes two letters/],
  ])('%j is wrong use', async (args, expected) => {
    const run = await runSteward(['redact', ...args], line('x'));
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(expected);
  });
});
