import { describe, expect, it } from 'vitest';
import { decideTable, itemIsFacts, type DecisionTable, type JsonObject } from '../../engine/index.ts';
import { tablePacks } from '../../rules/index.ts';
import { runSteward } from './run-steward.ts';
import { scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();

const forgetful: DecisionTable = {
  schemaVersion: 1,
  id: 'forgetful',
  name: 'Forgetful',
  version: '1.0.0',
  hitPolicy: 'unique',
  inputs: [{ id: 'amount', name: 'Amount', path: 'order.amount', type: 'number', required: true }],
  outputs: [{ id: 'answer', name: 'Answer', type: 'string' }],
  rows: [
    { id: 'low', when: { amount: '< 10' }, then: { answer: 'pay' } },
    { id: 'middle', when: { amount: '[5..20)' }, then: { answer: 'ask' } },
    { id: 'high', when: { amount: '> 20' }, then: { answer: 'refuse' } },
  ],
};

interface Problem {
  code: string;
  severity: string;
  rows: string[];
  example: JsonObject | null;
  message: string;
}

async function problemsOf(name: string, table: object, ...options: string[]) {
  const run = await runSteward(['check', files.written(name, table), '--json', ...options]);
  return { ...run, problems: (JSON.parse(run.out) as { problems: Problem[] }).problems };
}

describe('steward check', () => {
  it('reports each problem with its code, severity, rows, and facts that show it', async () => {
    const { code, err, problems } = await problemsOf('forgetful.table.json', forgetful);
    expect([code, err]).toEqual([1, '']);
    const found = problems.filter(({ severity }) => severity !== 'information');
    expect(found.map(({ code: name, rows }) => [name, rows])).toEqual(
      expect.arrayContaining([
        ['gap', []],
        ['contradiction', ['low', 'middle']],
      ]),
    );
    const exampleOf = (name: string) => found.find((problem) => problem.code === name)?.example ?? {};
    expect(decideTable(forgetful, exampleOf('gap'), itemIsFacts)).toMatchObject({ value: { outcome: null } });
    expect(decideTable(forgetful, exampleOf('contradiction'), itemIsFacts)).toMatchObject({
      issues: [{ code: 'several_rows_match' }],
    });
  });

  it('says the same in words', async () => {
    const run = await runSteward(['check', files.written('forgetful.table.json', forgetful)]);
    expect(run).toMatchObject({ code: 1, err: '' });
    expect(run.out).toMatch(/No row matches when "Amount" is 20\.[^]*\n +for example \{"order":\{"amount":20\}\}\n/);
    expect(run.out).toMatch(/\nForgetful 1\.0\.0: 1 error, 1 warning, 0 for information\n$/);
  });

  it('names cells that cannot be read, also in a table that does not run', async () => {
    const rows = [{ id: 'low', when: { amount: '>= lots' }, then: { answer: 'pay' } }];
    const { code, problems } = await problemsOf('unreadable.table.json', { ...forgetful, rows });
    expect(code).toBe(1);
    expect(problems).toMatchObject([
      { severity: 'error', rows: ['low'], example: null, message: expect.stringContaining('Row "low"') },
    ]);
  });

  it('finds nothing grave in the packs; information changes no exit code and shows with --all', async () => {
    const table = tablePacks['refund-goodwill-limits']?.table ?? {};
    const { code, problems } = await problemsOf('refund.table.json', table);
    expect([code, problems.filter(({ severity }) => severity !== 'information')]).toEqual([0, []]);
    expect(problems.length).toBeGreaterThan(0);
    const [brief, all] = [
      await runSteward(['check', files.path('refund.table.json')]),
      await runSteward(['check', files.path('refund.table.json'), '--all']),
    ];
    expect(brief.out.split('\n')).toHaveLength(2);
    expect(all.out.match(/^information/gm)).toHaveLength(problems.length);
  });

  it('checks rules by the table that they make, and refuses those that no table can say', async () => {
    const rule = (value: unknown) => ({
      conditions: { all: [{ fact: 'amount', operator: 'greaterThan', value }] },
      event: { type: 'ask' },
    });
    expect((await problemsOf('plain.rules.json', [rule(10)])).problems.map(({ code }) => code)).toContain('gap');
    const run = await runSteward(['check', files.written('facts.rules.json', [rule({ fact: 'limit' })])]);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/facts\.rules\.json holds rules that no table can say, so only steward decide runs them:/);
  });

  it.each<[string, string | object | Uint8Array, RegExp]>([
    ['empty.table.json', '', /empty\.table\.json is empty\./],
    ['empty.xlsx', '', /empty\.xlsx is empty\./],
    ['half.table.json', '{"rows": [', /half\.table\.json is not JSON: /],
    ['rules.table.json', [], /holds rules of json-rules-engine\. Give its name the ending \.rules\.json\./],
    ['table.rules.json', forgetful, /holds a decision table\. Give its name the ending \.table\.json\./],
    ['journey.table.json', { steps: [] }, /holds a journey\. Its tables stand in "tables"/],
    ['workflow.table.json', { nodes: [] }, /holds an n8n workflow\./],
    ['page.dmn', '<html></html>', /page\.dmn cannot be used:\n {2}error: This is no DMN file/],
    ['text.xlsx', 'hello', /text\.xlsx cannot be used:\n {2}error: This is no \.xlsx file/],
    [
      'latin.table.json',
      Buffer.from('{"name":"Gr\xFC\xDFe"}', 'latin1'),
      /is not written in UTF-8\. Save it as UTF-8\./,
    ],
    ['many.table.json', `{"rows":[${'1,'.repeat(300_000)}1]}`, /holds more than 200000 values/],
    ['deep.table.json', '['.repeat(100_000), /is not JSON|nests|holds rules/],
    ['large.csv', 'a'.repeat(11_000_000), /has 11000000 bytes; at most 10000000 are read/],
    ['huge.table.json', Buffer.alloc(65 * 1024 * 1024, 32), /is larger than 64 MB\./],
  ])('refuses %s with what is wrong', async (name, content, expected) => {
    const run = await runSteward(['check', files.written(name, content)]);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(expected);
    expect(run.err).not.toMatch(/\n\s+at |fault of Steward/);
  });

  it('reads a file in UTF-16, as PowerShell writes it, and standard input', async () => {
    const utf16 = Buffer.from(`\uFEFF${JSON.stringify(forgetful)}`, 'utf16le');
    const file = await runSteward(['check', files.written('utf16.table.json', utf16)]);
    const input = await runSteward(['check', '-'], utf16);
    expect([file.code, input]).toEqual([1, file]);
  });
});
