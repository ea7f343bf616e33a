import { describe, expect, it } from 'vitest';
import { tablePacks } from '../../rules/index.ts';
import { runSteward } from './run-steward.ts';
import { refundLimits, scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();
const tests = [
  { name: 'small', facts: { order: { amount: 20 } }, outcome: { outcome: 'pay' }, row: 'small' },
  { name: 'wrong', facts: { order: { amount: 20 } }, outcome: { outcome: 'refuse' } },
  { name: 'no number', facts: { order: { amount: 'x' } }, outcome: null },
];

describe('steward test', () => {
  it.each(Object.values(tablePacks))(
    'runs the tests of the pack $id and of the tables that it uses',
    async ({ table }) => {
      const run = await runSteward(['test', files.written(`${table.id}.table.json`, table)]);
      const count = [table, ...(table.uses ?? [])].reduce((sum, one) => sum + (one.tests ?? []).length, 0);
      expect(run).toMatchObject({ code: 0, err: '' });
      expect(run.out).toMatch(new RegExp(`\\n${count} passed, 0 failed\\n$`));
      for (const { id } of table.uses ?? []) expect(run.out).toContain(`\nok      ${id}: `);
    },
  );

  it('says what a test expected and what it got', async () => {
    const run = await runSteward(['test', files.written('failing.table.json', { ...refundLimits, tests })]);
    expect(run).toMatchObject({ code: 1, err: '' });
    expect(run.out.split('\n')).toEqual([
      'ok      small',
      'FAILED  wrong',
      '        expected {"outcome":"refuse"}',
      '        got      {"outcome":"pay","answerDays":0} by row small',
      'FAILED  no number',
      '        expected null',
      expect.stringMatching(/^ {8}got {6}The field order\.amount /),
      '1 passed, 2 failed',
      '',
    ]);
  });

  it('says so for machines', async () => {
    const run = await runSteward(['test', files.path('failing.table.json'), '--json']);
    expect(run.code).toBe(1);
    expect(JSON.parse(run.out)).toMatchObject({
      passed: 1,
      failed: 2,
      tests: [
        { table: 'refund-limits', name: 'small', passed: true },
        { name: 'wrong', passed: false, actual: { outcome: { outcome: 'pay' }, row: 'small' } },
        { name: 'no number', actual: { issues: [{ code: 'wrong_type', message: expect.any(String) }] } },
      ],
    });
  });

  it('fails for a wrong test of a used table', async () => {
    const table = structuredClone(tablePacks['refund-goodwill-limits']?.table);
    const used = table?.uses?.[0];
    for (const test of used?.tests ?? []) test.row = 'nowhere';
    const run = await runSteward(['test', files.written('used.table.json', table ?? {})]);
    expect(run.code).toBe(1);
    expect(run.out).toContain(`FAILED  ${used?.id}: `);
  });

  it('has nothing to run in a table without tests', async () => {
    const { tests: _, ...untested } = refundLimits;
    const file = files.written('untested.table.json', untested);
    const run = await runSteward(['test', file]);
    expect(run).toEqual({ code: 0, out: '0 passed, 0 failed\n', err: `${file} carries no tests.\n` });
  });
});
