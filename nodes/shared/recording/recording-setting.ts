import type { IExecuteFunctions } from 'n8n-workflow';
import { subjectReader } from '../../../engine/index.ts';
import type { Issue, SubjectReader } from '../../../engine/index.ts';
import { expressionIssues } from '../field-setting.ts';
import { subjectField } from '../fields.ts';

/** How a node's decisions get into the ledger. */
export interface Recording {
  subjectOf: SubjectReader;
  /** What happens to items whose decision cannot be recorded because the hub is away. */
  whenAway: 'stop' | 'queue';
}

type RecordingResult = { ok: true; value: Recording | null } | { ok: false; setting: string; issues: Issue[] };

/** Reads *Record Decisions* and the settings that belong to it; null: decisions are not recorded. */
export function readRecording(context: IExecuteFunctions): RecordingResult {
  if (context.getNodeParameter('record', 0, 'off') !== 'hub') return { ok: true, value: null };
  return readRecordingDetails(context);
}

/** The same for a node that always records. */
export function readRecordingDetails(context: IExecuteFunctions): RecordingResult {
  const wrong = (issues: Issue[]) => ({ ok: false as const, setting: subjectField.displayName, issues });
  const expressions = expressionIssues(context, subjectField.name);
  if (expressions.length > 0) return wrong(expressions);
  const subjectOf = subjectReader(String(context.getNodeParameter(subjectField.name, 0, '')));
  if (!subjectOf.ok) return wrong(subjectOf.issues);
  const whenAway = context.getNodeParameter('whenHubAway', 0, 'stop') === 'queue' ? 'queue' : 'stop';
  return { ok: true, value: { subjectOf: subjectOf.value, whenAway } };
}
