import type { IdentityReview, PairPart } from '../../../../engine/index.ts';
import { inReadingOrder } from '../parts/field-words.ts';

/** How the two values of a field stand to one another. */
export type Likeness = 'same' | 'similar' | 'different' | 'unknown';

export interface ComparedRow {
  field: string;
  left: string;
  right: string;
  likeness: Likeness;
}

/** Fields that are taken apart before they are compared, with what they become. */
const partsOf: Readonly<Record<string, readonly string[]>> = {
  full_name: ['given_name', 'middle_name', 'family_name'],
  address: ['house_number', 'street', 'postcode', 'city'],
};

/** The records of a question field by field, in the order in which people read them. */
export function comparedRows({ left, right, explanation }: IdentityReview): ComparedRow[] {
  const values = [left.record.values, right.record.values] as const;
  const fields = inReadingOrder(new Set(values.flatMap((side) => Object.keys(side))));
  return fields.flatMap((field) => {
    const [one = '', other = ''] = values.map((side) => side[field]);
    if (one === '' && other === '') return [];
    return [{ field, left: one, right: other, likeness: likenessOf(field, one, other, explanation.parts) }];
  });
}

function likenessOf(field: string, left: string, right: string, parts: readonly PairPart[]): Likeness {
  if (left === '' || right === '') return 'unknown';
  if (plain(left) === plain(right)) return 'same';
  const features = partsOf[field] ?? [field];
  const about = parts.filter((part) => part.level !== null && part.features.some((one) => features.includes(one)));
  if (about.length === 0) return 'different';
  const agree = about.every(({ features: compared, left: one, right: other }) =>
    compared.every((feature) => one[feature] === other[feature]),
  );
  if (agree) return 'same';
  return about.reduce((sum, { bits }) => sum + bits, 0) > 0 ? 'similar' : 'different';
}

/** Without what nobody takes for a difference: capitals and spaces. */
function plain(value: string): string {
  return value.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A text cut where it begins and where it ceases to differ from another one. */
export interface Cut {
  before: string;
  differs: string;
  after: string;
}

/** Cuts two texts at what they have in common at both ends. Letters are never cut in two. */
export function cutAtDifference(left: string, right: string): [Cut, Cut] {
  const one = [...left];
  const other = [...right];
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const cut = (letters: string[]): Cut => ({
    before: letters.slice(0, start).join(''),
    differs: letters.slice(start, letters.length - end).join(''),
    after: letters.slice(letters.length - end).join(''),
  });
  return [cut(one), cut(other)];
}
