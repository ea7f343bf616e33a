import { errorIssue, type Issue } from '../../issue.ts';
import { isJsonObject, type JsonObject } from '../../json.ts';
import type { Step } from '../model.ts';
import type { N8nNode } from '../n8n-workflow.ts';
import type { Recognized, StepType } from '../step-type.ts';
import { checkParameters } from './check-parameters.ts';
import { hasOnly } from './plain-parameter.ts';
import {
  evaluateResponse,
  isReadable,
  readResponse,
  writeResponse,
  type ResponseField,
} from './response-expression.ts';

const nodeType = 'n8n-nodes-base.respondToWebhook';
/** Versions whose node does the same for the settings that this step uses. */
const typeVersions = [1.1, 1.2, 1.3, 1.4];

const parametersSchema: StepType['parametersSchema'] = {
  type: 'object',
  properties: {
    status: {
      type: 'integer',
      title: 'Status',
      description:
        'HTTP status of the answer: 200 for done, 202 for accepted and still open, 422 for data that cannot be used.',
      default: 200,
      minimum: 200,
      maximum: 599,
    },
    answer: {
      type: 'string',
      title: 'Answer with',
      description: 'Only what the caller needs to know, or everything the journey holds by now.',
      default: 'fields',
      enum: ['fields', 'item'],
      'x-enumTitles': ['Chosen fields', 'The whole item'],
    },
    fields: {
      type: 'array',
      title: 'Fields',
      description: 'The members of the JSON answer.',
      default: [],
      items: {
        type: 'object',
        title: 'Field',
        properties: {
          name: {
            type: 'string',
            title: 'Name',
            description: 'Name in the answer.',
            minLength: 1,
            placeholder: 'outcome',
          },
          from: {
            type: 'string',
            title: 'Take',
            default: 'value',
            enum: ['value', 'field'],
            'x-enumTitles': ['A fixed text', 'A field of the item'],
          },
          value: {
            type: 'string',
            title: 'Text or field',
            description: 'The text itself, or the full path of the field, such as “decision.outcome”.',
            'x-control': 'field',
          },
        },
        required: ['name', 'from', 'value'],
      },
      'x-showWhen': { property: 'answer', equals: 'fields' },
    },
  },
  required: ['status', 'answer', 'fields'],
  additionalProperties: false,
};

/** Answers the system that started the journey. */
export const respond: StepType = {
  type: 'respond',
  family: 'contact',
  title: 'Respond',
  summary: 'Answers the system that started the journey',
  help:
    'Sends the answer to whoever called the webhook: a status and a small JSON object. The first Respond step that a customer reaches answers; later ones are not heard. ' +
    'Say what was decided and, where you owe it, how to reach a person.',
  icon: 'reply',
  addable: true,
  parametersSchema,
  defaults: () => ({ status: 200, answer: 'fields', fields: [{ name: 'outcome', from: 'value', value: 'done' }] }),
  inputs: () => [{ id: 'in', label: '' }],
  outputs: () => [{ id: 'out', label: '' }],
  describe(step) {
    const count = fieldsOf(step.parameters).length;
    const what =
      step.parameters['answer'] === 'item' ? 'the whole item' : `${count} ${count === 1 ? 'field' : 'fields'}`;
    return `Answers ${String(step.parameters['status'] ?? 200)}, ${what}`;
  },
  problems,
  compile: (step) => ({
    type: nodeType,
    typeVersion: step.source?.typeVersion ?? 1.4,
    parameters: {
      ...(step.parameters['answer'] === 'item'
        ? { respondWith: 'firstIncomingItem' }
        : { respondWith: 'json', responseBody: writeResponse(fieldsOf(step.parameters)) }),
      options: { responseCode: step.parameters['status'] },
    },
  }),
  recognize,
  simulate(step, item) {
    const body = step.parameters['answer'] === 'item' ? item : evaluateResponse(fieldsOf(step.parameters), item);
    return { kind: 'respond', port: 'out', item, response: { status: Number(step.parameters['status'] ?? 200), body } };
  },
};

function fieldsOf(parameters: JsonObject): ResponseField[] {
  const { fields } = parameters;
  if (!Array.isArray(fields)) return [];
  return fields.filter(isJsonObject).map(({ name, from, value }) => ({
    name: String(name ?? ''),
    from: from === 'field' ? 'field' : 'value',
    value: String(value ?? ''),
  }));
}

function problems(step: Step): Issue[] {
  const issues = checkParameters(parametersSchema, step.parameters, ['parameters']);
  if (issues.length > 0 || step.parameters['answer'] === 'item') return issues;
  const names = new Set<string>();
  return fieldsOf(step.parameters).flatMap(({ name, from, value }, index) => {
    const path = ['parameters', 'fields', index];
    const taken = names.has(name) ? [errorIssue('response_field_twice', [...path, 'name'], { name })] : [];
    names.add(name);
    const reserved = name === '__proto__' ? [errorIssue('response_field_reserved', [...path, 'name'], { name })] : [];
    const unreadable =
      from === 'field' && !isReadable(value)
        ? [errorIssue('response_path_unreadable', [...path, 'value'], { name, field: value })]
        : [];
    return [...taken, ...reserved, ...unreadable];
  });
}

function recognize(node: N8nNode): Recognized | null {
  if (node.type !== nodeType || !typeVersions.includes(node.typeVersion)) return null;
  const { parameters } = node;
  const options = parameters['options'] ?? {};
  if (!hasOnly(parameters, ['respondWith', 'responseBody', 'options'])) return null;
  if (!isJsonObject(options) || !hasOnly(options, ['responseCode'])) return null;
  const status = options['responseCode'] ?? 200;
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599) return null;
  const respondWith = parameters['respondWith'] ?? 'firstIncomingItem';
  if (respondWith === 'firstIncomingItem') return { parameters: { status, answer: 'item', fields: [] } };
  const body = parameters['responseBody'];
  if (respondWith !== 'json' || typeof body !== 'string') return null;
  const fields = readResponse(body);
  return fields === null
    ? null
    : { parameters: { status, answer: 'fields', fields: fields.map((field) => ({ ...field })) } };
}
