import { decideTable, noMatchIssue } from '../../decision/evaluate/decide.ts';
import type { DecisionTable } from '../../decision/model.ts';
import { checkOutputField, recordTableOutcome } from '../../decision/record/record-outcome.ts';
import { errorIssue, type Issue } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import type { Step } from '../model.ts';
import type { N8nNode } from '../n8n-workflow.ts';
import type { Recognized, StepContext, StepOutcome, StepType } from '../step-type.ts';
import { checkParameters } from './check-parameters.ts';
import {
  checkStepMapping,
  compileFactMapping,
  factMappingOf,
  factMappingProperties,
  recognizeFactMapping,
} from './fact-mapping.ts';
import { firstIssue } from './first-issue.ts';
import { hasOnly, plainChoice, plainText } from './plain-parameter.ts';
import { compileTable, recognizeTable, tableOf } from './table-parameter.ts';

const nodeType = 'n8n-nodes-steward.decisionTable';

const parametersSchema: StepType['parametersSchema'] = {
  type: 'object',
  properties: {
    table: {
      type: 'string',
      title: 'Table',
      description: 'The table that decides. The first row, from the top, that matches wins.',
      default: '',
      minLength: 1,
      'x-control': 'table',
    },
    ...factMappingProperties,
    outputField: {
      type: 'string',
      title: 'Put the result in',
      description:
        'The field that gets the table’s results. Leave it empty to put them beside the item’s other fields.',
      default: 'decision',
      placeholder: 'decision',
    },
    noMatch: {
      type: 'string',
      title: 'When no row matches',
      description: 'Stop, so that the gap is noticed; or go on with an empty result.',
      default: 'error',
      enum: ['error', 'continue'],
      'x-enumTitles': ['Stop with an error', 'Go on without a result'],
    },
  },
  required: ['table', 'dataField', 'fields', 'outputField', 'noMatch'],
  additionalProperties: false,
};

/** Decides by a table and says which row decided. */
export const decisionTable: StepType = {
  type: 'decision-table',
  family: 'decide',
  title: 'Decision Table',
  summary: 'Decides by a table that everybody can read',
  help:
    'Looks the customer up in a table of conditions and results, row by row from the top; the first row that matches decides. ' +
    'The result, the row and its reason go along with the customer, so that you can tell later why something was decided. A Branch step can then follow the result.',
  icon: 'table-2',
  addable: true,
  parametersSchema,
  defaults: () => ({ table: '', dataField: 'body', fields: [], outputField: 'decision', noMatch: 'error' }),
  newTable,
  inputs: () => [{ id: 'in', label: '' }],
  outputs: () => [{ id: 'out', label: '' }],
  describe(step, context) {
    const table = tableOf(step.parameters, context);
    if (table === undefined) return 'No table chosen';
    return `${table.name}, ${table.rows.length} ${table.rows.length === 1 ? 'row' : 'rows'}`;
  },
  problems,
  compile: (step, context) => ({
    type: nodeType,
    typeVersion: 1,
    parameters: {
      table: compileTable(tableOf(step.parameters, context)),
      ...compileFactMapping(factMappingOf(step.parameters)),
      outputField: outputFieldOf(step),
      noMatch: step.parameters['noMatch'],
    },
  }),
  recognize,
  simulate,
};

function simulate(step: Step, item: JsonObject, context: StepContext): StepOutcome {
  const table = tableOf(step.parameters, context);
  if (table === undefined) {
    return { kind: 'error', issue: errorIssue('step_table_missing', [], { table: String(step.parameters['table']) }) };
  }
  const result = decideTable(table, item, factMappingOf(step.parameters));
  if (!result.ok) return { kind: 'error', issue: firstIssue(result.issues) };
  const { decision, outcome } = result.value;
  if (outcome === null && step.parameters['noMatch'] !== 'continue')
    return { kind: 'error', issue: noMatchIssue(table) };
  return {
    kind: 'continue',
    port: 'out',
    item: recordTableOutcome(item, step.name, result.value, outputFieldOf(step)),
    decision,
  };
}

/** As the node reads it: without spaces around it, `decision` when nothing is said. */
function outputFieldOf({ parameters }: Step): string {
  return String(parameters['outputField'] ?? 'decision').trim();
}

function problems(step: Step, context: StepContext): Issue[] {
  const issues = checkParameters(parametersSchema, step.parameters, ['parameters']);
  if (issues.length > 0) return issues;
  const table = tableOf(step.parameters, context);
  if (table === undefined) {
    return [errorIssue('step_table_missing', ['parameters', 'table'], { table: String(step.parameters['table']) })];
  }
  const outputField = checkOutputField(outputFieldOf(step), table);
  return [
    ...outputField.map((issue) => ({ ...issue, path: ['parameters', ...issue.path] })),
    ...checkStepMapping(table, step.parameters),
  ];
}

function recognize(node: N8nNode, freeTableKey: Parameters<StepType['recognize']>[1]): Recognized | null {
  if (node.type !== nodeType || node.typeVersion !== 1) return null;
  const { parameters } = node;
  if (!hasOnly(parameters, ['table', 'dataField', 'fields', 'outputField', 'noMatch'])) return null;
  const mapping = recognizeFactMapping(parameters);
  const outputField = plainText(parameters['outputField'], 'decision');
  const noMatch = plainChoice(parameters['noMatch'], ['error', 'continue'], 'error');
  const table = recognizeTable(parameters['table']);
  if (mapping === null || outputField === null || noMatch === null || table === null) return null;
  const key = freeTableKey(table.id, table);
  return { parameters: { table: key, ...mapping, outputField, noMatch }, tables: { [key]: table } };
}

/** A first table with a column of each kind, so that nobody starts before an empty page. */
function newTable(): DecisionTable {
  return {
    schemaVersion: 1,
    id: 'new-table',
    name: 'New table',
    version: '0.1.0',
    hitPolicy: 'first',
    inputs: [{ id: 'amount', name: 'Amount', path: 'amount', type: 'number', unit: 'EUR' }],
    outputs: [{ id: 'outcome', name: 'Outcome', type: 'string' }],
    rows: [
      {
        id: 'small',
        when: { amount: '<= 100' },
        then: { outcome: 'accept' },
        reason: 'Small amounts need nobody’s time.',
      },
      { id: 'other', when: {}, then: { outcome: 'review' }, reason: 'A person looks at everything else.' },
    ],
  };
}
