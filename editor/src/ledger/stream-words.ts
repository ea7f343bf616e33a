import { auditStream, decisionStream } from '../../../engine/index.ts';

/** What people call a stream. */
export function streamTitle(stream: string): string {
  if (stream === decisionStream) return 'Decisions';
  if (stream === auditStream) return 'Audit: what was done to the ledger';
  return stream;
}
