import { bytesOfBase64url } from '../../base64url.ts';
import type { WeightTable } from './text-model.ts';

/** A table of weights, ready to be summed. */
export interface ReadTable {
  /** Rows × columns, row by row; a power of two of rows. */
  bytes: Int8Array;
  rows: number;
  columns: number;
  scales: readonly number[];
  settings: WeightTable['settings'];
}

/**
 * Reads a table's bytes.
 * @throws where the text is no base64url, or does not have rows × columns bytes: a model that was damaged scores nothing
 * @example readTable({ weights: '_w', rows: 1, columns: 1, scales: [1], settings: {} }).bytes // Int8Array [-1]
 */
export function readTable(table: WeightTable): ReadTable {
  const bytes = bytesOfBase64url(table.weights);
  if (bytes === null || bytes.length !== table.rows * table.columns) {
    throw new Error(`The text model is damaged: ${table.rows} rows of ${table.columns} weights were expected`);
  }
  const { rows, columns, scales, settings } = table;
  return { bytes: new Int8Array(bytes.buffer), rows, columns, scales, settings };
}

/** A setting that is a list of numbers. @throws where it is none: the model is damaged */
export function numbersOf(table: { settings: WeightTable['settings'] }, name: string): readonly number[] {
  const value = table.settings[name];
  if (!Array.isArray(value)) throw new Error(`The text model is damaged: it has no ${name}`);
  return value as readonly number[];
}
