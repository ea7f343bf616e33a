import type { IExecuteFunctions } from 'n8n-workflow';
import { checkMapping, readyMapping } from '../../engine/index.ts';
import type { DecisionTable, FactMapping, Issue } from '../../engine/index.ts';
import { expressionIssues } from './field-setting.ts';
import { dataField, fieldMapping } from './fields.ts';

type MappingResult = { ok: true; value: FactMapping } | { ok: false; setting: string; issues: Issue[] };

/** Reads *Read Fields From* and *Field Mapping*, and holds them against the inputs of the table. */
export function readMapping(context: IExecuteFunctions, table: DecisionTable): MappingResult {
  for (const setting of [dataField, fieldMapping]) {
    const issues = expressionIssues(context, setting.name);
    if (issues.length > 0) return { ok: false, setting: setting.displayName, issues };
  }
  const rows = context.getNodeParameter('fields', 0, {}) as { values?: { input?: string; field?: string }[] };
  const mapping = readyMapping({
    dataField: text(context.getNodeParameter('dataField', 0, '')),
    fields: (rows.values ?? []).map((row) => ({ input: text(row.input), field: text(row.field) })),
  });
  const issues = checkMapping(table, mapping);
  if (issues.length === 0) return { ok: true, value: mapping };
  const setting = issues[0]?.path[0] === 'dataField' ? dataField.displayName : fieldMapping.displayName;
  return { ok: false, setting, issues };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
