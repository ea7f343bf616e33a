import type { IExecuteFunctions } from 'n8n-workflow';
import { checkBranch, errorIssue, valueTypes } from '../../engine/index.ts';
import type { Branch, BranchCase, Issue } from '../../engine/index.ts';
import { expressionIssues } from '../shared/field-setting.ts';
import type { ParamsResult } from '../shared/item-result.ts';
import { readRecording } from '../shared/recording/recording-setting.ts';

/** What the node was set to; a case's id is the index of its output. */
export type BranchParams = Branch;

/** Reads the settings, once per execution. A failed item leaves through *Otherwise*, the last output. */
export function readParams(context: IExecuteFunctions): ParamsResult<BranchParams> {
  const cases = readCases(context);
  const outputs = { count: cases.length + 1, onFailure: cases.length };
  const type = context.getNodeParameter('valueType', 0, 'string');
  const valueType = valueTypes.find((known) => known === type);
  if (valueType === undefined) {
    const issue = errorIssue('unknown_value_type', ['valueType'], { found: String(type), known: [...valueTypes] });
    return { ok: false, outputs, setting: 'Type of Value', issues: [issue] };
  }
  const expressions = expressionIssues(context, 'field');
  if (expressions.length > 0) return { ok: false, outputs, setting: 'Field', issues: expressions };
  const branch: Branch = { field: String(context.getNodeParameter('field', 0, '')).trim(), valueType, cases };
  const issues = checkBranch(branch).filter((issue) => issue.severity === 'error');
  if (issues.length > 0) return { ok: false, outputs, setting: settingOf(issues), issues };
  const recording = readRecording(context);
  return recording.ok ? { ok: true, outputs, value: branch, recording: recording.value } : { ...recording, outputs };
}

function readCases(context: IExecuteFunctions): BranchCase[] {
  const cases = context.getNodeParameter('cases', 0, {}) as { values?: { label?: string; test?: string }[] };
  return (cases.values ?? []).map(({ label = '', test = '' }, index) => ({ id: String(index), label, test }));
}

function settingOf(issues: Issue[]): string {
  return issues[0]?.path[0] === 'field' ? 'Field' : 'Cases';
}
