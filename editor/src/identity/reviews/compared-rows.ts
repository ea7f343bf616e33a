import type { IdentityReview, PairPart } from '../../../../engine/index.ts';
import { featuresOf } from '../parts/field-parts.ts';
import { inReadingOrder } from '../parts/field-words.ts';

/** How the two values of a field stand to one another. */
export type Likeness = 'same' | 'similar' | 'different' | 'unknown';

export interface ComparedRow {
  field: string;
  left: string;
  right: string;
  likeness: Likeness;
}

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
  const features = featuresOf(field);
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
