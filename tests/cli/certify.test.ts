import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../hub/src/certify/certificate.ts';
import { runSteward } from './run-steward.ts';
import { refundLimits, scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();
const tableFile = files.written('refund-limits.table.json', refundLimits);

async function certify(out: string, ...options: string[]) {
  const run = await runSteward(['certify', tableFile, '--out', files.path(out), '--cases', '200', ...options]);
  return { ...run, report: existsSync(files.path(out)) ? (files.json(out) as Certificate) : null };
}

describe('steward certify', () => {
  it('writes the report, and the same one for the same seed but for who, when and the digest', async () => {
    const first = await certify('first.json', '--by', 'Ada Lindqvist');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(
      /^Refund limits \S+: certified\n {2}tests .* 0 failed\n {2}comparison {2}200 cases, 0 diff/,
    );
    expect(first.report).toMatchObject({
      kind: 'certificate',
      certified: true,
      cases: { perTable: 200, total: 200, seed: 1 },
      versions: { jsonRulesEngine: '7.3.1' },
      signedOff: { by: 'Ada Lindqvist', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    const second = await certify('second.json', '--by', 'Grace Hopper');
    const unsigned = (report: Certificate | null) => ({ ...report, signedOff: null, digest: null });
    expect(unsigned(second.report)).toEqual(unsigned(first.report));
    expect(second.report?.digest).not.toBe(first.report?.digest);
    const other = await certify('other.json', '--seed', '2');
    expect(other.report?.cases.seed).toBe(2);
  });

  it('exits with 1 and says why when a test fails; the report is there all the same', async () => {
    const tests = [{ name: 'wrong', facts: {}, outcome: { outcome: 'pay' } }];
    const file = files.written('failing.table.json', { ...refundLimits, tests });
    const run = await runSteward(['certify', file, '--out', files.path('failed.json'), '--cases', '10']);
    expect(run).toMatchObject({ code: 1, err: '' });
    expect(run.out).toMatch(/NOT certified[^]*The test "refund-limits: wrong" fails\./);
    expect(files.json('failed.json')).toMatchObject({ certified: false, tests: { failed: 1 } });
  });

  it.each([
    [['--cases', '0'], /--cases takes a whole number from 1 to 1000000, not "0"/],
    [['--seed', 'x'], /--seed takes a whole number/],
  ])('%j is wrong use and writes nothing', async (options, expected) => {
    const run = await certify('none.json', ...options);
    expect(run).toMatchObject({ code: 2, out: '', report: null });
    expect(run.err).toMatch(expected);
  });
});
