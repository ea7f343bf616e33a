import { splitPath } from '../../decision/facts/read-path.ts';
import { errorIssue, type Issue } from '../../issue.ts';
import { identityFields, type IdentityField } from '../../identity/model/identity-record.ts';
import { checkModelSetting, type ModelSetting } from './chosen-model.ts';

/** What a step of identity resolution is set to. Paths are relative to a record, but for those that say otherwise. */
export interface IdentitySetting extends ModelSetting {
  operation: 'group' | 'match';
  /** Two letters, or empty. */
  region: string;
  /** `items`: each item is a record. `list`: each item holds a list of records and is resolved by itself. */
  recordsFrom: 'items' | 'list';
  /** Path in the item of the list. */
  listField: string;
  /** Path in the item of the record; empty for the item itself. */
  dataField: string;
  /** Which path holds which field; empty: recognized by names and values. */
  fields: readonly { identity: IdentityField; path: string }[];
  idField: string;
  sourceField: string;
  updatedField: string;
  /** Where the profiles are that are known. */
  knownFrom: 'hub' | 'input' | 'field';
  /** Path in the item of the list of known records. */
  knownField: string;
  /** Path in a known record of its profile's id. */
  profileField: string;
}

/**
 * Finds what is wrong with the settings.
 * @returns `invalid_field_path`, `identity_region_unknown`, `identity_field_twice`, what `checkModelSetting` finds; with the setting as path
 * @example checkIdentitySetting({ …, region: 'Germany' })[0].path // ['region']
 */
export function checkIdentitySetting(setting: IdentitySetting): Issue[] {
  const { operation, recordsFrom, knownFrom, region } = setting;
  const isList = operation === 'group' && recordsFrom === 'list';
  const fromField = operation === 'match' && knownFrom === 'field';
  const issues: Issue[] = [
    ...pathIssues('listField', setting.listField, isList, isList),
    ...pathIssues('dataField', setting.dataField, !isList, false),
    ...pathIssues('idField', setting.idField, true, false),
    ...pathIssues('sourceField', setting.sourceField, true, false),
    ...pathIssues('updatedField', setting.updatedField, true, false),
    ...pathIssues('knownField', setting.knownField, fromField, fromField),
    ...pathIssues('profileField', setting.profileField, operation === 'match' && knownFrom !== 'hub', true),
  ];
  if (region !== '' && !/^[A-Za-z]{2}$/.test(region)) {
    issues.push(errorIssue('identity_region_unknown', ['region'], { region: region.slice(0, 40) }));
  }
  // The hub has a model of its own.
  if (operation === 'group' || knownFrom !== 'hub') issues.push(...checkModelSetting(setting));
  const seen = new Set<IdentityField>();
  for (const { identity, path } of setting.fields) {
    if (splitPath(path) === null || path === '') {
      issues.push(errorIssue('invalid_field_path', ['fields'], { field: path }));
    }
    if (seen.has(identity)) issues.push(errorIssue('identity_field_twice', ['fields'], { field: identity }));
    seen.add(identity);
  }
  return issues;
}

function pathIssues(name: string, path: string, isUsed: boolean, isRequired: boolean): Issue[] {
  if (!isUsed) return [];
  const segments = splitPath(path);
  const isRight = segments !== null && (segments.length > 0 || !isRequired);
  return isRight ? [] : [errorIssue('invalid_field_path', [name], { field: path })];
}

/** Words of the fields, for settings that let one choose; in the order of `identityFields`. */
export const identityFieldTitles: Readonly<Record<IdentityField, string>> = {
  given_name: 'Given name',
  middle_name: 'Middle name',
  family_name: 'Family name',
  full_name: 'Full name',
  company: 'Company',
  birth_date: 'Birth date',
  email: 'E-mail',
  phone: 'Phone',
  address: 'Address in one line',
  house_number: 'House number',
  street: 'Street',
  address_extra: 'Address, second line',
  city: 'City',
  region: 'Region or state',
  postcode: 'Postcode',
  country: 'Country',
  national_id: 'National ID',
  customer_number: 'Customer number',
};

export function isIdentityField(text: string): text is IdentityField {
  return (identityFields as readonly string[]).includes(text);
}
