import { describe, expect, it } from 'vitest';
import { backtestTables, type DecisionTable } from '../../engine/index.ts';
import { runSteward } from './run-steward.ts';
import { refundLimits, scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();
const next = structuredClone(refundLimits);
next.version = '9.9.9';
for (const row of next.rows) if (row.id === 'small') row.when['amount'] = '<= 10';
const [oldFile, nextFile] = [files.written('old.table.json', refundLimits), files.written('next.table.json', next)];

const cases = [5, 20, 40, 900].map((amount, index) => ({
  id: `R-${index + 1}`,
  order: { amount },
  customer: { tier: index < 2 ? 'gold' : 'standard' },
}));
const lines = cases.map((one) => `${JSON.stringify(one)}\n`).join('');

async function backtest(options: string[], input: string = lines) {
  return await runSteward(['backtest', oldFile, nextFile, ...options], input);
}

describe('steward backtest', () => {
  it('writes one report of rows, outcomes and moved cases, as the engine makes it', async () => {
    const run = await backtest(['--segment', 'customer.tier', '--id', 'id', '--day', '2026-11-22']);
    expect(run).toMatchObject({ code: 0, err: '' });
    const options = { segmentPath: 'customer.tier', idPath: 'id', day: '2026-11-22' };
    const expected = backtestTables(refundLimits, next, cases, options);
    expect(JSON.parse(run.out)).toEqual({
      old: { id: 'refund-limits', version: refundLimits.version },
      new: { id: 'refund-limits', version: '9.9.9' },
      ...(expected.ok ? expected.value : {}),
      unreadable: { count: 0, examples: [] },
    });
    expect(JSON.parse(run.out)).toMatchObject({
      cases: 4,
      changed: 1,
      moved: [{ from: { row: 'small' }, to: { row: 'loyal' } }, { examples: [{ id: 'R-3' }] }],
    });
  });

  it('says it in words', async () => {
    const run = await backtest(['--segment', 'customer.tier', '--id', 'id', '--text']);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toMatch(/^refund-limits \S+ -> refund-limits 9\.9\.9\n4 cases: 1 changed \(25\.0 %\)/);
    expect(run.out).toMatch(/\n +3 +1 {2}small\n/);
    expect(run.out).toMatch(/ {2}small \{.*\} -> everything-else \{.*\} {3}\(R-3\)\n/);
    expect(run.out).toMatch(/\nSegments: cases, changed\n/);
  });

  it('counts lines that cannot be read and cases that cannot be decided, and exits with 1', async () => {
    const run = await backtest([], `${lines}no json\n{"order":{"amount":"x"}}\n`);
    expect(run.code).toBe(1);
    expect(JSON.parse(run.out)).toMatchObject({
      cases: 5,
      errors: [{ code: 'wrong_type', before: 1, after: 1 }],
      unreadable: { count: 1, examples: [{ code: 'line_not_json', message: expect.stringContaining('Line 5') }] },
    });
    expect((await backtest([], '{"order":{"amount":"x"}}\n')).code).toBe(1);
  });

  it('reports no cases where there are none', async () => {
    const run = await backtest([], '');
    expect([run.code, JSON.parse(run.out)]).toMatchObject([0, { cases: 0, moved: [] }]);
    expect((await backtest(['--text'], '')).out).toMatch(/\n0 cases: 0 changed/);
  });

  it('decides on the day that is named', async () => {
    const dated: DecisionTable = structuredClone(refundLimits);
    for (const row of dated.rows) if (row.id === 'small') row.validFrom = '2027-01-01';
    const file = files.written('dated.table.json', dated);
    const changedOn = async (day: string) => {
      const run = await runSteward(['backtest', oldFile, file, '--day', day], lines);
      return (JSON.parse(run.out) as { changed: number }).changed;
    };
    expect([await changedOn('2026-12-31'), await changedOn('2027-01-01')]).toEqual([1, 0]);
  });

  it.each([
    [['--examples', 'many'], /--examples takes a whole number from 0 to 1000, not "many"/],
    [['--day', '2026-02-30'], /--day takes a day/],
  ])('%j is wrong use', async (options, expected) => {
    const run = await backtest(options);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(expected);
  });
});
