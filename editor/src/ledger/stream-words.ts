import { auditStream, decisionStream } from '../../../engine/index.ts';

/** What people call a stream. */
export function streamTitle(stream: string): string {
  if (stream === decisionStream) return 'Decisions';
  if (stream === auditStream) return 'Audit';
  return stream;
}

/** What a stream holds, where people could wonder. */
export function streamDetail(stream: string): string | undefined {
  return stream === auditStream ? 'What was done to the ledger, and who may do what' : undefined;
}
