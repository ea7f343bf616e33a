import type { JsonValue } from '../../json.ts';
import { ordinalOf, ordinalStep, textOfOrdinal, type OrderedType } from '../cell/ordinal.ts';
import type { OffsetKind } from '../cell/temporal-text.ts';

/** Distances that read well, by type: whole days and hours rather than 43,123.5 seconds. */
const grids: Record<OrderedType, readonly number[]> = {
  number: [1, 0.5, 0.1, 0.01, 0.001],
  date: [1],
  time: [3600, 60, 1, 0.001, 0.000001],
  'date-time': [86_400, 3600, 60, 1, 0.001, 0.000001],
  'day-time-duration': [86_400, 3600, 60, 1, 0.001, 0.000001],
  'year-month-duration': [12, 1],
};

/** Where to look when a side is open. */
const origins: Record<OrderedType, number> = {
  number: 0,
  date: 20_454, // 2026-01-01
  time: 43_200,
  'date-time': 20_454 * 86_400,
  'day-time-duration': 0,
  'year-month-duration': 0,
};

/**
 * Finds values that lie strictly between two figures of `ordinalOf`.
 * @param low the lower figure, or -Infinity
 * @param high the upper one, or Infinity
 * @param count how many different values are wanted, at least 1
 * @returns the values, ascending; null when the type has fewer there: no day lies between two days in a row
 * @example valuesBetween(3, 5, 1, 'number', 'local') // [4]
 * @example valuesBetween(20778, 20779, 1, 'date', 'local') // null
 */
export function valuesBetween(
  low: number,
  high: number,
  count: number,
  type: OrderedType,
  offset: OffsetKind,
): JsonValue[] | null {
  for (const figures of candidates(low, high, count, type)) {
    const values = figures.map((figure) => textOfOrdinal(figure, type, offset));
    const places = values.map((value) => ordinalOf(value, type));
    const ascending = places.every((place, index) => {
      const below = index === 0 ? low : (places[index - 1] ?? Infinity);
      return place !== null && place > below && place < high;
    });
    if (ascending) return values;
  }
  return null;
}

function* candidates(low: number, high: number, count: number, type: OrderedType): Generator<number[]> {
  const steps = Array.from({ length: count }, (_, index) => index + 1);
  if (low === -Infinity && high === Infinity) {
    yield steps.map((step) => (origins[type] + step - 1) * 1);
    return;
  }
  for (const grid of grids[type]) {
    if (low === -Infinity) yield steps.map((step) => onGrid(Math.ceil(high / grid) - 1 - (count - step), grid));
    else if (high === Infinity) yield steps.map((step) => onGrid(Math.floor(low / grid) + step, grid));
    else {
      const middle = Math.round((low + high) / 2 / grid);
      const first = middle - Math.floor((count - 1) / 2);
      yield steps.map((step) => onGrid(first + step - 1, grid));
      yield steps.map((step) => onGrid(Math.floor(low / grid) + step, grid));
    }
  }
  if (ordinalStep(type) !== null) return;
  // Close to the end of what the type holds: below 00:00:01, above 23:59:59, beyond the integers that a double tells apart.
  const from = low === -Infinity ? lowestOf(type, high) : low;
  const to = high === Infinity ? highestOf(type, low) : high;
  yield steps.map((step) => from + (to - from) * (step / (count + 1)));
  if (low === -Infinity && count === 1) yield [lowestOf(type, high)];
  if (high === Infinity && count === 1) yield [highestOf(type, low)];
}

/** Multiples of a tenth as a person writes them: 0.3, not 0.30000000000000004. */
function onGrid(multiple: number, grid: number): number {
  return grid >= 1 ? multiple * grid + 0 : multiple / Math.round(1 / grid) + 0;
}

function lowestOf(type: OrderedType, high: number): number {
  if (type === 'time') return high > 0 ? 0 : -50_400;
  return type === 'number' ? -Number.MAX_VALUE : high - Math.max(1, Math.abs(high) * 1e-9);
}

function highestOf(type: OrderedType, low: number): number {
  if (type === 'time') return low < 86_400 ? 86_400 : 86_400 + 50_400;
  return type === 'number' ? Number.MAX_VALUE : low + Math.max(1, Math.abs(low) * 1e-9);
}
