import { nicknameGroups } from '../fields/nicknames.ts';
import type { ComparatorId } from '../model/identity-model.ts';
import { birthDateComparator } from './birth-date-comparator.ts';
import { companyComparator } from './company-comparator.ts';
import { companyEmailComparator } from './company-email-comparator.ts';
import type { Comparator } from './comparator.ts';
import { emailComparator } from './email-comparator.ts';
import { exactComparator } from './exact-comparator.ts';
import { personNameComparator } from './person-name-comparator.ts';
import { phoneComparator } from './phone-comparator.ts';
import { placeComparator } from './place-comparator.ts';
import { postcodeComparator } from './postcode-comparator.ts';
import { streetComparator } from './street-comparator.ts';
import { textComparator } from './text-comparator.ts';

/** Of several given names the first is the one that is shortened. */
function nicknameGroupsOf(name: string): readonly number[] {
  return nicknameGroups(name.split(' ', 1)[0] ?? name);
}

/** All comparators by id. What one of them prepared is only for itself. */
export const comparators: Readonly<Record<ComparatorId, Comparator<unknown>>> = {
  'person-name': anyPrepared(personNameComparator(nicknameGroupsOf)),
  text: anyPrepared(textComparator(nicknameGroupsOf)),
  company: anyPrepared(companyComparator),
  'birth-date': anyPrepared(birthDateComparator),
  email: anyPrepared(emailComparator),
  'company-email': anyPrepared(companyEmailComparator),
  phone: anyPrepared(phoneComparator),
  street: anyPrepared(streetComparator),
  place: anyPrepared(placeComparator),
  postcode: anyPrepared(postcodeComparator),
  exact: anyPrepared(exactComparator),
};

/** A comparator only ever sees what it prepared, so that its kind need not be known outside. */
function anyPrepared<Prepared>(comparator: Comparator<Prepared>): Comparator<unknown> {
  return comparator as Comparator<unknown>;
}
