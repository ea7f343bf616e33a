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
 * Reads a table's weights.
 * @throws where the text is no base64url, or does not have rows × columns weights: a model that was damaged scores nothing
 * @example readTable({ weights: '_w', rows: 1, columns: 1, scales: [1], settings: {} }).bytes // Int8Array [-1]
 */
export function readTable(table: WeightTable): ReadTable {
  const { rows, columns, scales, settings } = table;
  const bytes = bytesOfBase64url(table.weights);
  if (bytes === null || bytes.length !== (rows * columns) / (table.bits === 4 ? 2 : 1)) {
    throw new Error(`The text model is damaged: ${rows} rows of ${columns} weights were expected`);
  }
  return { bytes: table.bits === 4 ? fromHalves(bytes) : new Int8Array(bytes.buffer), rows, columns, scales, settings };
}

/** The signed byte that each half of a byte stands for; see `WeightTable.bits`. */
const standsFor = Int8Array.from({ length: 16 }, (_, half) => {
  const level = half < 8 ? half : half - 16;
  return Math.round((Math.sign(level) * level * level * 127) / 49);
});

function fromHalves(halves: Uint8Array): Int8Array {
  const bytes = new Int8Array(halves.length * 2);
  for (let at = 0; at < halves.length; at++) {
    const both = halves[at] as number;
    bytes[at * 2] = standsFor[both & 15] as number;
    bytes[at * 2 + 1] = standsFor[both >>> 4] as number;
  }
  return bytes;
}

/** A setting that is a list of numbers. @throws where it is none: the model is damaged */
export function numbersOf(table: { settings: WeightTable['settings'] }, name: string): readonly number[] {
  const value = table.settings[name];
  if (!Array.isArray(value)) throw new Error(`The text model is damaged: it has no ${name}`);
  return value as readonly number[];
}
