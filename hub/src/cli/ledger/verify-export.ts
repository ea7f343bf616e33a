import { createReadStream } from 'node:fs';
import {
  concludeVerification,
  errorIssue,
  RangeVerifier,
  verifyHead,
  type Checkpoint,
  type LedgerFinding,
  type VerificationReport,
} from '../../../../engine/index.ts';
import { nodeCrypto } from '../../ledger/node-crypto.ts';
import { UsageError } from '../command.ts';
import { reasonOf } from '../reason-of.ts';
import { readExport, type ExportLines } from './export-lines.ts';
import type { StoreVerification, VerifyStoreOptions } from './verify-store.ts';

export type VerifyExportOptions = Pick<VerifyStoreOptions, 'stream' | 'kept' | 'trusted' | 'progress'>;

/** Verifies an export of a stream, as JSON lines. The file is read twice: its checkpoints stand behind its entries. */
export async function verifyExport(file: string, options: VerifyExportOptions): Promise<StoreVerification> {
  const { stream: only, kept = [], trusted, progress } = options;
  const checkpoints = await checkpointsIn(file);
  const lines = await openExport(file);
  const { stream, filtered, from, head, signingKeys } = lines.header;
  if (only !== undefined && only !== stream) throw new UsageError(`${file} holds the stream ${stream}, not ${only}.`);
  const isPart = filtered || from > 1;
  const keys = signingKeys.filter(({ id }) => trusted?.includes(id) ?? true);
  const isSigned = head !== null && keys.some((key) => verifyHead(head, key, nodeCrypto));
  const keptOfStream = kept.filter((checkpoint) => checkpoint.stream === stream);

  const checkpointSizes = [...checkpoints, ...keptOfStream].map(({ size }) => size);
  const range = new RangeVerifier(stream, { checkpointSizes, filtered: isPart, crypto: nodeCrypto });
  let checked = 0;
  for await (const page of lines.entries) {
    range.add(page.map(({ text, hash }) => ({ entry: text, hash })));
    progress?.(stream, (checked += page.length), head?.size ?? 0);
  }
  const grounds = { keys, head, checkpoints, kept: keptOfStream, filtered: isPart, crypto: nodeCrypto };
  const report = concludeVerification(stream, [range.finish(isSigned ? head : null)], grounds);
  const made = 'unchecked' as const;
  return {
    streams: [withEnd(report, lines, checked)],
    keys: signingKeys.map((key) => ({ ...key, made })),
  };
}

/** A file that was cut, or added to, says so in its last line. */
function withEnd(report: VerificationReport, lines: ExportLines, found: number): VerificationReport {
  const said = lines.announced();
  if (said === found) return report;
  const finding: LedgerFinding = {
    ...(said === null
      ? errorIssue('export_cut_short', [])
      : errorIssue('export_count_differs', [], { said, has: found })),
    sequence: null,
  };
  return { ...report, ok: false, findings: [...report.findings, finding] };
}

async function checkpointsIn(file: string): Promise<Checkpoint[]> {
  const lines = await openExport(file);
  for await (const page of lines.entries) void page;
  return lines.checkpoints;
}

async function openExport(file: string): Promise<ExportLines> {
  try {
    return await readExport(file, createReadStream(file, { highWaterMark: 1024 * 1024 }));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`);
  }
}
