import type { WeightTable } from '../model/text-model.ts';

/**
 * Writes weights as signed bytes, each column on a scale of its own.
 * @param weights rows × columns, row by row
 * @param settings what else reading the table takes
 * @returns the table; the largest weight of a column has 127, but of a large column 1 in 10,000 weights may be cut to that
 */
export function weighInBytes(
  weights: Float32Array,
  columns: number,
  settings: WeightTable['settings'] = {},
): WeightTable {
  const scales = scalesOf(weights, columns);
  const bytes = new Uint8Array(weights.length);
  for (let at = 0; at < weights.length; at++) {
    const scaled = Math.round((weights[at] as number) / (scales[at % columns] as number));
    bytes[at] = Math.max(-127, Math.min(127, scaled)) & 0xff;
  }
  return { weights: base64urlOf(bytes), rows: weights.length / columns, columns, scales, settings };
}

/** As `weighInBytes`, in half the room: each weight as the nearest of fifteen; see `WeightTable.bits`. */
export function weighInHalves(
  weights: Float32Array,
  columns: number,
  settings: WeightTable['settings'] = {},
): WeightTable {
  const scales = scalesOf(weights, columns);
  const bytes = new Uint8Array(weights.length / 2);
  for (let at = 0; at < weights.length; at++) {
    const scaled = (weights[at] as number) / (scales[at % columns] as number) / 127;
    const level = Math.sign(scaled) * Math.min(7, Math.round(7 * Math.sqrt(Math.abs(scaled))));
    bytes[at >>> 1] = (bytes[at >>> 1] as number) | ((level & 15) << ((at & 1) * 4));
  }
  return { weights: base64urlOf(bytes), bits: 4, rows: weights.length / columns, columns, scales, settings };
}

function scalesOf(weights: Float32Array, columns: number): number[] {
  return Array.from({ length: columns }, (_, column) => scaleOf(weights, columns, column));
}

function scaleOf(weights: Float32Array, columns: number, column: number): number {
  const sizes: number[] = [];
  for (let at = column; at < weights.length; at += columns) {
    const size = Math.abs(weights[at] as number);
    if (size > 0) sizes.push(size);
  }
  sizes.sort((one, other) => other - one);
  const largest = sizes[Math.floor(sizes.length / 10_000)] ?? 1;
  // Few digits, so that the document reads well.
  return Number((largest / 127).toPrecision(6));
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding, as engine/base64url.ts reads it. @source RFC 4648, 5 */
export function base64urlOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = ((bytes[at] as number) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    parts.push(digits.charAt(three >>> 18), digits.charAt((three >>> 12) & 63));
    if (left > 1) parts.push(digits.charAt((three >>> 6) & 63));
    if (left > 2) parts.push(digits.charAt(three & 63));
  }
  return parts.join('');
}
