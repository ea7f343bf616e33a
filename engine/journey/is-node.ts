import { isJsonObject, type JsonObject } from '../json.ts';
import type { N8nNode } from './n8n-workflow.ts';

/** True for a node that has everything in n8n's form; no other one is looked at more closely. */
export function isNode(node: JsonObject): node is N8nNode {
  return (
    typeof node['type'] === 'string' &&
    typeof node['typeVersion'] === 'number' &&
    isJsonObject(node['parameters']) &&
    Array.isArray(node['position']) &&
    node['position'].length === 2 &&
    node['position'].every((value) => typeof value === 'number') &&
    (node['disabled'] === undefined || typeof node['disabled'] === 'boolean') &&
    (node['id'] === undefined || typeof node['id'] === 'string')
  );
}
