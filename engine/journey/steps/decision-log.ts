import type { Issue } from '../../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { Step } from '../model.ts';
import type { N8nNode } from '../n8n-workflow.ts';
import { checkDecisionLogging, deciderKinds, logDecision, type DecisionLogging } from '../recording/log-decision.ts';
import type { Recognized, StepOutcome, StepType } from '../step-type.ts';
import { checkParameters } from './check-parameters.ts';
import { decisionLogSchema } from './decision-log-parameters.ts';
import { firstIssue } from './first-issue.ts';
import { compileCredential, defaultCredential } from './hub-credential.ts';
import { hasOnly, plainChoice, plainText } from './plain-parameter.ts';
import { readSubject, recognizeRecordingDetails, subjectProblems } from './recording.ts';

const nodeType = 'n8n-nodes-steward.decisionLog';
const texts = ['decisionName', 'outcomeField', 'reasonsField', 'deciderName', 'deciderField', 'noteField'] as const;
/** The node's own defaults, which n8n leaves out of its JSON. */
const nodeDefaults: Partial<Record<(typeof texts)[number], string>> = {
  decisionName: 'Decision',
  outcomeField: 'outcome',
};

/** Records what was decided by other means. */
export const decisionLog: StepType = {
  type: 'decision-log',
  family: 'decide',
  title: 'Decision Log',
  summary: 'Records what a person, a model or another system decided',
  help:
    'Tells the hub’s ledger about a decision that no step of Steward made: what was decided, why, by whom and on which values. Nothing goes on before it is written down. ' +
    'It can also send the records that customers carry along because the hub was away when something was decided about them. In a simulation nothing is recorded; you see what would be.',
  icon: 'scroll-text',
  addable: true,
  parametersSchema: decisionLogSchema,
  defaults: () => ({
    operation: 'log',
    decisionName: 'Decision',
    outcomeField: 'body.outcome',
    reasonsField: '',
    deciderKind: 'person',
    deciderName: 'Staff',
    deciderField: '',
    inputs: [],
    noteField: '',
    credential: defaultCredential,
    subjectField: '',
    whenHubAway: 'stop',
  }),
  inputs: () => [{ id: 'in', label: '' }],
  outputs: () => [{ id: 'out', label: '' }],
  describe: ({ parameters }) =>
    parameters['operation'] === 'send'
      ? 'Sends queued records'
      : `${text(parameters['decisionName'])}, by a ${text(parameters['deciderKind']) || 'person'}`,
  problems,
  compile,
  recognize,
  simulate,
};

function compile(step: Step): ReturnType<StepType['compile']> {
  const { operation, deciderKind, subjectField, whenHubAway, credential } = step.parameters;
  const fields = inputFieldsOf(step.parameters).map((field) => ({ field }));
  const logging: JsonObject = {
    ...Object.fromEntries(texts.map((name) => [name, text(step.parameters[name])])),
    deciderKind: deciderKind ?? 'person',
    inputs: fields.length === 0 ? {} : { values: fields },
    subjectField: subjectField ?? '',
  };
  return {
    type: nodeType,
    typeVersion: 1,
    parameters: {
      operation: operation ?? 'log',
      ...(operation === 'send' ? {} : logging),
      whenHubAway: whenHubAway ?? 'stop',
    },
    ...compileCredential(step, text(credential ?? defaultCredential)),
  };
}

function recognize(node: N8nNode): Recognized | null {
  const { parameters } = node;
  if (node.type !== nodeType || node.typeVersion !== 1) return null;
  const names = [...texts, 'operation', 'deciderKind', 'inputs', 'subjectField', 'whenHubAway'];
  if (!hasOnly(parameters, names)) return null;
  const operation = plainChoice(parameters['operation'], ['log', 'send'], 'log');
  const deciderKind = plainChoice(parameters['deciderKind'], deciderKinds, 'person');
  const found = texts.map((name) => [name, plainText(parameters[name], nodeDefaults[name] ?? '')] as const);
  const inputs = recognizeInputs(parameters['inputs'] ?? {});
  const recording = recognizeRecordingDetails(node, '');
  if (operation === null || deciderKind === null || inputs === null || recording === null) return null;
  if (found.some(([, value]) => value === null)) return null;
  return { parameters: { operation, ...Object.fromEntries(found), deciderKind, inputs, ...recording } };
}

function recognizeInputs(collection: JsonValue): JsonObject[] | null {
  if (!isJsonObject(collection) || !hasOnly(collection, ['values'])) return null;
  const values = collection['values'] ?? [];
  if (!Array.isArray(values)) return null;
  const inputs = values.map((entry): JsonObject | null => {
    if (!isJsonObject(entry) || !hasOnly(entry, ['field'])) return null;
    const field = plainText(entry['field'], '');
    return field === null ? null : { field };
  });
  return inputs.every((input) => input !== null) ? inputs : null;
}

/** The settings as the node reads them: texts without spaces around them, inputs without the rows that were left empty. */
function loggingOf(parameters: JsonObject): DecisionLogging {
  return {
    name: text(parameters['decisionName']),
    outcomeField: text(parameters['outcomeField']),
    reasonsField: text(parameters['reasonsField']),
    deciderKind: deciderKinds.find((kind) => kind === parameters['deciderKind']) ?? 'person',
    deciderField: text(parameters['deciderField']),
    deciderName: text(parameters['deciderName']),
    inputFields: inputFieldsOf(parameters).filter((field) => field !== ''),
    noteField: text(parameters['noteField']),
  };
}

function inputFieldsOf({ inputs }: JsonObject): string[] {
  return Array.isArray(inputs) ? inputs.map((input) => (isJsonObject(input) ? text(input['field']) : '')) : [];
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** Where a setting of the log stands among the parameters. */
const parameterOf: Record<string, string> = { name: 'decisionName', inputFields: 'inputs' };

function problems({ parameters }: Step): Issue[] {
  const issues = checkParameters(decisionLogSchema, parameters, ['parameters']);
  if (issues.length > 0 || parameters['operation'] === 'send') return issues;
  const logging = checkDecisionLogging(loggingOf(parameters)).map((issue) => {
    const [setting, ...rest] = issue.path;
    return { ...issue, path: ['parameters', parameterOf[String(setting)] ?? String(setting), ...rest] };
  });
  return [...logging, ...subjectProblems(parameters)];
}

function simulate(step: Step, item: JsonObject): StepOutcome {
  // In a simulation the hub is always there, so that nothing has to wait.
  if (step.parameters['operation'] === 'send') return { kind: 'continue', port: 'out', item };
  const logging = loggingOf(step.parameters);
  const wrong = [...checkDecisionLogging(logging), ...subjectProblems(step.parameters)];
  if (wrong.length > 0) return { kind: 'error', issue: firstIssue(wrong) };
  const logged = logDecision(item, step.name, logging);
  if (!logged.ok) return { kind: 'error', issue: firstIssue(logged.issues) };
  const subject = readSubject(step.parameters, item);
  if (!subject.ok) return { kind: 'error', issue: firstIssue(subject.issues) };
  return { kind: 'continue', port: 'out', item: logged.value.item, decision: logged.value.decision };
}
