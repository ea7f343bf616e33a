import type { VerificationReport } from '../../../../engine/index.ts';
import { unreadableError } from '../../app/api-error.ts';
import { ledgerApi, type LedgerApi } from '../../app/ledger-api.ts';
import { linesOf } from '../lines-of.ts';

/** How far a verification is. */
export interface Progress {
  checked: number;
  of: number;
}

/** Has the hub verify a stream, and tells how far it is meanwhile. */
export async function verifyStream(
  stream: string,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
  from: Pick<LedgerApi, 'verify'> = ledgerApi,
): Promise<VerificationReport> {
  const answer = await from.verify(stream, signal);
  if (answer.body === null) throw unreadableError(answer.status);
  for await (const line of linesOf(answer.body)) {
    const said = parsed(line, answer.status);
    if ('report' in said) return said.report;
    onProgress(said);
  }
  // The line with the report never came: the hub was stopped, or a proxy cut the answer.
  throw unreadableError(answer.status);
}

function parsed(line: string, status: number): Progress | { report: VerificationReport } {
  try {
    return JSON.parse(line) as Progress | { report: VerificationReport };
  } catch {
    throw unreadableError(status);
  }
}
