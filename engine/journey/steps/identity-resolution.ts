import type { Issue } from '../../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import { groupRecords } from '../identity/group-records.ts';
import { identityPorts, type IdentityOutcome } from '../identity/identity-result.ts';
import { checkIdentitySetting, isIdentityField, type IdentitySetting } from '../identity/identity-setting.ts';
import { matchItems, readMatchRecords } from '../identity/match-records.ts';
import type { Step } from '../model.ts';
import type { N8nNode } from '../n8n-workflow.ts';
import type { Recognized, StepOutcome, StepType } from '../step-type.ts';
import { checkParameters } from './check-parameters.ts';
import { firstIssue } from './first-issue.ts';
import { compileCredential, defaultCredential } from './hub-credential.ts';
import { identityResolutionSchema, identityTasks, type IdentityTask } from './identity-resolution-parameters.ts';
import { hasOnly, plainChoice, plainText } from './plain-parameter.ts';
import {
  compileRecording,
  recognizeRecording,
  recordingDefaults,
  recordingNames,
  recordingProblems,
  subjectOf,
} from './recording.ts';

const nodeType = 'n8n-nodes-steward.identityResolution';

/** Texts that the node has under the same names, with its own defaults, which n8n leaves out of its JSON. */
const texts = {
  listField: '',
  knownField: '',
  profileField: 'profileId',
  dataField: '',
  idField: 'id',
  sourceField: '',
  updatedField: '',
  region: '',
} as const;

const portLabels = { profiles: 'Profiles', known: 'Known', new: 'New', ask: 'Ask a person' } as const;

/** Finds out who a customer is, and says when it does not know. */
export const identityResolution: StepType = {
  type: 'identity-resolution',
  family: 'decide',
  title: 'Identity Resolution',
  summary: 'Finds out which records are of one customer',
  help:
    'Compares records by names, e-mail, phone, birth date and address, and groups those of one customer; or looks a record up among known profiles. ' +
    'Doubt leaves by “Ask a person”, with both records side by side and the evidence for and against. ' +
    'The simulation does what n8n does, but for profiles of the hub, which it cannot know: there it goes on as if the customer were known, and says that it assumed so.',
  icon: 'users',
  addable: true,
  parametersSchema: identityResolutionSchema,
  defaults: () => ({
    operation: 'group-list',
    kind: 'person',
    model: '',
    ...texts,
    listField: 'body.records',
    knownField: 'body.candidates',
    dataField: 'body',
    keep: 'no',
    identityFields: [],
    ...recordingDefaults(),
  }),
  inputs: () => [{ id: 'in', label: '' }],
  outputs: ({ parameters }) => portsOf(parameters).map((id) => ({ id, label: portLabels[id] })),
  describe: ({ parameters }) =>
    operationOf(parameters) === 'match' ? 'Match against known profiles' : 'Group records',
  problems,
  compile,
  recognize,
  // As the node does with an item that it could not read: a person looks at it.
  failurePort: () => 'ask',
  simulate,
};

function taskOf({ operation }: JsonObject): IdentityTask {
  return identityTasks.find((task) => task === operation) ?? 'group-list';
}

function operationOf(parameters: JsonObject): 'group' | 'match' {
  return taskOf(parameters).startsWith('match') ? 'match' : 'group';
}

function portsOf(parameters: JsonObject) {
  return identityPorts[operationOf(parameters)];
}

function settingOf(parameters: JsonObject): IdentitySetting {
  const task = taskOf(parameters);
  const text = (name: keyof typeof texts): string => textOf(parameters[name] ?? texts[name]);
  return {
    operation: operationOf(parameters),
    kind: parameters['kind'] === 'company' ? 'company' : 'person',
    model: textOf(parameters['model']),
    region: text('region'),
    recordsFrom: task === 'group-items' ? 'items' : 'list',
    listField: text('listField'),
    dataField: text('dataField'),
    fields: rowsOf(parameters).flatMap(({ identity, field }) =>
      isIdentityField(identity) && field !== '' ? [{ identity, path: field }] : [],
    ),
    idField: text('idField'),
    sourceField: text('sourceField'),
    updatedField: text('updatedField'),
    knownFrom: task === 'match-field' ? 'field' : 'hub',
    knownField: text('knownField'),
    profileField: text('profileField'),
  };
}

function rowsOf({ identityFields }: JsonObject): { identity: string; field: string }[] {
  if (!Array.isArray(identityFields)) return [];
  return identityFields.map((row) => {
    const { identity, field } = isJsonObject(row) ? row : {};
    return { identity: textOf(identity), field: textOf(field) };
  });
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}

function compile(step: Step): ReturnType<StepType['compile']> {
  const { parameters } = step;
  const task = taskOf(parameters);
  const recording = compileRecording(step);
  const rows = rowsOf(parameters).map(({ identity, field }) => ({ identity, field }));
  const asksHub = task === 'match-hub' || parameters['record'] === 'hub';
  return {
    type: nodeType,
    typeVersion: 1,
    parameters: {
      operation: operationOf(parameters),
      kind: parameters['kind'] ?? 'person',
      // As it was written: a document, and no text to be trimmed.
      model: parameters['model'] ?? '',
      ...(task.startsWith('group')
        ? { recordsFrom: task === 'group-list' ? 'list' : 'items' }
        : { knownFrom: task === 'match-field' ? 'field' : 'hub' }),
      ...(task === 'match-hub' && { keep: parameters['keep'] ?? 'no' }),
      ...Object.fromEntries(Object.entries(texts).map(([name, preset]) => [name, textOf(parameters[name] ?? preset)])),
      identityFields: rows.length === 0 ? {} : { values: rows },
      ...recording.parameters,
    },
    ...compileCredential(step, asksHub ? textOf(parameters['credential'] ?? defaultCredential) : null),
  };
}

function recognize(node: N8nNode): Recognized | null {
  if (node.type !== nodeType || node.typeVersion !== 1) return null;
  const { parameters } = node;
  const names = [
    ...Object.keys(texts),
    'operation',
    'kind',
    'model',
    'recordsFrom',
    'knownFrom',
    'keep',
    'identityFields',
  ];
  if (!hasOnly(parameters, [...names, ...recordingNames])) return null;
  const operation = plainChoice(parameters['operation'], ['group', 'match'], 'group');
  const kind = plainChoice(parameters['kind'], ['person', 'company'], 'person');
  const model = plainText(parameters['model'], '');
  const recordsFrom = plainChoice(parameters['recordsFrom'], ['items', 'list'], 'items');
  // A second input is more than a step has.
  const knownFrom = plainChoice(parameters['knownFrom'], ['hub', 'field'], 'hub');
  const keep = plainChoice(parameters['keep'], ['no', 'new-and-known'], 'no');
  const found = Object.entries(texts).map(([name, preset]) => [name, plainText(parameters[name], preset)] as const);
  const identityFields = recognizeRows(parameters['identityFields'] ?? {});
  const recording = recognizeRecording(node);
  if (operation === null || kind === null || recordsFrom === null || knownFrom === null || keep === null) return null;
  if (model === null || identityFields === null || recording === null || found.some(([, value]) => value === null))
    return null;
  const task = operation === 'group' ? `group-${recordsFrom}` : `match-${knownFrom}`;
  return {
    parameters: { operation: task, kind, model, ...Object.fromEntries(found), keep, identityFields, ...recording },
  };
}

function recognizeRows(collection: JsonValue): JsonObject[] | null {
  if (!isJsonObject(collection) || !hasOnly(collection, ['values'])) return null;
  const values = collection['values'] ?? [];
  if (!Array.isArray(values)) return null;
  const rows = values.map((entry): JsonObject | null => {
    if (!isJsonObject(entry) || !hasOnly(entry, ['identity', 'field'])) return null;
    const identity = plainText(entry['identity'], 'email');
    const field = plainText(entry['field'], '');
    return identity === null || field === null ? null : { identity, field };
  });
  return rows.every((row) => row !== null) ? rows : null;
}

/** Where a setting stands among the parameters. */
const parameterOf: Record<string, string> = { fields: 'identityFields' };

function problems({ parameters }: Step): Issue[] {
  const issues = checkParameters(identityResolutionSchema, parameters, ['parameters']);
  if (issues.length > 0) return issues;
  const wrong = checkIdentitySetting(settingOf(parameters)).map((issue) => {
    const [setting, ...rest] = issue.path;
    return { ...issue, path: ['parameters', parameterOf[String(setting)] ?? String(setting), ...rest] };
  });
  return [...wrong, ...recordingProblems(parameters)];
}

function simulate(step: Step, item: JsonObject): StepOutcome {
  const { parameters } = step;
  const setting = settingOf(parameters);
  const wrong = [...checkIdentitySetting(setting), ...recordingProblems(parameters)];
  if (wrong.length > 0) return { kind: 'error', issue: firstIssue(wrong) };
  const subject = subjectOf(step, item);
  if (taskOf(parameters) === 'match-hub') {
    const [record] = readMatchRecords([item], setting);
    if (record?.ok === false) return { kind: 'error', issue: firstIssue(record.issues) };
    if (!subject.ok) return { kind: 'error', issue: firstIssue(subject.issues) };
    return { kind: 'continue', port: 'known', item, assumed: true };
  }
  const [outcome] = resolved(item, step.name, setting);
  if (outcome?.kind !== 'sent') {
    return { kind: 'error', issue: firstIssue(outcome?.kind === 'error' ? outcome.issues : []) };
  }
  if (!subject.ok) return { kind: 'error', issue: firstIssue(subject.issues) };
  const { port, item: sent, decision } = outcome;
  return { kind: 'continue', port, item: sent, decision };
}

function resolved(item: JsonObject, stepName: string, setting: IdentitySetting): IdentityOutcome[] {
  return setting.operation === 'group'
    ? groupRecords([item], stepName, setting)
    : matchItems([item], stepName, setting);
}
