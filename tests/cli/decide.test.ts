import { describe, expect, it } from 'vitest';
import type { DecisionExplanation } from '../../engine/index.ts';
import { runCli } from '../../hub/src/cli/run-cli.ts';
import { OutputClosedError } from '../../hub/src/cli/streams.ts';
import { linesOf, runSteward } from './run-steward.ts';
import { refundLimits, scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();
const tableFile = files.written('refund-limits.table.json', refundLimits);

describe('steward decide', () => {
  it('answers every line in order, and goes on after bad ones', async () => {
    const lines = [
      '{"request":{"reason":"duplicate_charge"}}',
      'no json',
      '',
      '[1]',
      '{"order":{"amount":"much"}}',
      '{}',
    ];
    const run = await runSteward(['decide', tableFile], lines.join('\r\n'));
    expect(run.code).toBe(1);
    expect(run.err).toBe('');
    expect(linesOf(run)).toEqual([
      { outcome: { outcome: 'pay', answerDays: 0 }, matched: ['charged-twice', 'everything-else'], error: null },
      {
        outcome: null,
        matched: [],
        error: { code: 'line_not_json', message: expect.stringContaining('Line 2'), path: [] },
      },
      {
        outcome: null,
        matched: [],
        error: { code: 'line_empty', message: expect.stringContaining('Line 3'), path: [] },
      },
      {
        outcome: null,
        matched: [],
        error: { code: 'line_not_object', message: expect.stringContaining('Line 4'), path: [] },
      },
      {
        outcome: null,
        matched: [],
        error: { code: 'wrong_type', message: expect.stringContaining('amount'), path: ['order', 'amount'] },
      },
      { outcome: { outcome: 'review', answerDays: 3 }, matched: ['everything-else'], error: null },
    ]);
  });

  it('has nothing to say about no lines', async () => {
    expect(await runSteward(['decide', tableFile])).toEqual({ code: 0, out: '', err: '' });
  });

  it('takes a byte order mark, and characters that are cut by chunks', async () => {
    const run = await runSteward(['decide', tableFile], Buffer.from(`\uFEFF{"ü€😀":1,"order":{"amount":20}}`));
    expect(linesOf(run)).toMatchObject([{ matched: ['small', 'everything-else'], error: null }]);
  });

  it('explains row by row when asked, also where the table contradicts itself', async () => {
    const run = await runSteward(['decide', tableFile, '--explain'], '{"order":{"amount":20}}\n');
    const [line] = linesOf(run) as { explanation: DecisionExplanation }[];
    const rowOf = (explanation: DecisionExplanation | undefined, id: string) =>
      explanation?.rows.find(({ row }) => row === id);
    expect(rowOf(line?.explanation, 'small')).toMatchObject({ matched: true, fate: 'counts' });
    expect(rowOf(line?.explanation, 'charged-twice')).toMatchObject({ matched: false, fate: 'cell_failed' });
    const unique = files.written('unique.table.json', { ...refundLimits, hitPolicy: 'unique' });
    const conflict = await runSteward(['decide', unique, '--explain'], '{"order":{"amount":20}}\n');
    const [torn] = linesOf(conflict) as { error: { code: string }; explanation: DecisionExplanation }[];
    expect([conflict.code, torn?.error.code]).toEqual([1, 'several_rows_match']);
    expect(rowOf(torn?.explanation, 'small')).toMatchObject({ fate: 'conflict' });
  });

  it('stops with its output, without waiting for the rest of the input', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield '{"order":{"amount":20}}\n';
      }
    }
    let written = 0;
    const code = await runCli(['decide', tableFile], {
      input: endless(),
      write: async () => {
        if ((written += 1) > 5) throw new OutputClosedError();
      },
      note: (text) => expect(text).toBe(''),
      isTerminal: false,
    });
    expect(code).toBe(0);
    expect(read).toBeLessThanOrEqual(6);
  });
});
