import { isJsonObject, type JsonObject } from '../../json.ts';
import type { Step } from '../model.ts';
import { opaquePorts } from './opaque-ports.ts';
import type { StepType } from '../step-type.ts';
import { checkParameters } from './check-parameters.ts';

const parametersSchema: StepType['parametersSchema'] = {
  type: 'object',
  properties: {
    node: {
      type: 'object',
      title: 'n8n node',
      description: 'The node exactly as n8n keeps it. Open it in n8n to change it comfortably.',
      'x-control': 'json',
    },
  },
  required: ['node'],
  additionalProperties: false,
};

/** Any node of n8n that Steward does not model: kept as it is, byte for byte. */
export const opaque: StepType = {
  type: 'opaque',
  family: 'n8n',
  title: 'n8n node',
  summary: 'Any other node of n8n, kept exactly as it is',
  help:
    'This step is a node of n8n that Steward does not look into. It keeps all its settings and runs in n8n as before. ' +
    'Simulation cannot know what it does: it assumes that every customer passes through unchanged, by its first output, and says so.',
  icon: 'box',
  addable: false,
  parametersSchema,
  defaults: () => ({ node: { parameters: {}, type: 'n8n-nodes-base.noOp', typeVersion: 1 } }),
  inputs: (step) => opaquePorts(opaqueNode(step)).inputs,
  outputs: (step) => opaquePorts(opaqueNode(step)).outputs,
  describe: (step) => describeNodeType(opaqueNode(step)['type']),
  problems: (step) => checkParameters(parametersSchema, step.parameters, ['parameters']),
  compile: (step) => opaqueNode(step) as ReturnType<StepType['compile']>,
  // Whatever no other type recognizes: the importer asks this one last.
  recognize: (node) => ({ parameters: { node } }),
  // Only n8n’s “No Operation” is known to do nothing.
  simulate: (step, item) =>
    opaqueNode(step)['type'] === 'n8n-nodes-base.noOp'
      ? { kind: 'continue', port: 'main/0', item }
      : { kind: 'continue', port: 'main/0', item, assumed: true },
};

/** The node that an opaque step holds. */
export function opaqueNode(step: Step): JsonObject {
  const { node } = step.parameters;
  return isJsonObject(node) ? node : {};
}

/** `n8n-nodes-base.httpRequest` reads as “http request”. */
function describeNodeType(type: unknown): string {
  if (typeof type !== 'string') return '';
  const name = type.slice(type.lastIndexOf('.') + 1);
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}
