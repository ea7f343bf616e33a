import type { ProfileMember } from '../../../../engine/index.ts';

/** How people tell a record from others: the name on it, else its id. */
export function recordTitle({ values, id }: Pick<ProfileMember, 'values' | 'id'>): string {
  const named = [values['given_name'], values['family_name']].filter(Boolean).join(' ');
  return values['full_name'] || named || values['company'] || values['email'] || id;
}

/** Where a record comes from, with its id there: "crm 4711". */
export function recordPlace({ source, id }: Pick<ProfileMember, 'source' | 'id'>): string {
  return `${source} ${id}`;
}
