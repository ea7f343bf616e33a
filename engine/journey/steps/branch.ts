import {
  caseName,
  checkBranch,
  decideBranch,
  otherwisePort,
  type Branch,
  type BranchCase,
} from '../../decision/branch/decide-branch.ts';
import { valueTypes, valueTypeTitles } from '../../decision/model.ts';
import { recordDecision } from '../../decision/record/record-decision.ts';
import { errorIssue, type Issue } from '../../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { Step } from '../model.ts';
import { parsePort } from '../ports.ts';
import type { N8nNode } from '../n8n-workflow.ts';
import type { StepOutcome, StepType } from '../step-type.ts';
import { checkParameters } from './check-parameters.ts';
import { firstIssue } from './first-issue.ts';
import { hasOnly, plainChoice, plainText } from './plain-parameter.ts';
import {
  compileRecording,
  recognizeRecording,
  recordingDefaults,
  recordingNames,
  recordingProblems,
  recordingProperties,
  subjectOf,
} from './recording.ts';

const nodeType = 'n8n-nodes-steward.branch';

const parametersSchema: StepType['parametersSchema'] = {
  type: 'object',
  properties: {
    field: {
      type: 'string',
      title: 'Field',
      description: 'Full path of the value to look at, such as “decision.outcome” or “body.order.amount”.',
      default: 'decision.outcome',
      minLength: 1,
      'x-control': 'field',
      placeholder: 'decision.outcome',
    },
    valueType: {
      type: 'string',
      title: 'Type of value',
      description: 'A value of another type is an error, so that a wrong field does not pass silently.',
      default: 'string',
      enum: [...valueTypes],
      'x-enumTitles': valueTypes.map((type) => valueTypeTitles[type]),
    },
    cases: {
      type: 'array',
      title: 'Cases',
      description: 'Tried from the top; the first that matches is taken. Each has its own output.',
      default: [],
      minItems: 1,
      maxItems: 20,
      items: {
        type: 'object',
        title: 'Case',
        properties: {
          label: { type: 'string', title: 'Label', description: 'Shown at the output.', minLength: 1 },
          test: {
            type: 'string',
            title: 'Condition',
            description: 'Such as “"paid"”, “>= 100”, “[18..65)” or “not("x")”.',
            minLength: 1,
            'x-control': 'test',
          },
        },
        required: ['id', 'label', 'test'],
      },
    },
    ...recordingProperties,
  },
  required: ['field', 'valueType', 'cases'],
  additionalProperties: false,
};

/** Sends customers along different ways by one value. */
export const branch: StepType = {
  type: 'branch',
  family: 'decide',
  title: 'Branch',
  summary: 'Sends customers along different ways by one value',
  help:
    'Looks at one field and takes the first case whose condition matches. Everything else leaves by “Otherwise”, so nobody gets lost. ' +
    'Conditions read like the cells of a decision table: "gold" for a text, >= 100 for a number, [18..65) for a range.',
  icon: 'split',
  addable: true,
  parametersSchema,
  defaults: () => ({
    field: 'decision.outcome',
    valueType: 'string',
    cases: [{ id: 'case-1', label: 'Accept', test: '"accept"' }],
    ...recordingDefaults(),
  }),
  inputs: () => [{ id: 'in', label: '' }],
  outputs: (step) => [
    ...casesOf(step.parameters).map((entry) => ({ id: entry.id, label: caseName(entry) })),
    { id: otherwisePort, label: 'Otherwise' },
  ],
  describe: (step) => `by ${String(step.parameters['field'] ?? '')}`,
  problems,
  compile,
  recognize,
  // As the node does with an item that it could not look at.
  failurePort: () => otherwisePort,
  simulate,
};

function compile(step: Step): ReturnType<StepType['compile']> {
  const recording = compileRecording(step);
  return {
    type: nodeType,
    typeVersion: 1,
    parameters: {
      field: step.parameters['field'],
      valueType: step.parameters['valueType'],
      cases: { values: casesOf(step.parameters).map(({ label, test }) => ({ label, test })) },
      ...recording.parameters,
    },
    ...recording.members,
  };
}

/** Tests are parsed once per branch object, so the same parameters have to give the same object. */
const branches = new WeakMap<JsonObject, Branch>();

function branchOf(parameters: JsonObject): Branch {
  let known = branches.get(parameters);
  if (known === undefined) branches.set(parameters, (known = readBranch(parameters)));
  return known;
}

function readBranch(parameters: JsonObject): Branch {
  const valueType = valueTypes.find((type) => type === parameters['valueType']) ?? 'string';
  // The node, too, reads its field without the spaces around it.
  return { field: textOr(parameters['field'], '').trim(), valueType, cases: casesOf(parameters) };
}

function casesOf(parameters: JsonObject): BranchCase[] {
  const { cases } = parameters;
  if (!Array.isArray(cases)) return [];
  return cases.map((entry, index) => {
    const { id, label, test } = isJsonObject(entry) ? entry : {};
    return { id: textOr(id, `case-${index + 1}`), label: textOr(label, ''), test: textOr(test, '') };
  });
}

function textOr(value: JsonValue | undefined, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}

function problems(step: Step): Issue[] {
  const issues = checkParameters(parametersSchema, step.parameters, ['parameters']);
  if (issues.length > 0) return issues;
  const branchIssues = checkBranch(branchOf(step.parameters)).map((issue) => ({
    ...issue,
    path: ['parameters', ...issue.path],
  }));
  return [...branchIssues, ...checkCaseIds(casesOf(step.parameters)), ...recordingProblems(step.parameters)];
}

/** Ids of cases are ids of ports: unique, and not of the form that undeclared ports have. */
function checkCaseIds(cases: BranchCase[]): Issue[] {
  const seen = new Set([otherwisePort]);
  return cases.flatMap(({ id, label }, index) => {
    const usable = id !== '' && !seen.has(id) && parsePort(id) === null;
    seen.add(id);
    return usable
      ? []
      : [errorIssue('branch_case_id_taken', ['parameters', 'cases', index, 'id'], { id, case: label })];
  });
}

function recognize(node: N8nNode) {
  if (node.type !== nodeType || node.typeVersion !== 1) return null;
  const { parameters } = node;
  if (!hasOnly(parameters, ['field', 'valueType', 'cases', ...recordingNames])) return null;
  const field = plainText(parameters['field'], '');
  const valueType = plainChoice(parameters['valueType'], valueTypes, 'string');
  const collection = parameters['cases'] ?? {};
  const recording = recognizeRecording(node);
  if (
    field === null ||
    valueType === null ||
    recording === null ||
    !isJsonObject(collection) ||
    !hasOnly(collection, ['values'])
  )
    return null;
  const values = collection['values'] ?? [];
  if (!Array.isArray(values)) return null;
  const cases = values.map((entry, index) => {
    if (!isJsonObject(entry) || !hasOnly(entry, ['label', 'test'])) return null;
    const label = plainText(entry['label'], '');
    const test = plainText(entry['test'], '');
    return label === null || test === null ? null : { id: `case-${index + 1}`, label, test };
  });
  return cases.includes(null) ? null : { parameters: { field, valueType, cases, ...recording } };
}

function simulate(step: Step, item: JsonObject): StepOutcome {
  const result = decideBranch(branchOf(step.parameters), item);
  if (!result.ok) return { kind: 'error', issue: firstIssue(result.issues) };
  const subject = subjectOf(step, item);
  if (!subject.ok) return { kind: 'error', issue: firstIssue(subject.issues) };
  const { decision, port } = result.value;
  return { kind: 'continue', port, item: recordDecision(item, step.name, decision), decision };
}
