import type { IdentityFeature, PreparedColumn, WeighingJob } from '../../../../engine/index.ts';
import { joinedTexts, partedTexts, type JoinedTexts } from './joined-texts.ts';

/** A job as a thread is given it: columns in shared memory, and texts joined. */
export interface JobMessage {
  job: Omit<WeighingJob, 'prepared'>;
  count: number;
  columns: readonly (readonly [IdentityFeature, Omit<PreparedColumn, 'values'>, JoinedTexts])[];
}

/** The same job with all its columns in memory that threads share; what it was made of may go. */
export function inSharedMemory(job: WeighingJob): WeighingJob {
  return shared(job, new Map()) as WeighingJob;
}

export function messageOf({ prepared, ...job }: WeighingJob): JobMessage {
  const compared = new Set<IdentityFeature>(
    job.model.comparisons.flatMap(({ features, levels }) => [
      ...features,
      ...levels.flatMap(({ termFrequencyOf }) => termFrequencyOf ?? []),
    ]),
  );
  const columns = [...prepared.columns].flatMap(([feature, { values, ...column }]) =>
    compared.has(feature) ? [[feature, column, joinedTexts(values)] as const] : [],
  );
  return { job, count: prepared.count, columns };
}

export function jobOf({ job, count, columns }: JobMessage): WeighingJob {
  const parted = columns.map(([feature, column, texts]): [IdentityFeature, PreparedColumn] => [
    feature,
    { ...column, values: partedTexts(texts) },
  ]);
  return { ...job, prepared: { count, columns: new Map(parted) } };
}

type Column = Int8Array | Uint8Array | Int32Array | Uint32Array | Float32Array | Float64Array;

/** Copies what holds numbers; `known` are the copies so far, as several may hold the same. */
function shared(value: unknown, known: Map<unknown, unknown>): unknown {
  if (value === null || typeof value !== 'object') return value;
  const copied = known.get(value);
  if (copied !== undefined) return copied;
  const copy = copyOf(value, known);
  known.set(value, copy);
  return copy;
}

function copyOf(value: object, known: Map<unknown, unknown>): unknown {
  if (ArrayBuffer.isView(value)) return sharedColumn(value as Column);
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, shared(each, known)]));
  // Texts are not changed by anybody.
  if (Array.isArray(value)) return typeof value[0] === 'string' ? value : value.map((each) => shared(each, known));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shared(each, known)]));
}

function sharedColumn(column: Column): Column {
  const Kind = column.constructor as new (buffer: SharedArrayBuffer) => Column;
  const copy = new Kind(new SharedArrayBuffer(column.byteLength));
  copy.set(column);
  return copy;
}
