import { ordinalOf } from '../../decision/cell/ordinal.ts';

const withOffset = /(?:Z|[+-]\d{2}:?\d{2})$/i;

/**
 * The moment that a text names.
 * @param text ISO 8601 with offset, `2026-11-22T09:30:00+01:00`
 * @returns seconds since 1970-01-01T00:00Z; null where it names none, or none that is the same everywhere: absent, malformed, without
 *   an offset
 * @example momentOf('1970-01-01T01:00:00+01:00') // 0
 */
export function momentOf(text: string | undefined): number | null {
  if (text === undefined || !withOffset.test(text.trim())) return null;
  return ordinalOf(text.trim(), 'date-time');
}
