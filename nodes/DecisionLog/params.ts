import type { IExecuteFunctions } from 'n8n-workflow';
import { checkDecisionLogging, deciderKinds } from '../../engine/index.ts';
import type { DecisionLogging } from '../../engine/index.ts';
import { expressionIssues } from '../shared/field-setting.ts';
import type { ParamsResult } from '../shared/item-result.ts';
import { readRecordingDetails } from '../shared/recording/recording-setting.ts';

/** What the node was set to. */
export type LogParams = { operation: 'send' } | { operation: 'log'; logging: DecisionLogging };

const outputs = { count: 1, onFailure: 0 };

/** Settings by their names in the node, and as the editor shows them. */
const fieldSettings: Record<string, string> = {
  outcomeField: 'Outcome Field',
  reasonsField: 'Reasons Field',
  deciderField: 'Decider Field',
  inputs: 'Inputs',
  noteField: 'Note Field',
};
const settings: Record<string, string> = {
  ...fieldSettings,
  name: 'Decision',
  deciderName: 'Decider',
  inputFields: 'Inputs',
};

/** Reads the settings, once per execution. */
export function readParams(context: IExecuteFunctions): ParamsResult<LogParams> {
  const recording = readRecordingDetails(context);
  if (!recording.ok) return { ...recording, outputs };
  if (context.getNodeParameter('operation', 0, 'log') === 'send') {
    return { ok: true, outputs, value: { operation: 'send' }, recording: recording.value };
  }
  for (const [setting, shown] of Object.entries(fieldSettings)) {
    const issues = expressionIssues(context, setting);
    if (issues.length > 0) return { ok: false, outputs, setting: shown, issues };
  }
  const logging = readLogging(context);
  const issues = checkDecisionLogging(logging);
  if (issues.length === 0)
    return { ok: true, outputs, value: { operation: 'log', logging }, recording: recording.value };
  return { ok: false, outputs, setting: settings[String(issues[0]?.path[0])] ?? 'Outcome Field', issues };
}

function readLogging(context: IExecuteFunctions): DecisionLogging {
  const text = (name: string) => String(context.getNodeParameter(name, 0, '')).trim();
  const kind = text('deciderKind');
  const rows = context.getNodeParameter('inputs', 0, {}) as { values?: { field?: string }[] };
  return {
    name: text('decisionName'),
    outcomeField: text('outcomeField'),
    reasonsField: text('reasonsField'),
    deciderKind: deciderKinds.find((known) => known === kind) ?? 'person',
    deciderName: text('deciderName'),
    deciderField: text('deciderField'),
    // A row that somebody added and left empty names nothing.
    inputFields: (rows.values ?? []).map(({ field }) => String(field ?? '').trim()).filter((field) => field !== ''),
    noteField: text('noteField'),
  };
}
