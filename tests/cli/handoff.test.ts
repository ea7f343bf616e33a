import { describe, expect, it } from 'vitest';
import { playbooks } from '../../rules/index.ts';
import { definite } from '../definite.ts';
import { linesOf, runSteward } from './run-steward.ts';
import { scratchFolder } from './scratch-folder.ts';

const line = (object: object) => `${JSON.stringify(object)}\n`;

const conversation = {
  customer: { first_name: 'Rosa', last_name: 'Lindholm', id: 'C-20417' },
  messages: [
    { author: 'customer', text: 'Could you tell me when the refund of order 88213 comes?', at: '2026-11-16T09:12:00Z' },
    { author: 'bot', text: 'You will receive it within 3 days.', at: '2026-11-16T09:13:00Z' },
    {
      author: 'customer',
      text: 'Still no refund, I am really angry with you. Please let a person call me.',
      at: '2026-11-22T08:05:00Z',
    },
  ],
  decisions: [{ step: 'Refund', tableId: 'refunds', tableVersion: '1', outcome: { pay: true }, reasons: [] }],
  failed: ['Refund of 240 EUR'],
  promises: [{ text: 'A voucher', by: 'Phone desk' }],
};

describe('steward handoff', () => {
  it('writes a brief for every line, in order, and goes on after bad ones', async () => {
    const input = line(conversation) + 'no json\n' + line({ customer: {} }) + line({ text: 'Where is my parcel?' });
    const run = await runSteward(['handoff'], input);
    expect([run.code, run.err]).toEqual([1, '']);
    const [first, second, third, fourth] = linesOf(run);
    expect(first).toMatchObject({
      error: null,
      brief: {
        outcome: 'escalate',
        who: expect.arrayContaining([expect.objectContaining({ field: 'name', value: 'Rosa Lindholm' })]),
        wants: [{ text: 'Please let a person call me.' }, { text: expect.stringContaining('when the refund') }],
        automation: [{ step: 'Refund', by: 'refunds 1', ledger: null }],
        failed: [{ what: 'Refund of 240 EUR' }, { message: 3, what: expect.stringContaining('Still no refund') }],
        promises: [{ by: 'Phone desk' }, { by: 'automation', due: '2026-11-19', overdue: true }],
        doNotAsk: [{ what: 'order', value: '88213' }],
      },
    });
    expect(second).toMatchObject({ brief: null, error: { code: 'line_not_json' } });
    expect(third).toMatchObject({ brief: null, error: { code: 'conversation_text_missing' } });
    expect(fourth).toMatchObject({ error: null, brief: { wants: [{ text: 'Where is my parcel?' }] } });
  });

  it('writes it as Markdown or HTML, in the language and length that are named', async () => {
    const markdown = await runSteward(['handoff', '--format', 'markdown', '--length', '1500'], line(conversation));
    const [{ brief = '' } = {}] = linesOf(markdown) as { brief: string }[];
    expect(brief).toMatch(/^# For a person · Rosa Lindholm/);
    expect(brief.length).toBeLessThanOrEqual(1500);
    const html = await runSteward(['handoff', '--format', 'html', '--brief-language', 'fr'], line(conversation));
    expect(linesOf(html)).toMatchObject([{ brief: expect.stringContaining('<html lang="fr">') }]);
  });

  it('takes a playbook of one’s own, and says what is wrong with one', async () => {
    const files = scratchFolder();
    const shipped = definite(playbooks['agent-handoff']);
    const file = files.written('own.json', { ...shipped, situations: shipped.situations.slice(0, 1) });
    const run = await runSteward(['handoff', '--playbook', file], line(conversation));
    expect(linesOf(run)).toMatchObject([{ brief: { next: [], say: [], avoid: [] } }]);
    const broken = files.written('broken.json', { ...shipped, situations: [] });
    const refused = await runSteward(['handoff', '--playbook', broken], line(conversation));
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('broken.json cannot be used')]);
  });

  it.each([
    ['--format', 'pdf'],
    ['--brief-language', 'hi'],
    ['--length', '10'],
    ['--length', 'long'],
  ])('does not take %s %s', async (option, value) => {
    const run = await runSteward(['handoff', option, value], line(conversation));
    expect([run.code, run.err]).toEqual([2, expect.stringContaining(`${option} takes`)]);
  });
});
