import { isJsonObject, type JsonObject } from '../../json.ts';
import type { N8nNode } from '../n8n-workflow.ts';
import type { StepType } from '../step-type.ts';
import { checkParameters } from './check-parameters.ts';
import { hasOnly, plainChoice, plainText } from './plain-parameter.ts';

const nodeType = 'n8n-nodes-base.webhook';
const methods = ['POST', 'PUT', 'PATCH'] as const;

const parametersSchema: StepType['parametersSchema'] = {
  type: 'object',
  properties: {
    path: {
      type: 'string',
      title: 'Path',
      description:
        'The end of the web address that starts this journey: letters, digits, hyphens, and slashes between parts.',
      default: 'new-journey',
      minLength: 1,
      pattern: '^[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$',
      placeholder: 'refund-request',
    },
    method: {
      type: 'string',
      title: 'Method',
      description: 'How the calling system sends the data. POST is usual.',
      default: 'POST',
      enum: [...methods],
    },
  },
  required: ['path', 'method'],
  additionalProperties: false,
};

/** Starts a journey when another system calls its address. */
export const webhookTrigger: StepType = {
  type: 'webhook-trigger',
  family: 'start',
  title: 'Webhook',
  summary: 'Starts when another system sends a customer',
  help:
    'Your shop, help desk or CRM calls this step’s address and sends one customer request as JSON. What it sends is found under “body” in the steps that follow. ' +
    'The caller waits until a Respond step answers, so every path should end in one.',
  icon: 'webhook',
  addable: true,
  parametersSchema,
  defaults: () => ({ path: 'new-journey', method: 'POST' }),
  inputs: () => [],
  outputs: () => [{ id: 'out', label: '' }],
  describe: (step) => `${String(step.parameters['method'] ?? 'POST')} /${String(step.parameters['path'] ?? '')}`,
  problems: (step) => checkParameters(parametersSchema, step.parameters, ['parameters']),
  compile: (step) => ({
    type: nodeType,
    typeVersion: step.source?.typeVersion ?? 2.1,
    parameters: {
      httpMethod: step.parameters['method'],
      path: step.parameters['path'],
      responseMode: 'responseNode',
      options: {},
    },
    // n8n makes the production address of the path alone; the id keeps test addresses apart.
    ...(step.source === undefined && { webhookId: step.id }),
  }),
  recognize,
  simulate: (_step, item) => ({ kind: 'continue', port: 'out', item }),
};

function recognize(node: N8nNode) {
  if (node.type !== nodeType || ![2, 2.1].includes(node.typeVersion)) return null;
  const { parameters } = node;
  const options = parameters['options'] ?? {};
  if (!hasOnly(parameters, ['httpMethod', 'path', 'responseMode', 'options', 'authentication', 'multipleMethods']))
    return null;
  if (!isJsonObject(options) || Object.keys(options).length > 0) return null;
  if (parameters['responseMode'] !== 'responseNode' || parameters['multipleMethods'] === true) return null;
  if (plainChoice(parameters['authentication'], ['none'], 'none') === null) return null;
  const method = methods.find((choice) => choice === parameters['httpMethod']);
  const path = plainText(parameters['path'], '');
  return method === undefined || path === null || !isPlainPath(path) ? null : { parameters: { path, method } };
}

function isPlainPath(path: string): boolean {
  return new RegExp(parametersSchema.properties['path']?.pattern ?? '', 'u').test(path);
}

/** The item that n8n’s webhook node makes of a call, but for what only a real call has (headers, addresses). */
export function webhookItem(customer: JsonObject): JsonObject {
  return { headers: {}, params: {}, query: {}, body: customer };
}
