import type { JsonObject } from '../../json.ts';
import type { Issue, Result } from '../../issue.ts';
import type { Step } from '../model.ts';
import type { N8nNode } from '../n8n-workflow.ts';
import { subjectReader, type SubjectReader } from '../recording/read-subject.ts';
import type { ParameterSchema } from '../step-type.ts';
import { compileCredential, defaultCredential, recognizeCredential } from './hub-credential.ts';
import { plainChoice, plainText } from './plain-parameter.ts';

const whenRecorded = { property: 'record', equals: 'hub' } as const;

/** The credential, by its name in n8n. */
export const credentialProperty: ParameterSchema = {
  type: 'string',
  title: 'Credential',
  description: 'Name of the credential “Steward Hub API” in n8n, which holds the address of the hub and the key.',
  default: defaultCredential,
  minLength: 1,
  placeholder: defaultCredential,
};

export const subjectProperty: ParameterSchema = {
  type: 'string',
  title: 'Decision is about',
  description:
    'The field that says whom the decision is about, such as the customer’s number; people are found and erased by it. Empty: nobody.',
  default: '',
  'x-control': 'field',
  placeholder: 'body.customer.number',
};

export const whenHubAwayProperty: ParameterSchema = {
  type: 'string',
  title: 'When the hub is away',
  description: 'Stop, so that nothing takes effect unrecorded; or go on, marked, with the record to be sent later.',
  default: 'stop',
  enum: ['stop', 'queue'],
  'x-enumTitles': ['Stop with an error', 'Go on and queue the record'],
};

/** The parameters of every step that can record its decisions. */
export const recordingProperties: Record<'record' | 'credential' | 'subjectField' | 'whenHubAway', ParameterSchema> = {
  record: {
    type: 'string',
    title: 'Record decisions',
    description: 'In the ledger of the hub, where they can be looked up, explained and proved.',
    default: 'off',
    enum: ['off', 'hub'],
    'x-enumTitles': ['No', 'In the ledger of the hub'],
  },
  credential: { ...credentialProperty, 'x-showWhen': whenRecorded },
  subjectField: { ...subjectProperty, 'x-showWhen': whenRecorded },
  whenHubAway: { ...whenHubAwayProperty, 'x-showWhen': whenRecorded },
};

/** Names of the node's parameters; the credential is no parameter there. */
export const recordingNames = ['record', 'subjectField', 'whenHubAway'];

export function recordingDefaults(): JsonObject {
  return { record: 'off', credential: defaultCredential, subjectField: '', whenHubAway: 'stop' };
}

/** What recording adds to a node: parameters, and the credential beside them. */
export function compileRecording(step: Step): { parameters: JsonObject; members: JsonObject } {
  const { record, credential, subjectField, whenHubAway } = step.parameters;
  if (record !== 'hub') return { parameters: { record: 'off' }, members: compileCredential(step, null) };
  return {
    parameters: { record, subjectField: subjectField ?? '', whenHubAway: whenHubAway ?? 'stop' },
    members: compileCredential(step, String(credential ?? defaultCredential)),
  };
}

/** Reads the settings of recording back; null when something is an expression or unknown. */
export function recognizeRecording(node: N8nNode): JsonObject | null {
  const { parameters } = node;
  const record = plainChoice(parameters['record'], ['off', 'hub'], 'off');
  const details = recognizeRecordingDetails(node, record === 'hub' ? '' : defaultCredential);
  return record === null || details === null ? null : { record, ...details };
}

/** The same for a node that always records. `without`: the name where the node has no credential. */
export function recognizeRecordingDetails(node: N8nNode, without: string): JsonObject | null {
  const { parameters } = node;
  const credential = recognizeCredential(node, without);
  const subjectField = plainText(parameters['subjectField'], '');
  const whenHubAway = plainChoice(parameters['whenHubAway'], ['stop', 'queue'], 'stop');
  if (credential === null || subjectField === null || whenHubAway === null) return null;
  return { credential, subjectField, whenHubAway };
}

/** What is wrong with the settings of recording, beyond what their schema says. */
export function recordingProblems(parameters: JsonObject): Issue[] {
  return parameters['record'] === 'hub' ? subjectProblems(parameters) : [];
}

/** The same for a step that always records. */
export function subjectProblems(parameters: JsonObject): Issue[] {
  const reader = subjectReader(String(parameters['subjectField'] ?? ''));
  return reader.ok ? [] : reader.issues.map((issue) => ({ ...issue, path: ['parameters', ...issue.path] }));
}

const readers = new WeakMap<JsonObject, Result<SubjectReader>>();

/** Whom a decision about the item is about, where the step records; what is wrong stops the node, too. */
export function subjectOf(step: Step, item: JsonObject): Result<string | null> {
  const { parameters } = step;
  return parameters['record'] === 'hub' ? readSubject(parameters, item) : { ok: true, value: null };
}

/** The same for a step that always records. */
export function readSubject(parameters: JsonObject, item: JsonObject): Result<string | null> {
  let reader = readers.get(parameters);
  if (reader === undefined) {
    reader = subjectReader(String(parameters['subjectField'] ?? ''));
    readers.set(parameters, reader);
  }
  return reader.ok ? reader.value(item) : reader;
}
