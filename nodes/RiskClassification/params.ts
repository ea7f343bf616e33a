import type { IExecuteFunctions } from 'n8n-workflow';
import { checkRiskTable, errorIssue, riskLevels } from '../../engine/index.ts';
import type { DecisionTable, FactMapping, Result } from '../../engine/index.ts';
import { riskPacks } from '../../rules/index.ts';
import type { ParamsResult } from '../shared/item-result.ts';
import { readMapping } from '../shared/mapping-setting.ts';
import { readRecording } from '../shared/recording/recording-setting.ts';
import { readTable } from '../shared/table-setting.ts';

/** What the node was set to. */
export interface RiskParams {
  rules: { table: DecisionTable; duties: DecisionTable };
  mapping: FactMapping;
  noMatch: 'error' | 'high';
}

/** One output per level, the gravest first. A failed item leaves as high: a person looks before anything takes effect. */
const outputs = { count: riskLevels.length, onFailure: riskLevels.indexOf('high') };
const defaultPack = 'automated-decision-risk';

/** Reads the settings, once per execution. */
export function readParams(context: IExecuteFunctions): ParamsResult<RiskParams> {
  const own = context.getNodeParameter('rules', 0, 'pack') === 'table';
  const rules = own ? ownRules(context) : packRules(String(context.getNodeParameter('pack', 0, defaultPack)));
  if (!rules.ok) return { ok: false, outputs, setting: own ? 'Table' : 'Rule Pack', issues: rules.issues };
  const mapping = readMapping(context, rules.value.table);
  if (!mapping.ok) return { ...mapping, outputs };
  const noMatch = context.getNodeParameter('noMatch', 0, 'error') === 'high' ? 'high' : 'error';
  const recording = readRecording(context);
  if (!recording.ok) return { ...recording, outputs };
  const value = { rules: rules.value, mapping: mapping.value, noMatch } satisfies RiskParams;
  return { ok: true, outputs, value, recording: recording.value };
}

function packRules(id: string): Result<RiskParams['rules']> {
  const pack = Object.hasOwn(riskPacks, id) ? riskPacks[id] : undefined;
  if (pack) return { ok: true, value: pack };
  return {
    ok: false,
    issues: [errorIssue('pack_unknown', ['pack'], { pack: id, packs: Object.keys(riskPacks) })],
  };
}

/** A table of the user's own finds the level; what a level asks for stays as the default pack says. */
function ownRules(context: IExecuteFunctions): Result<RiskParams['rules']> {
  const table = readTable(context);
  if (!table.ok) return table;
  const standard = packRules(defaultPack);
  if (!standard.ok) return standard;
  // Found now, not when an item meets the row.
  const issues = checkRiskTable(table.value);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { ...standard.value, table: table.value } };
}
