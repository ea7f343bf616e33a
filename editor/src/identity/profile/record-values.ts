import type { ProfileLink, ProfileMember } from '../../../../engine/index.ts';
import { featuresOf } from '../parts/field-parts.ts';

/** By record: its values in the form in which they were compared, as the links tell it. */
export type ComparedValues = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Gathers from links the values that were compared. */
export function comparedValues(links: readonly ProfileLink[]): ComparedValues {
  const found = new Map<string, Record<string, string>>();
  for (const { left, right, explanation } of links) {
    for (const part of explanation.parts) {
      Object.assign(valuesAt(found, left), part.left);
      Object.assign(valuesAt(found, right), part.right);
    }
  }
  return found;
}

function valuesAt(found: Map<string, Record<string, string>>, record: string): Record<string, string> {
  const values = found.get(record) ?? {};
  found.set(record, values);
  return values;
}

/** Texts that are equal where two values say the same: the compared form where it is known, else without capitals and spaces. */
export function sameKey(member: ProfileMember, field: string, compared: ComparedValues): string {
  const value = member.values[field] ?? '';
  if (value === '') return '';
  const values = compared.get(member.recordId) ?? {};
  const features = featuresOf(field);
  const known = features.map((feature) => values[feature] ?? '');
  return known.some((text) => text !== '') ? known.join(' ') : value.normalize('NFC').toLowerCase().replace(/\s+/g, '');
}

/**
 * Which records of a profile stand out in a field: those that do not say what most say. Empty when all that know it agree.
 * @returns `recordId`s
 */
export function standingOut(members: readonly ProfileMember[], field: string, compared: ComparedValues): Set<string> {
  const counts = new Map<string, number>();
  const keys = members.map((member) => {
    const isAside = member.setAside.some((one) => one.field === field);
    const key = isAside ? '' : sameKey(member, field, compared);
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
    return key;
  });
  const most = Math.max(0, ...counts.values());
  const usual = keys.find((key) => key !== '' && counts.get(key) === most);
  return new Set(members.filter((_, at) => keys[at] !== '' && keys[at] !== usual).map(({ recordId }) => recordId));
}
