import { fieldReader, type ValueReader } from '../../decision/evaluate/value-reader.ts';
import type { IdentitySetting } from './identity-setting.ts';

/** Reads the values of an item that its identity rests on: the list of records, the record, and the known ones beside it. */
export function identityInputs(setting: IdentitySetting): ValueReader {
  const { operation, recordsFrom, listField, dataField, fields, knownFrom, knownField } = setting;
  if (operation === 'group' && recordsFrom === 'list') return fieldReader([listField]);
  const record = dataField === '' ? fields.map(({ path }) => path) : [dataField];
  return fieldReader(operation === 'match' && knownFrom === 'field' ? [...record, knownField] : record);
}
