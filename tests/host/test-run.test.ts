import { describe, expect, it } from 'vitest';
import { phases } from '../run/phases.ts';
import { lastLine, sum } from '../run/tally.ts';
import { readVitestReport } from '../run/vitest-report.ts';

const report = (...files: { status: string; assertionResults: { status: string }[] }[]) =>
  JSON.stringify({ success: true, testResults: files });
const tests = (...statuses: string[]) => ({
  status: 'passed',
  assertionResults: statuses.map((status) => ({ status })),
});

describe('the count of a Vitest project', () => {
  it('adds up files, and counts pending, skipped and todo tests as skipped', () => {
    const text = report(tests('passed', 'passed', 'failed'), tests('pending', 'skipped', 'todo', 'passed'));
    expect(readVitestReport(text, 1)).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const text = report(tests('passed'), { status: 'failed', assertionResults: [] });
    expect(readVitestReport(text, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it.each([
    ['no report', null],
    ['a torn report', '{"testResults":['],
    ['an error outside of tests', report(tests('passed'))],
    ['no test at all', report()],
  ])('never calls %s a success', (_, text) => {
    expect(readVitestReport(text, 1).failed).toBe(1);
  });
});

describe('the last line', () => {
  it('is the sum of all phases', () => {
    const outcomes = [
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 40, failed: 2, skipped: 3 },
    ];
    expect(lastLine(sum(outcomes))).toBe('41 passed, 2 failed, 3 skipped');
    expect(lastLine(sum([]))).toBe('0 passed, 0 failed');
  });
});

describe('the phases', () => {
  it('come after those that they need', () => {
    phases.forEach(({ needs }, index) => {
      const earlier = phases.slice(0, index).map(({ name }) => name);
      expect(earlier).toEqual(expect.arrayContaining([...needs]));
    });
  });

  it('of a quick run do not install or start n8n', () => {
    expect(phases.filter(({ quick }) => quick).map(({ name }) => name)).toEqual(['generate', 'types', 'unit']);
  });
});
