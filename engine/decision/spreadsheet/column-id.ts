import { uniqueKey } from '../../unique-key.ts';

const umlauts = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
]);

/**
 * Makes an id of a column's name: letters, digits and underscores, not beginning with a digit.
 * @param taken says which ids are in use
 * @example columnId('Größe (cm)', () => false) // 'groesse_cm'
 */
export function columnId(name: string, taken: (id: string) => boolean): string {
  return uniqueKey(
    words(name)
      .join('_')
      .replace(/^(?=\d)/, '_') || 'column',
    taken,
    { joint: '_', fallback: 'column' },
  );
}

/** Makes the id of a table: small letters, digits and hyphens. @example tableId('Refund limits.xlsx') // 'refund-limits-xlsx' */
export function tableId(name: string): string {
  return words(name).join('-') || 'table';
}

function words(name: string): string[] {
  return name
    .slice(0, 200)
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => umlauts.get(letter) ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
