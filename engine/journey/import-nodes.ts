import type { DecisionTable } from '../decision/model.ts';
import type { JsonObject } from '../json.ts';
import type { Step } from './model.ts';
import type { N8nNode } from './n8n-workflow.ts';
import { isNode } from './is-node.ts';
import { readNodePosition } from './node-position.ts';
import { sameJson } from '../same-json.ts';
import { freeStepId, idPrefix, isTaken } from './step-id.ts';
import { stepTypes } from './steps/registry.ts';
import { uniqueKey } from '../unique-key.ts';

/** Reads nodes as steps, in order, with the tables that they brought along. */
export function importNodes(
  nodes: readonly JsonObject[],
  newId: () => string,
): { steps: Step[]; tables: Record<string, DecisionTable> } {
  const tables = new Map<string, DecisionTable>();
  const freeTableKey = (wanted: string, table: DecisionTable) => tableKey(tables, wanted, table);
  const prefixes = new Set<string>();
  const steps = nodes.map((node): Step => {
    const id = stepIdOf(node, prefixes, newId);
    prefixes.add(idPrefix(id));
    const step = { id, name: node['name'] as string, position: readNodePosition(node['position']) };
    const known = isNode(node) ? recognize(node, freeTableKey) : null;
    for (const [key, table] of Object.entries(known?.tables ?? {})) tables.set(key, table);
    return {
      ...step,
      type: known?.type ?? 'opaque',
      parameters: known?.parameters ?? { node },
      ...(node['disabled'] === true && { disabled: true }),
      ...(known !== null && { source: node as N8nNode }),
    };
  });
  return { steps, tables: Object.fromEntries(tables) };
}

/** The node's own id where it can serve as a step's; n8n allows more, such as ids that begin alike. */
function stepIdOf(node: JsonObject, prefixes: ReadonlySet<string>, newId: () => string): string {
  const { id } = node;
  return typeof id === 'string' && !isTaken(id, prefixes) ? id : freeStepId(prefixes, newId);
}

function recognize(node: N8nNode, freeTableKey: (wanted: string, table: DecisionTable) => string) {
  for (const type of Object.values(stepTypes)) {
    const recognized = type.type === 'opaque' ? null : type.recognize(node, freeTableKey);
    if (recognized !== null) return { ...recognized, type: type.type };
  }
  return null;
}

/** The table's id; when another table has it already, with a number. */
function tableKey(tables: ReadonlyMap<string, DecisionTable>, wanted: string, table: DecisionTable): string {
  return uniqueKey(wanted, (key) => tables.has(key) && !sameJson(tables.get(key), table));
}
