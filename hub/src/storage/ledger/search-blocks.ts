import { hash } from 'node:crypto';
import type { EntryRow } from '../../ledger/ledger.store.ts';

/**
 * What is searched by is kept per block of 1,024 entries, once the block is complete: for each value that occurs in it,
 * which entries bear it. A search then meets only blocks that have all the values, whatever their number and however
 * seldom they meet, and a commit of one entry costs nothing more. Entries of the open block are looked through one by one.
 *
 * chosen: 1,024, so that the open block is read in a millisecond, and the set of a frequent value takes 128 bytes.
 */
export const blockSize = 1_024;

/** Blocks whose sets lie together on disk, so that writing a block touches few pages. */
export const blocksPerSpan = 64;

/** Columns that are searched by value. */
export const searchedColumns = ['kind', 'subject', 'journey', 'step', 'tableId', 'ruleId', 'outcome'] as const;
export type SearchedColumn = (typeof searchedColumns)[number];

export type SearchedValues = Pick<EntryRow, SearchedColumn | 'sequence' | 'decidedAt'>;

/** The block of an entry, counted from 0. */
export function blockOf(sequence: number): number {
  return Math.floor((sequence - 1) / blockSize);
}

export function spanOf(block: number): number {
  return Math.floor(block / blocksPerSpan);
}

/** A name of 48 bits for a value of a column. Two values may share one; what is found is looked at again. */
export function termOf(column: SearchedColumn, value: string): number {
  return hash('sha256', `${column}\n${value}`, 'buffer').readUIntBE(0, 6);
}

export interface IndexedBlock {
  block: number;
  terms: Map<number, Uint8Array>;
  earliest: number;
  latest: number;
  times: Uint8Array;
}

/** The sets of a complete block, from its entries in order. */
export function indexBlock(block: number, entries: readonly SearchedValues[]): IndexedBlock {
  const times = new Float64Array(entries.map(({ decidedAt }) => Date.parse(decidedAt)));
  const terms = new Map<number, number[]>();
  for (const column of searchedColumns) {
    const places = new Map<string, number[]>();
    entries.forEach((entry, place) => {
      const value = entry[column];
      if (value === null) return;
      const known = places.get(value);
      if (known) known.push(place);
      else places.set(value, [place]);
    });
    for (const [value, members] of places) {
      const term = termOf(column, value);
      terms.set(term, [...(terms.get(term) ?? []), ...members]);
    }
  }
  return {
    block,
    terms: new Map(Array.from(terms, ([term, members]) => [term, packMembers(members)])),
    earliest: times.reduce((least, time) => Math.min(least, time), Infinity),
    latest: times.reduce((most, time) => Math.max(most, time), -Infinity),
    times: new Uint8Array(times.buffer),
  };
}

const setBytes = blockSize / 8;

/** Up to 63 places as a list of 16-bit numbers, more as a set of bits. */
function packMembers(places: readonly number[]): Uint8Array {
  if (places.length < setBytes / 2) return new Uint8Array(new Uint16Array(places).buffer);
  const bits = new Uint8Array(setBytes);
  for (const place of places) bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
  return bits;
}

/** The set of bits, whichever way it was packed. */
export function unpackMembers(packed: Uint8Array): Uint8Array {
  if (packed.length === setBytes) return Uint8Array.from(packed);
  const bits = new Uint8Array(setBytes);
  for (let at = 0; at < packed.length; at += 2) {
    const place = (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8);
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
  }
  return bits;
}

export function countMembers(packed: Uint8Array): number {
  if (packed.length !== setBytes) return packed.length / 2;
  let count = 0;
  for (let byte of packed) for (; byte > 0; byte &= byte - 1) count += 1;
  return count;
}
