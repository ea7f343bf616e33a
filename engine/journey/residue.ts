import type { JsonObject, JsonValue } from '../json.ts';
import { isJsonObject } from '../json.ts';

/**
 * What `WorkflowResidue.connections` holds for one step: by connection type, the outputs as the imported workflow had
 * them. Links stand in it by id, so that it stays right when steps are renamed and links come and go.
 */
export type ConnectionShape = Record<string, (ShapeEntry[] | null)[]>;

/** A place for a link, with members of the target that n8n's format does not name; or a target that no link can say. */
export type ShapeEntry = { link: string; members?: JsonObject } | { verbatim: JsonObject };

/** The shape that a journey holds for a step, or undefined when there is none or it was tampered with. */
export function connectionShapeOf(
  connections: Record<string, JsonObject> | undefined,
  stepId: string,
): ConnectionShape | undefined {
  if (connections === undefined || !Object.hasOwn(connections, stepId)) return undefined;
  const shape = connections[stepId];
  const isShape =
    isJsonObject(shape) && Object.values(shape).every((outputs) => Array.isArray(outputs) && outputs.every(isOutput));
  return isShape ? (shape as unknown as ConnectionShape) : undefined;
}

function isOutput(output: JsonValue): boolean {
  return output === null || (Array.isArray(output) && output.every(isEntry));
}

function isEntry(entry: JsonValue): boolean {
  return isJsonObject(entry) && (typeof entry['link'] === 'string' || isJsonObject(entry['verbatim']));
}
