/** How a spreadsheet writes numbers and days; what is not known is judged cell by cell. */
export interface Spelling {
  /** What stands before the fraction: `,` as in 1.234,50, `.` as in 1,234.50. */
  decimal?: ',' | '.';
  /** 03/04/2026 is the third of April; false: the fourth of March. */
  dayFirst?: boolean;
}

/** A value as it was understood; `doubt` says by a code of an issue why it may be meant otherwise. */
export interface Reading<Value> {
  value: Value;
  doubt?: string;
}

const currencies = String.raw`€|\$|£|¥|₹|CHF|EUR|USD|GBP|JPY|INR|BRL|R\$|AED|Rs\.?`;
const around = new RegExp(`^(?:${currencies})\\s*|\\s*(?:${currencies}|%)$`, 'gi');
const grouped = /^\d{1,3}(?:([.,'’ \u00a0\u202f])\d{3})(?:\1\d{3})*$/;

/**
 * Reads a number as people and spreadsheets write it: `1,234.50`, `1.234,50`, `1 234,5`, `€ 12`, `-5`, `(5)`, `12 EUR`, `5 %`.
 *
 * A lone comma or point before exactly three digits may group or part: `spelling.decimal` decides, else it is taken as
 * grouping for a comma (1,234 is 1234), as parting for a point (1.234), with a doubt for the comma.
 * @param text the whole cell
 * @param unit the column's unit, which may stand behind the number
 * @returns null for what is no number; doubts: `number_separator_doubt`, `percent_doubt`, `unit_dropped`
 * @example readNumber('1.234,5') // { value: 1234.5 }
 */
export function readNumber(text: string, spelling: Spelling = {}, unit?: string): Reading<number> | null {
  let rest = text.trim();
  if (rest.length > 40) return null;
  let doubt: string | undefined;
  if (unit !== undefined && unit !== '' && rest.toLowerCase().endsWith(unit.toLowerCase())) {
    rest = rest.slice(0, rest.length - unit.length).trim();
  }
  if (rest.endsWith('%')) doubt = 'percent_doubt';
  const bare = rest.replace(around, '').trim();
  if (doubt === undefined && bare !== rest) doubt = 'unit_dropped';
  const accounting = /^\((.+)\)$/.exec(bare);
  const signed = /^([+\-−–])?\s*(.+)$/s.exec(accounting?.[1] ?? bare);
  if (signed?.[2] === undefined) return null;
  const digits = readDigits(signed[2], spelling);
  if (digits === null) return null;
  const negative = accounting !== null || (signed[1] !== undefined && signed[1] !== '+');
  const why = digits.doubt ?? doubt;
  return { value: negative ? 0 - digits.value : digits.value, ...(why === undefined ? {} : { doubt: why }) };
}

function readDigits(text: string, { decimal }: Spelling): Reading<number> | null {
  const scientific = /^\d+(?:\.\d+)?e[+-]?\d{1,3}$/i.test(text);
  if (scientific || /^\d+$/.test(text)) return finite(Number(text));
  const group = grouped.exec(text)?.[1];
  const single = group !== undefined && text.indexOf(group) === text.lastIndexOf(group);
  if (group !== undefined && !(single && decimal === group)) {
    // 1.234 is a number with three decimals unless the column says that its decimals stand behind a comma.
    if (group === '.' && single && decimal === undefined) return finite(Number(text));
    const value = finite(Number(text.replaceAll(group, '')));
    const unsure = group === ',' && single && decimal === undefined;
    return value !== null && unsure ? { ...value, doubt: 'number_separator_doubt' } : value;
  }
  const parts = /^(\d[\d.,'’ \u00a0\u202f]*|)([.,])(\d+)$/.exec(text);
  if (parts === null) return null;
  const [, whole = '', mark = '', fraction = ''] = parts;
  if (decimal !== undefined && decimal !== mark) return null;
  const plain = /^\d*$/.test(whole)
    ? whole
    : grouped.exec(whole)?.[1] === mark
      ? null
      : grouped.test(whole)
        ? whole.replaceAll(/\D/g, '')
        : null;
  return plain === null ? null : finite(Number(`${plain === '' ? '0' : plain}.${fraction}`));
}

function finite(value: number): Reading<number> | null {
  return Number.isFinite(value) ? { value } : null;
}
