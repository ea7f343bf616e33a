import {
  identityFields,
  recognizeColumns,
  type ColumnDoubt,
  type FieldMapping,
  type IdentityField,
} from '../../../../engine/index.ts';
import { UsageError, type CommandOption } from '../command.ts';
import { didYouMean } from '../did-you-mean.ts';
import { nameOf } from '../read-document.ts';

export const mapOption: CommandOption = {
  type: 'string',
  help: 'which column holds which field, where it is not recognized: family_name=Nachname,phone=Tel',
};
export const withoutOption: CommandOption = {
  type: 'string',
  help: 'fields that are left out of comparing: national_id,email',
};

/** Which columns are read as which fields, and which are not. */
export interface ChosenFields {
  mapping: FieldMapping;
  unused: readonly string[];
  /** Columns whose name says one thing and whose content another. */
  doubts: readonly ColumnDoubt[];
}

/**
 * Recognizes the columns of a file by name and content; `--map` overrides, `--without` leaves out. The columns of `reserved`
 * (the id, the truth) are never read as fields.
 */
export function chooseFields(
  file: string,
  columns: readonly string[],
  sample: readonly (readonly string[])[],
  options: Readonly<Record<string, string | boolean | undefined>>,
  reserved: readonly string[],
): ChosenFields {
  const free = columns.filter((column) => column !== '' && !reserved.includes(column));
  const rows = sample.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ''])));
  const { mapping: recognized, doubts } = recognizeColumns(free, rows);
  const given = givenPairs(options['map']).map(
    ([field, column]) => [field, knownColumn(file, columns, column, '--map')] as const,
  );
  const without = fieldsIn(options['without']);
  // A column that was named for one field is not read as another, too.
  const named = given.map(([, column]) => column);
  const kept = (Object.entries(recognized) as [IdentityField, string][]).filter(
    ([, column]) => !named.includes(column),
  );
  const mapping: FieldMapping = Object.fromEntries([...kept, ...given].filter(([field]) => !without.includes(field)));
  const used = Object.values(mapping);
  if (used.length === 0)
    throw new UsageError(
      `${nameOf(file)}: no column was recognized. It has ${listed(free)}. Say which holds what: --map family_name=COLUMN,…`,
    );
  return { mapping, unused: free.filter((column) => !used.includes(column)), doubts };
}

/** A column that was named on the command line. */
export function knownColumn(file: string, columns: readonly string[], column: string, option: string): string {
  if (columns.includes(column)) return column;
  const meant = didYouMean(column, [...columns]);
  const hint = meant === null ? `It has ${listed(columns)}.` : `Did you mean "${meant}"?`;
  throw new UsageError(`${option}: ${nameOf(file)} has no column "${column}". ${hint}`);
}

function givenPairs(option: string | boolean | undefined): [IdentityField, string][] {
  if (typeof option !== 'string') return [];
  return option.split(',').map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError(`--map ${pair}: expected FIELD=COLUMN, such as family_name=Nachname.`);
    return [knownField(pair.slice(0, at).trim(), '--map'), pair.slice(at + 1).trim()];
  });
}

function fieldsIn(option: string | boolean | undefined): IdentityField[] {
  if (typeof option !== 'string') return [];
  return option.split(',').map((name) => knownField(name.trim(), '--without'));
}

function knownField(name: string, option: string): IdentityField {
  const field = identityFields.find((known) => known === name);
  if (field !== undefined) return field;
  const meant = didYouMean(name, [...identityFields]);
  throw new UsageError(
    `${option}: there is no field "${name}". ${meant === null ? `Fields are ${identityFields.join(', ')}.` : `Did you mean "${meant}"?`}`,
  );
}

function listed(columns: readonly string[]): string {
  const shown = columns.slice(0, 30).join(', ');
  return columns.length > 30 ? `${shown}, and ${columns.length - 30} more` : shown;
}
