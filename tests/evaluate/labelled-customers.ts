import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { IdentityField, IdentityKind, IdentityRecord } from '../../engine/index.ts';
import { syntheticCompanies } from '../identity/synthetic-companies.ts';

/** A record whose customer is known. */
export interface LabelledRecord extends IdentityRecord {
  customer: string;
}

export interface LabelledSet {
  name: string;
  /** Which floors and goals hold. */
  family: 'febrl' | 'febrl-few' | 'fake' | 'companies';
  /** @default 'person' */
  kind?: IdentityKind;
  records: LabelledRecord[];
  /** The country that the data are from. */
  region: string;
}

const folder = process.env['STEWARD_DATA'] ?? join(process.env['STEWARD_SHARED'] ?? '../shared', 'data');

/** FEBRL, Freely Extensible Biomedical Record Linkage (Christen 2008): made-up Australians. soc_sec_id is left out on purpose. */
const febrlColumns: Readonly<Record<string, IdentityField>> = {
  given_name: 'given_name',
  surname: 'family_name',
  street_number: 'house_number',
  address_1: 'street',
  address_2: 'address_extra',
  suburb: 'city',
  postcode: 'postcode',
  state: 'region',
  date_of_birth: 'birth_date',
};
const few: readonly IdentityField[] = ['given_name', 'family_name', 'birth_date', 'postcode'];

/** Splink's fake_1000: made-up Britons, up to ten records each, much of them missing or wrong. */
const fakeColumns: Readonly<Record<string, IdentityField>> = {
  first_name: 'given_name',
  surname: 'family_name',
  dob: 'birth_date',
  city: 'city',
  email: 'email',
};

/** The labelled sets; none where the data are not at hand. */
export function labelledSets(): LabelledSet[] {
  const febrl = [1, 2, 3].flatMap((number): LabelledSet[] => {
    const rows = rowsOf(`dataset${number}.csv`);
    if (rows === null) return [];
    const customerOf = (row: Row): string => /^rec-(\d+)/.exec(row['rec_id'] ?? '')?.[1] ?? '';
    const records = rows.map((row) => labelled(row, row['rec_id'] ?? '', customerOf(row), febrlColumns));
    return [
      { name: `FEBRL ${number}`, family: 'febrl', records, region: 'AU' },
      { name: `FEBRL ${number}, few fields`, family: 'febrl-few', records: records.map(onlyFew), region: 'AU' },
    ];
  });
  const rows = rowsOf('fake_1000.csv');
  if (rows === null) return febrl;
  const records = rows.map((row) => labelled(row, row['unique_id'] ?? '', row['cluster'] ?? '', fakeColumns));
  return [...febrl, { name: 'fake_1000', family: 'fake', records, region: 'GB' }];
}

/**
 * Companies, for which there is no public set with labels: made up, by seeds of which none was looked at while the default
 * model for companies was made (that was done by seed 1).
 */
export function syntheticSets(): LabelledSet[] {
  return [20_261_122, 20_261_123].map((seed): LabelledSet => {
    const records = syntheticCompanies({ records: 10_000, seed }).map((record) => ({
      ...record,
      customer: String(record.customer),
    }));
    return { name: `companies, seed ${seed}`, family: 'companies', kind: 'company', records, region: 'US' };
  });
}

type Row = Readonly<Record<string, string>>;

function rowsOf(name: string): Row[] | null {
  const path = join(folder, 'identity', name);
  if (!existsSync(path)) return null;
  return Papa.parse<Row>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (header) => header.trim(),
    transform: (value) => value.trim(),
  }).data;
}

function labelled(
  row: Row,
  id: string,
  customer: string,
  columns: Readonly<Record<string, IdentityField>>,
): LabelledRecord {
  const values: Partial<Record<IdentityField, string>> = {};
  for (const [column, field] of Object.entries(columns)) {
    const value = row[column];
    if (value !== undefined && value !== '') values[field] = value;
  }
  return { id, values, customer };
}

function onlyFew(record: LabelledRecord): LabelledRecord {
  const kept = Object.entries(record.values).filter(([field]) => few.includes(field as IdentityField));
  return { ...record, values: Object.fromEntries(kept) };
}
