import type { SelectQueryBuilder } from 'kysely';
import type { EntryFilter, EntryRow } from '../../ledger/ledger.store.ts';
import type { Database } from '../database.ts';
import type { Tables } from '../schema.ts';
import { toEntryRow } from './entry-columns.ts';
import {
  blockOf,
  blockSize,
  blocksPerSpan,
  searchedColumns,
  spanOf,
  termOf,
  unpackMembers,
  type SearchedColumn,
} from './search-blocks.ts';

export interface SearchPage {
  before: number | null;
  limit: number;
}

interface TimeRange {
  /** Milliseconds since 1970, the end excluded. */
  from: number;
  until: number;
}

/** Entries that the filter takes, newest first: those of the open block one by one, the others by the sets of their blocks. */
export async function searchEntries(
  db: Database,
  stream: string,
  filter: EntryFilter,
  { before, limit }: SearchPage,
): Promise<EntryRow[]> {
  const head = await db.selectFrom('ledger_streams').select('size').where('stream', '=', stream).executeTakeFirst();
  const end = Math.min(before ?? Infinity, (head?.size ?? 0) + 1);
  if (end <= 1 || limit < 1) return [];
  const values = searchedColumns.flatMap((column) => {
    const value = filter[column];
    return value === undefined ? [] : [{ column, value }];
  });
  const times = timeRange(filter);
  const filtered = (query: EntryQuery): EntryQuery => {
    let narrowed = query.where('stream', '=', stream);
    for (const { column, value } of values) narrowed = narrowed.where(columnNames[column], '=', value);
    if (filter.from !== undefined) narrowed = narrowed.where('decided_at', '>=', isoTime(filter.from));
    if (filter.until !== undefined) narrowed = narrowed.where('decided_at', '<', isoTime(filter.until));
    return narrowed;
  };

  const everything = values.length === 0 && times === null;
  const indexed = everything ? 0 : blockOf((head?.size ?? 0) + 1) * blockSize;
  const rows = await filtered(db.selectFrom('ledger_entries').selectAll())
    .where('sequence', '>', indexed)
    .where('sequence', '<', end)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  const found = rows.map(toEntryRow);
  if (everything) return found;

  const terms = values.map(({ column, value }) => termOf(column, value));
  const last = Math.min(end - 1, indexed);
  // First the newest span alone, where most searches end; then ever more at once, to ask the database less often.
  let width = 1;
  for (
    let high = spanOf(blockOf(last));
    high >= 0 && found.length < limit;
    high -= width, width = Math.min(width * 2, 8)
  ) {
    const low = Math.max(0, high - width + 1);
    const sequences = await sequencesInSpans(db, stream, { low, high, terms, times, last });
    while (sequences.length > 0 && found.length < limit) {
      const some = sequences.splice(0, limit - found.length);
      const looked = await filtered(db.selectFrom('ledger_entries').selectAll())
        .where('sequence', 'in', some)
        .orderBy('sequence', 'desc')
        .execute();
      found.push(...looked.map(toEntryRow));
    }
  }
  return found;
}

type EntryQuery = SelectQueryBuilder<Tables, 'ledger_entries', Tables['ledger_entries']>;

const columnNames = {
  kind: 'kind',
  subject: 'subject',
  journey: 'journey',
  step: 'step',
  tableId: 'table_id',
  ruleId: 'rule_id',
  outcome: 'outcome',
} as const satisfies Record<SearchedColumn, keyof Tables['ledger_entries']>;

interface SpanSearch {
  /** Spans from `low` to `high`. */
  low: number;
  high: number;
  terms: readonly number[];
  times: TimeRange | null;
  /** The last sequence that counts. */
  last: number;
}

/** Sequences of the spans' entries that bear all the terms within the time, newest first. */
async function sequencesInSpans(db: Database, stream: string, search: SpanSearch): Promise<number[]> {
  const { terms, times, last } = search;
  const sets = terms.length === 0 ? null : await setsOfSpans(db, stream, search);
  if (sets?.size === 0) return [];
  const inTime = times && (await setsInTime(db, stream, search, times, sets));
  const blocks = sets && inTime ? intersection(sets, inTime) : (sets ?? inTime ?? new Map<number, Uint8Array>());
  return Array.from(blocks.keys())
    .sort((one, other) => other - one)
    .flatMap((block) => sequencesOf(block, blocks.get(block) ?? new Uint8Array(0), last));
}

/** By block, which entries bear every one of the terms; a block without such an entry may be missing. */
async function setsOfSpans(
  db: Database,
  stream: string,
  { low, high, terms }: SpanSearch,
): Promise<Map<number, Uint8Array>> {
  const spans = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  const rows = await db
    .selectFrom('ledger_terms')
    .select(['term', 'block', 'members'])
    .where('stream', '=', stream)
    .where('span', 'in', spans)
    .where('term', 'in', terms)
    .execute();
  const [first, ...others] = terms.map(
    (term) => new Map(rows.filter((row) => row.term === term).map((row) => [row.block, unpackMembers(row.members)])),
  );
  return others.reduce(intersection, first ?? new Map<number, Uint8Array>());
}

/** By block of the spans, which entries were decided within the time; only those blocks that `among` has. */
async function setsInTime(
  db: Database,
  stream: string,
  { low, high, last }: SpanSearch,
  { from, until }: TimeRange,
  among: ReadonlyMap<number, unknown> | null,
): Promise<Map<number, Uint8Array>> {
  const touched = await db
    .selectFrom('ledger_times')
    .select(['block', 'earliest', 'latest'])
    .where('stream', '=', stream)
    .where('block', '>=', low * blocksPerSpan)
    .where('block', '<', (high + 1) * blocksPerSpan)
    .where('block', '<=', blockOf(last))
    .where('earliest', '<', until)
    .where('latest', '>=', from)
    .execute();
  const wanted = touched.filter(({ block }) => among?.has(block) ?? true);
  const cut = wanted.filter(({ earliest, latest }) => earliest < from || latest >= until).map(({ block }) => block);
  const sets = new Map(wanted.map(({ block }) => [block, new Uint8Array(blockSize / 8).fill(0xff)]));
  if (cut.length === 0) return sets;
  const rows = await db
    .selectFrom('ledger_times')
    .select(['block', 'times'])
    .where('stream', '=', stream)
    .where('block', 'in', cut)
    .execute();
  for (const { block, times } of rows) sets.set(block, membersInTime(times, from, until));
  return sets;
}

function membersInTime(times: Uint8Array, from: number, until: number): Uint8Array {
  const view = new DataView(times.buffer, times.byteOffset, times.byteLength);
  const bits = new Uint8Array(blockSize / 8);
  for (let place = 0; place < blockSize; place += 1) {
    const time = view.getFloat64(place * 8, true);
    if (time >= from && time < until) bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
  }
  return bits;
}

function intersection(
  one: ReadonlyMap<number, Uint8Array>,
  other: ReadonlyMap<number, Uint8Array>,
): Map<number, Uint8Array> {
  const common = new Map<number, Uint8Array>();
  for (const [block, bits] of one) {
    const others = other.get(block);
    if (others)
      common.set(
        block,
        bits.map((byte, index) => byte & (others[index] ?? 0)),
      );
  }
  return common;
}

/** Newest first, none after `last`. */
function sequencesOf(block: number, bits: Uint8Array, last: number): number[] {
  const sequences: number[] = [];
  for (let index = bits.length - 1; index >= 0; index -= 1) {
    const byte = bits[index] ?? 0;
    for (let bit = 7; byte > 0 && bit >= 0; bit -= 1) {
      if ((byte & (1 << bit)) === 0) continue;
      const sequence = block * blockSize + index * 8 + bit + 1;
      if (sequence <= last) sequences.push(sequence);
    }
  }
  return sequences;
}

function timeRange({ from, until }: EntryFilter): TimeRange | null {
  if (from === undefined && until === undefined) return null;
  return {
    from: from === undefined ? -8.64e15 : Date.parse(from),
    until: until === undefined ? 8.64e15 : Date.parse(until),
  };
}

/** As `decided_at` is written, so that texts compare as times do. */
function isoTime(time: string): string {
  return new Date(time).toISOString();
}
