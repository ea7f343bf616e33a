import type { IExecuteFunctions } from 'n8n-workflow';
import { checkPlacing } from '../../engine/index.ts';
import type { DecisionTable, FactMapping, Issue, OutcomePlacing, Result } from '../../engine/index.ts';
import { readDmn } from '../shared/dmn-setting.ts';
import { expressionIssues } from '../shared/field-setting.ts';
import type { OutputPlan, ParamsResult } from '../shared/item-result.ts';
import { readMapping } from '../shared/mapping-setting.ts';
import { readTablePack } from '../shared/pack-setting.ts';
import { readRecording } from '../shared/recording/recording-setting.ts';
import { readTable } from '../shared/table-setting.ts';

/** What the node was set to. */
export interface TableParams {
  table: DecisionTable;
  mapping: FactMapping;
  placing: OutcomePlacing;
  noMatch: 'error' | 'continue';
  /** Path of the day by which rows count; empty for the day of the execution. */
  dayField: string;
}

/** Reads the settings, once per execution. A failed item leaves through the last output: *Otherwise* where there are several. */
export async function readParams(context: IExecuteFunctions): Promise<ParamsResult<TableParams>> {
  const placing = readPlacing(context);
  const count = placing.route === null ? 1 : placing.route.values.length + 1;
  const outputs: OutputPlan = { count, onFailure: count - 1 };
  const table = await readRules(context);
  if (!table.ok) return { ok: false, outputs, setting: table.setting, issues: table.issues };
  const mapping = readMapping(context, table.value);
  if (!mapping.ok) return { ...mapping, outputs };
  const issues = checkPlacing(placing, table.value);
  if (issues.length > 0) return { ok: false, outputs, setting: settingOf(issues), issues };
  const expressions = expressionIssues(context, 'dayField');
  if (expressions.length > 0) return { ok: false, outputs, setting: 'Decide As Of', issues: expressions };
  const dayField = String(context.getNodeParameter('dayField', 0, '')).trim();
  const noMatch = context.getNodeParameter('noMatch', 0, 'error') === 'continue' ? 'continue' : 'error';
  const recording = readRecording(context);
  if (!recording.ok) return { ...recording, outputs };
  const value: TableParams = { table: table.value, mapping: mapping.value, placing, noMatch, dayField };
  return { ok: true, outputs, value, recording: recording.value };
}

type RulesResult = { ok: true; value: DecisionTable } | { ok: false; setting: string; issues: Issue[] };

async function readRules(context: IExecuteFunctions): Promise<RulesResult> {
  switch (context.getNodeParameter('rules', 0, 'table')) {
    case 'pack':
      return named('Rule Pack', readTablePack(context));
    case 'dmn':
      return named('DMN', await readDmn(context));
    default:
      return named('Table', readTable(context));
  }
}

function named(setting: string, table: Result<DecisionTable>): RulesResult {
  return table.ok ? table : { ...table, setting };
}

function readPlacing(context: IExecuteFunctions): OutcomePlacing {
  const text = (name: string, fallback: string) => String(context.getNodeParameter(name, 0, fallback)).trim();
  const outcomes = context.getNodeParameter('outcomes', 0, {}) as { values?: { value?: unknown }[] };
  const values = (outcomes.values ?? []).map(({ value }) => String(value ?? ''));
  return {
    outputField: text('outputField', 'decision'),
    several: text('several', 'list') === 'items' ? 'items' : 'list',
    route: text('route', 'one') === 'outcome' ? { output: text('routeOutput', ''), values } : null,
  };
}

const settings: Record<string, string> = {
  outputField: 'Put Outcome In',
  several: 'Several Outcomes',
  routeOutput: 'Choose Output By',
  outcomes: 'Outcomes',
};

function settingOf(issues: Issue[]): string {
  return settings[String(issues[0]?.path[0])] ?? 'Put Outcome In';
}
