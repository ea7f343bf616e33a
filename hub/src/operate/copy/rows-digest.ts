import { hash } from 'node:crypto';
import type { Row } from './read-rows.ts';
import type { StoreTable } from './store-tables.ts';

/** What a table holds, told apart from anything else that it might hold. */
export interface RowsDigest {
  rows: number;
  /** Sum of the SHA-256 of all rows, modulo 2^256, hexadecimal; the same in whichever order they come. */
  digest: string;
}

const modulus = 1n << 256n;

/** Adds up the rows of a table, one page after the other. */
export function rowsDigester(table: StoreTable): { add(rows: readonly Row[]): void; result(): RowsDigest } {
  let count = 0;
  let sum = 0n;
  return {
    add(rows) {
      for (const row of rows) sum += BigInt(`0x${hash('sha256', textOf(table, row))}`);
      sum %= modulus;
      count += rows.length;
    },
    result: () => ({ rows: count, digest: sum.toString(16).padStart(64, '0') }),
  };
}

/** A row as a text, the same whichever database it comes from: one gives large numbers as texts, the other as numbers. */
function textOf(table: StoreTable, row: Row): string {
  return JSON.stringify(
    table.columns.map((name) => {
      const value = row[name] ?? null;
      if (value instanceof Uint8Array) return [Buffer.from(value).toString('base64')];
      return value === null ? null : String(value);
    }),
  );
}
