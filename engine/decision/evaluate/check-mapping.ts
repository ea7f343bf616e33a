import type { Issue } from '../../issue.ts';
import { mappedPaths, type FactMapping } from '../facts/fact-mapping.ts';
import type { DecisionTable } from '../model.ts';
import { compileTable } from './compile-table.ts';

/**
 * Finds what keeps a table from deciding under a mapping, before there is any item.
 * @returns the errors of `compileTable`, else `unknown_mapped_input` and `invalid_field_path` with paths inside the mapping
 * @example checkMapping(table, { dataField: '', fields: [{ input: 'amuont', field: 'body.amount' }] })[0].code // 'unknown_mapped_input'
 */
export function checkMapping(table: DecisionTable, mapping: FactMapping): Issue[] {
  const compiled = compileTable(table);
  if (!compiled.ok) return compiled.issues;
  const mapped = mappedPaths(table, mapping);
  return mapped.ok ? [] : mapped.issues;
}
