import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { main, node24, spawnSteward } from './run-steward.ts';
import { journeyFile, refundLimits, scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();
const tableFile = files.written('refund-limits.table.json', refundLimits);

describe('steward as a process', () => {
  it('answers a hundred thousand lines', async () => {
    const run = await spawnSteward(['decide', tableFile], '{"order":{"amount":20}}\n'.repeat(100_000));
    expect(run).toMatchObject({ code: 0, err: '' });
    const line = '{"outcome":{"outcome":"pay","answerDays":0},"matched":["small","everything-else"],"error":null}\n';
    expect(run.out === line.repeat(100_000)).toBe(true);
  });

  it('compares a hundred thousand past cases', async () => {
    const changed = structuredClone(refundLimits);
    for (const row of changed.rows) if (row.id === 'small') row.when['amount'] = '<= 10';
    const next = files.written('next.table.json', changed);
    const cases = '{"order":{"amount":20},"id":1}\n{"order":{"amount":5},"id":2}\n'.repeat(50_000);
    const run = await spawnSteward(['backtest', tableFile, next, '--id', 'id'], cases);
    expect(run).toMatchObject({ code: 0, err: '' });
    const report = JSON.parse(run.out) as { cases: number; changed: number; moved: { examples: unknown[] }[] };
    expect([report.cases, report.changed, report.moved[0]?.examples.length]).toEqual([100_000, 50_000, 10]);
  });

  it('says when standard input is a folder', () => {
    const run = spawnSync('sh', ['-c', `'${node24}' '${main}' decide '${tableFile}' < /`], { encoding: 'utf8' });
    expect([run.status, run.stdout, run.stderr]).toEqual([2, '', 'steward: standard input is a folder.\n']);
  });

  it('stops quietly when nobody reads on', async () => {
    const run = await spawnSteward(['decide', tableFile], '{"order":{"amount":20}}\n'.repeat(50_000), (_, close) =>
      close(),
    );
    expect(run).toMatchObject({ code: 0, err: '' });
  });

  it.skipIf(!existsSync('/dev/full')).each([
    ['decide', tableFile],
    ['journey compile', journeyFile],
  ])('%s says when its output cannot be written, and does not end as if all were well', (words, operand) => {
    const command = `'${node24}' '${main}' ${words} '${operand}' > /dev/full`;
    const run = spawnSync('sh', ['-c', command], { input: '{"order":{"amount":20}}\n', encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([
      2,
      expect.stringMatching(/^steward: standard output cannot be written: [^\n]*ENOSPC[^\n]*\n$/),
    ]);
  });

  it.skipIf(!existsSync('/dev/full'))('gives its exit code also where its messages cannot be written', () => {
    const run = spawnSync('sh', ['-c', `'${node24}' '${main}' journey compile nowhere.json 2> /dev/full`]);
    expect(run.status).toBe(2);
  });

  it('gives its exit code, and its message without a stack trace', async () => {
    const run = await spawnSteward(['journey', 'compile', 'nowhere.json'], '');
    expect(run).toEqual({ code: 2, out: '', err: 'steward: nowhere.json cannot be read: there is no such file.\n' });
  });
});
