import type { BlockingKey, BlockingRule } from '../model/identity-model.ts';
import type { PreparedRecords } from '../model/prepared-records.ts';
import { keyName, keyPart } from '../prepare/key-part.ts';

/** One blocking key of all records. */
export interface KeyColumn {
  key: BlockingKey;
  name: string;
  /** By record: index in `parts`; 0 is "has no such key". */
  codes: Int32Array;
  /** Different parts; `parts[0]` is ''. */
  parts: readonly string[];
  /** By code: how many records have it. */
  counts: Uint32Array;
}

/**
 * The keys of all rules, each once, over records in columns.
 * @param rules of a model
 * @param prepared records in columns
 * @returns in the order of the rules; keys of features that no record has are left out
 */
export function keyColumns(rules: readonly BlockingRule[], prepared: PreparedRecords): KeyColumn[] {
  const columns = new Map<string, KeyColumn>();
  for (const { keys } of rules) {
    for (const key of keys) {
      const name = keyName(key);
      const column = columns.has(name) ? null : keyColumn(key, prepared);
      if (column !== null) columns.set(name, column);
    }
  }
  return [...columns.values()];
}

function keyColumn(key: BlockingKey, prepared: PreparedRecords): KeyColumn | null {
  const name = keyName(key);
  const column = prepared.columns.get(key.feature);
  if (column === undefined) return null;
  if (key.take === 'whole') {
    return { key, name, codes: column.codes, parts: column.values, counts: column.counts };
  }
  const { partOfValue, parts } = partsOf(key, column.values);
  const codes = new Int32Array(prepared.count);
  const counts = new Uint32Array(parts.length);
  for (let record = 0; record < codes.length; record++) {
    const part = partOfValue[column.codes[record] as number] as number;
    codes[record] = part;
    (counts[part] as number)++;
  }
  counts[0] = 0;
  return { key, name, codes, parts, counts };
}

/** Each value's part as a code. */
function partsOf(key: BlockingKey, values: readonly string[]): { partOfValue: Int32Array; parts: string[] } {
  const codeOf = new Map<string, number>([['', 0]]);
  const parts = [''];
  const partOfValue = new Int32Array(values.length);
  for (let value = 1; value < values.length; value++) {
    const part = keyPart(key, values[value] as string);
    let code = codeOf.get(part);
    if (code === undefined) {
      code = parts.length;
      codeOf.set(part, code);
      parts.push(part);
    }
    partOfValue[value] = code;
  }
  return { partOfValue, parts };
}
