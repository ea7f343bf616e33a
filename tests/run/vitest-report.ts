import { oneFailed, type Outcome } from './tally.ts';

/** The part of Vitest's JSON report that is read here. */
interface VitestReport {
  success: boolean;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * Counts a report of `vitest run --reporter=json`. A file that could not be loaded counts as one failure, and so does a
 * run that failed without saying which test did (an error outside of tests, no test found, no report at all).
 */
export function readVitestReport(text: string | null, exitCode: number | null): Outcome {
  const report = text === null ? null : parse(text);
  if (report === null) return oneFailed;
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    if (file.assertionResults.length === 0 && file.status === 'failed') outcome.failed += 1;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') outcome.passed += 1;
      else if (status === 'failed') outcome.failed += 1;
      else outcome.skipped += 1;
    }
  }
  if (exitCode !== 0 && outcome.failed === 0) outcome.failed = 1;
  return outcome;
}

function parse(text: string): VitestReport | null {
  try {
    const report = JSON.parse(text) as VitestReport;
    return Array.isArray(report.testResults) ? report : null;
  } catch {
    return null;
  }
}
