import { ordinalOf } from '../cell/ordinal.ts';
import type { TableRow } from '../model.ts';
import type { MaskLayout } from './mask-blocks.ts';
import { MaskSweep } from './mask-sweep.ts';
import { stretchOf, type NumberLine } from './number-line.ts';

/** The hidden column of a table: on which days which rows count. */
export interface ValidDays {
  line: NumberLine;
  offsets: Int32Array;
  blocks: Int32Array;
}

/**
 * Makes the hidden column of days, or null when every row counts every day.
 * @param rows those that are not disabled; a day that cannot be read is no bound, `checkTable` finds it
 */
export function compileValidDays(rows: readonly TableRow[], layout: MaskLayout): ValidDays | null {
  if (rows.every((row) => row.validFrom === undefined && row.validUntil === undefined)) return null;
  const sweep = new MaskSweep(layout);
  const ranges = rows.map(({ validFrom, validUntil }) => {
    const from = dayOf(validFrom) ?? -Infinity;
    const after = (dayOf(validUntil) ?? Infinity) + 1;
    return from < after ? [from, after] : [];
  });
  const { line, offsets } = sweep.line(ranges, null, 1);
  sweep.clear();
  for (const [row, { validFrom, validUntil }] of rows.entries()) {
    if (validFrom === undefined && validUntil === undefined) sweep.toggle(row);
  }
  sweep.keep(line.cuts.length + 1, true);
  return { line, offsets, blocks: sweep.blocks.finish() };
}

function dayOf(text: string | undefined): number | null {
  return text === undefined ? null : ordinalOf(text, 'date');
}

/**
 * The code of a day in the hidden column.
 * @param day `YYYY-MM-DD`; undefined, or what is no day, has the last code: only rows without days of validity count
 */
export function codeOfDay({ line }: ValidDays, day: string | undefined): number {
  const ordinal = day === undefined ? null : ordinalOf(day, 'date');
  return ordinal === null ? line.cuts.length + 1 : stretchOf(line, ordinal);
}
