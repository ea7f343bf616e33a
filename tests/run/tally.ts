/** What a phase found: tests for test phases, one check for the others. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

export const onePassed: Outcome = { passed: 1, failed: 0, skipped: 0 };
export const oneFailed: Outcome = { passed: 0, failed: 1, skipped: 0 };
export const oneSkipped: Outcome = { passed: 0, failed: 0, skipped: 1 };

export function sum(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The last line of a test run: `12 passed, 0 failed`, with `, 3 skipped` when there are any. */
export function lastLine({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
