import { stat } from 'node:fs/promises';
import type {
  IdentityFeature,
  PreparedColumn,
  PreparedRecords,
  PreparedRecordsBuilder,
} from '../../../../engine/index.ts';
import { UsageError } from '../command.ts';
import { cutRows } from './cut-rows.ts';
import { joinedTexts, partedTexts, type JoinedTexts } from './joined-texts.ts';
import { openPart, type FilePart, type FlawCount, type OpenRows, type RowFlaws } from './open-rows.ts';
import { builderFor, prepareRows, type RowPlan, type RowsRead } from './prepare-rows.ts';
import { startThread } from './start-thread.ts';

/** All that was read of a file, or of a part of it. */
export interface RecordsRead extends RowsRead {
  builder: PreparedRecordsBuilder;
  flaws: RowFlaws;
  /** Signs that are none in the encoding. */
  undecodable: number;
}

export interface ReadTask {
  file: string;
  part: FilePart;
  plan: RowPlan;
}

/** What a thread read, or the message of what is wrong with the file. */
export type ReadMessage = { refused: string } | (Omit<RecordsRead, 'builder' | 'truths'> & PackedRecords);

interface PackedRecords {
  ids: JoinedTexts;
  truths: JoinedTexts;
  columns: readonly (readonly [IdentityFeature, Omit<PreparedColumn, 'values'>, JoinedTexts])[];
  setAside: PreparedRecords['setAside'];
}

/** A file is read by so many threads only if each has so much of it. chosen: 5 MB, about 25,000 customers, half a second's work, as starting one takes as long */
const leastBytesPerThread = 5_000_000;

/** How many threads are worth their start; those of one encoding only, which can be cut anywhere between lines. */
export async function usefulReaders(
  file: string,
  { decoded }: Pick<OpenRows, 'decoded'>,
  threads: number,
): Promise<number> {
  if (file === '-' || !/^utf-?8$/i.test(decoded.encoding)) return 1;
  const found = await stat(file);
  // Pipes can be read but once.
  return found.isFile() ? Math.max(1, Math.min(threads, Math.floor(found.size / leastBytesPerThread))) : 1;
}

/**
 * Reads a file by this thread and others, each a part of it.
 * @param threads this one included; what comes of it does not depend on how many there are
 * @param onRead told how many records this thread has read, times the number of threads, as the others are about as far
 * @returns null where the file cannot be cut
 */
export async function readInThreads(
  file: string,
  { columns, csv }: Pick<OpenRows, 'columns' | 'csv'>,
  plan: RowPlan,
  threads: number,
  onRead: (count: number) => void = () => undefined,
): Promise<RecordsRead | null> {
  const cuts = await cutRows(file, threads, csv);
  if (cuts === null) return null;
  const parts = cuts.slice(1).map((to, index): FilePart => ({ columns, csv, from: cuts[index] as number, to }));
  const [own, ...rest] = parts;
  if (own === undefined) return null;
  const messages: (ReadMessage | null)[] = [];
  const others = rest.map((part, index) =>
    startThread(
      'read',
      { file, part, plan } satisfies ReadTask,
      (message) => (messages[index] = message as ReadMessage),
    ),
  );
  try {
    const whole = await readPart({ file, part: own, plan }, (count) => onRead(count * parts.length));
    for (const [index, { ended }] of others.entries()) {
      await ended;
      const message = messages[index] as ReadMessage;
      if ('refused' in message) throw new UsageError(message.refused);
      append(whole, message);
      // What it was made of is not needed any more.
      messages[index] = null;
    }
    return whole;
  } finally {
    for (const { worker } of others) void worker.terminate();
  }
}

/** Reads a part of a file by this thread. */
export async function readPart({ file, part, plan }: ReadTask, onRead?: (count: number) => void): Promise<RecordsRead> {
  const { batches, flaws, decoded } = await openPart(file, part);
  const builder = builderFor(plan);
  const rows = await prepareRows(batches, plan, builder, onRead);
  return { ...rows, builder, flaws, undecodable: decoded.undecodable };
}

/** What a thread tells of its part, and what of it is handed over rather than copied. */
export function messageOfRead({ builder, truths, ...read }: RecordsRead): [ReadMessage, ArrayBuffer[]] {
  const { ids, columns, setAside } = builder.finish();
  const packed = [...columns].map(
    ([feature, { values, ...column }]) => [feature, column, joinedTexts(values)] as const,
  );
  const handedOver = packed.flatMap(([, { codes, counts }]) => [codes.buffer, counts.buffer] as ArrayBuffer[]);
  return [{ ...read, ids: joinedTexts(ids), truths: joinedTexts(truths), columns: packed, setAside }, handedOver];
}

function append(
  whole: RecordsRead,
  { ids: joinedIds, truths, columns, setAside, ...read }: Exclude<ReadMessage, { refused: string }>,
): void {
  const ids = partedTexts(joinedIds);
  const parted = columns.map(
    ([feature, column, texts]) => [feature, { ...column, values: partedTexts(texts) }] as const,
  );
  whole.builder.addPrepared({ count: ids.length, ids, columns: new Map(parted), setAside });
  for (const truth of partedTexts(truths)) whole.truths.push(truth);
  addFlaw(whole.nameless, read.nameless, whole.rows);
  for (const kind of ['unreadable', 'tooLong', 'cutCells'] as const)
    addFlaw(whole.flaws[kind], read.flaws[kind], whole.flaws.lines);
  whole.rows += read.rows;
  whole.flaws.lines += read.flaws.lines;
  whole.undecodable += read.undecodable;
}

/** @param linesBefore those of the parts before it */
function addFlaw(flaw: FlawCount, { count, firstLine }: FlawCount, linesBefore: number): void {
  if (flaw.count === 0 && count > 0) flaw.firstLine = linesBefore + firstLine;
  flaw.count += count;
}
