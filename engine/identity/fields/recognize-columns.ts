import { identityFields, type FieldMapping, type IdentityField } from '../model/identity-record.ts';
import { contentOf } from './column-content.ts';
import { columnWords } from './column-words.ts';
import { latinLetters } from './latin-letters.ts';

/** A column whose name says one thing and whose values another. */
export interface ColumnDoubt {
  column: string;
  /** What its name says; null: nothing. */
  byName: IdentityField | null;
  /** What most of its values look like; null: nothing that is known. */
  byContent: IdentityField | null;
}

/** What the columns of a file mean. */
export interface RecognizedColumns {
  mapping: FieldMapping;
  /** Columns that mean no field, in order. */
  unknown: string[];
  /** Columns to ask a person about. */
  doubts: ColumnDoubt[];
}

/**
 * Tells which column holds which field, by the names of the columns (in seven languages, any way of writing) and by what
 * their values look like. Each field is given to one column: the one with the better name.
 * @param columns names as they are written, also with spaces around
 * @param sample some records by column, 20 or more if there are; empty: names alone decide
 * @returns the mapping; every column that is not in it is `unknown`
 * @example recognizeColumns(['rec_id', 'given_name', 'PLZ'], []).mapping // { given_name: 'given_name', postcode: 'PLZ' }
 */
export function recognizeColumns(
  columns: readonly string[],
  sample: readonly Readonly<Record<string, string>>[],
): RecognizedColumns {
  const claims: { column: string; field: IdentityField; rank: number }[] = [];
  const doubts: ColumnDoubt[] = [];
  for (const column of columns) {
    const named = fieldByName(column);
    const content = contentOf(sample.map((row) => row[column] ?? ''));
    if (named === null) {
      if (content.looksLike !== null && content.isTelling && !isRecordKey(column)) {
        claims.push({ column, field: content.looksLike, rank: 10_000 });
      }
      continue;
    }
    if (content.contradicts(named.field)) {
      doubts.push({ column, byName: named.field, byContent: content.looksLike });
      if (content.looksLike !== null) claims.push({ column, field: content.looksLike, rank: 10_000 });
      continue;
    }
    claims.push({ column, ...named });
  }
  const mapping = assigned(claims, columns);
  const used = new Set<string>(Object.values(mapping));
  return { mapping, unknown: columns.filter((column) => !used.has(column)), doubts };
}

function assigned(
  claims: readonly { column: string; field: IdentityField; rank: number }[],
  columns: readonly string[],
): FieldMapping {
  const mapping: Partial<Record<IdentityField, string>> = {};
  const ordered = [...claims].sort((a, b) => a.rank - b.rank || columns.indexOf(a.column) - columns.indexOf(b.column));
  const used = new Set<string>();
  for (const { column, field } of ordered) {
    if (mapping[field] !== undefined || used.has(column)) continue;
    mapping[field] = column;
    used.add(column);
  }
  nameBesideAnother(mapping);
  return mapping;
}

/** `name` beside a given name is the family name, and the other way round: `Vorname, Name`, `nom, prénom`, `nome, cognome`. */
function nameBesideAnother(mapping: Partial<Record<IdentityField, string>>): void {
  const { full_name: name, given_name: given, family_name: family } = mapping;
  const isPlain = (column: string | undefined): boolean => column !== undefined && plainNames.has(compact(column));
  if (name !== undefined && isPlain(name) && (given === undefined) !== (family === undefined)) {
    mapping[given === undefined ? 'given_name' : 'family_name'] = name;
    delete mapping.full_name;
  } else if (name === undefined && given === undefined && family !== undefined && isPlain(family)) {
    mapping.full_name = family;
    delete mapping.family_name;
  } else if (name === undefined && family === undefined && given !== undefined && isPlain(given)) {
    mapping.full_name = given;
    delete mapping.given_name;
  }
}
const plainNames: ReadonlySet<string> = new Set(['name', 'nom', 'nome', 'nombre', 'naam']);

/** Keys of records, and the answer of a test set. */
const recordKeys =
  /^(?:rec|record|row|unique|cluster|entity|group|dup|index|id|key|uuid|guid|source|sourceid|rowid|recid|recordid|uniqueid|clusterid)$/;

function isRecordKey(column: string): boolean {
  return recordKeys.test(compact(column));
}

/** `Date_of_Birth` is `dateofbirth`. */
function compact(column: string): string {
  return latinLetters(column.slice(0, 200).normalize('NFKC'), 'DE').replace(/[^\p{L}\p{N}]/gu, '');
}

let fieldOfName: ReadonlyMap<string, { field: IdentityField; rank: number }> | null = null;

function fieldByName(column: string): { field: IdentityField; rank: number } | null {
  fieldOfName ??= new Map(
    identityFields.flatMap((field) =>
      columnWords[field].split(' ').map((name, rank) => [name, { field, rank }] as const),
    ),
  );
  const name = compact(column);
  if (recordKeys.test(name)) return null;
  const exact = fieldOfName.get(name) ?? fieldOfName.get(latinLetters(name));
  if (exact !== undefined) return exact;
  const stripped = withoutSurroundings(column);
  const near = stripped === name ? undefined : fieldOfName.get(stripped);
  return near === undefined ? null : { field: near.field, rank: near.rank + 1000 };
}

/** Words around the one that tells: `customer_email_1`, `postcode_fake`, `billing.city`, `person_surname`. */
const surroundings = new Set(
  (
    'customer client contact person people user member patient account billing shipping mailing home work private personal primary main default fake old new current ' +
    'raw clean orig original source std normalized kunde kunden cust acct col field value text string x y l r left right a b the my your crm erp shop'
  ).split(' '),
);

function withoutSurroundings(column: string): string {
  const parts = column
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .map((part) => latinLetters(part, 'DE'))
    .filter((part) => part !== '' && !surroundings.has(part) && !/^\d+$/.test(part));
  return parts.join('');
}
