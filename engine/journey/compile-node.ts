import type { JsonObject, JsonValue } from '../json.ts';
import type { Step } from './model.ts';
import type { N8nNode } from './n8n-workflow.ts';
import { isNode } from './is-node.ts';
import { readNodePosition } from './node-position.ts';
import { sameJson } from '../same-json.ts';
import type { StepContext, StepType } from './step-type.ts';
import { stepType } from './steps/registry.ts';

/**
 * Compiles one step to its node. What an imported node had and Steward does not model stays; an imported node whose step was
 * not changed comes out as it went in.
 */
export function compileNode(step: Step, context: StepContext): N8nNode {
  const type = stepType(step);
  if (step.source !== undefined) return compileImported(step, step.source, type, context);
  const node = type.compile(step, context);
  // An opaque node brings its own id, name and position, or the lack of them.
  if (type.type === 'opaque') return withPlace(node as N8nNode, step);
  const { type: nodeType, typeVersion, parameters, ...rest } = node;
  return {
    parameters,
    id: step.id,
    name: step.name,
    type: nodeType,
    typeVersion,
    position: [step.position.x, step.position.y],
    ...rest,
    ...(step.disabled === true && { disabled: true }),
  };
}

function compileImported(step: Step, source: N8nNode, type: StepType, context: StepContext): N8nNode {
  if (isUnchanged(step, source, type, context)) return withPlace(source, step);
  const compiled = type.compile(step, context);
  const parameters: JsonObject = { ...source.parameters, ...compiled.parameters };
  return withPlace({ ...source, ...compiled, parameters }, step);
}

function isUnchanged(step: Step, source: N8nNode, type: StepType, context: StepContext): boolean {
  // A source that somebody wrote by hand may be anything.
  if (!isNode(source)) return false;
  const key = step.parameters['table'];
  const recognized = type.recognize(source, (wanted) => (typeof key === 'string' ? key : wanted));
  if (recognized === null || !sameJson(recognized.parameters, withDefaults(step, type))) return false;
  return Object.entries(recognized.tables ?? {}).every(([name, table]) => sameJson(table, context.tables[name]));
}

/** Parameters that were invented after the step was drawn count as their defaults. */
function withDefaults({ parameters }: Step, { parametersSchema }: StepType): JsonObject {
  const absent = Object.entries(parametersSchema.properties).flatMap(
    ([name, { default: preset }]): [string, JsonValue][] =>
      preset === undefined || Object.hasOwn(parameters, name) ? [] : [[name, preset]],
  );
  return { ...Object.fromEntries(absent), ...parameters };
}

/** Name, position and the switch, where they differ from what the node says already. */
function withPlace(node: N8nNode, step: Step): N8nNode {
  const { x, y } = step.position;
  const at = readNodePosition(node.position);
  const moved = at.x !== x || at.y !== y;
  const switched = (node.disabled === true) !== (step.disabled === true);
  if (node.name === step.name && !moved && !switched) return node;
  const { disabled, ...rest } = node;
  return {
    ...rest,
    name: step.name,
    ...(moved && { position: [x, y] }),
    ...(switched ? step.disabled === true && { disabled: true } : disabled !== undefined && { disabled }),
  } as N8nNode;
}
