import type { IExecuteFunctions } from 'n8n-workflow';
import { checkOutputField } from '../../engine/index.ts';
import type { DecisionTable, FactMapping } from '../../engine/index.ts';
import type { ParamsResult } from '../shared/item-result.ts';
import { readMapping } from '../shared/mapping-setting.ts';
import { readTable } from '../shared/table-setting.ts';

/** What the node was set to. */
export interface TableParams {
  table: DecisionTable;
  mapping: FactMapping;
  /** Where the outcome goes; empty puts its outputs into the item itself. */
  outputField: string;
  noMatch: 'error' | 'continue';
}

const outputs = { count: 1, onFailure: 0 };

/** Reads the settings, once per execution. */
export function readParams(context: IExecuteFunctions): ParamsResult<TableParams> {
  const table = readTable(context);
  if (!table.ok) return { ok: false, outputs, setting: 'Table', issues: table.issues };
  const mapping = readMapping(context, table.value);
  if (!mapping.ok) return { ...mapping, outputs };
  const outputField = String(context.getNodeParameter('outputField', 0, 'decision')).trim();
  const issues = checkOutputField(outputField, table.value);
  if (issues.length > 0) return { ok: false, outputs, setting: 'Put Outcome In', issues };
  const noMatch = context.getNodeParameter('noMatch', 0, 'error') === 'continue' ? 'continue' : 'error';
  return { ok: true, outputs, value: { table: table.value, mapping: mapping.value, outputField, noMatch } };
}
