import { errorIssue, type Issue } from '../issue.ts';
import { maxLedgerFindings, type LedgerFinding } from './verification.ts';

/** Findings up to a limit, and the number of those beyond it. */
export class FindingList {
  readonly findings: LedgerFinding[] = [];
  more = 0;

  add(code: string, sequence: number | null, params: Issue['params'] = {}): void {
    this.take({ ...errorIssue(code, [], { ...params, sequence }), sequence });
  }

  addAll(findings: readonly LedgerFinding[], more: number): void {
    for (const finding of findings) this.take(finding);
    this.more += more;
  }

  private take(finding: LedgerFinding): void {
    if (this.findings.length < maxLedgerFindings) this.findings.push(finding);
    else this.more++;
  }
}
