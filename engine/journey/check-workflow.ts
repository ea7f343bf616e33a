import { errorIssue, type Issue } from '../issue.ts';
import { isJsonObject, type JsonObject } from '../json.ts';

/** Deepest nesting that is read. Chosen: 90, because `parseJourney` reads 100 and a journey holds nodes a few levels deeper. */
export const deepestNesting = 90;

/**
 * Looks whether something is a workflow of n8n, as far as reading it depends on that. Every problem says what to do; the
 * first 20 of a kind are enough.
 */
export function checkWorkflow(workflow: unknown): Issue[] {
  if (!isJsonObject(workflow)) return [errorIssue('workflow_not_object', [], { found: describeKind(workflow) })];
  const shape = unreadable(workflow, deepestNesting);
  if (shape === 'reserved') return [errorIssue('workflow_reserved_key', [], { key: '__proto__' })];
  if (shape === 'deep') return [errorIssue('workflow_too_deep', [], { limit: deepestNesting })];
  if (!Array.isArray(workflow['nodes'])) {
    return [errorIssue('workflow_without_nodes', ['nodes'], { found: describeKind(workflow['nodes']) })];
  }
  const issues = [...workflow['nodes'].flatMap(checkNode), ...checkConnections(workflow['connections'])];
  return issues.slice(0, 20);
}

function checkNode(node: unknown, index: number): Issue[] {
  if (!isJsonObject(node))
    return [errorIssue('node_not_object', ['nodes', index], { found: describeKind(node), number: index + 1 })];
  if (typeof node['name'] === 'string') return [];
  return [errorIssue('node_without_name', ['nodes', index, 'name'], { number: index + 1 })];
}

function checkConnections(connections: unknown): Issue[] {
  if (connections === undefined) return [];
  if (!isJsonObject(connections))
    return [errorIssue('connections_not_object', ['connections'], { found: describeKind(connections) })];
  return Object.entries(connections).flatMap(([name, outputs]) => {
    const malformed = (...path: Issue['path']) => [
      errorIssue('connection_malformed', ['connections', name, ...path], { name }),
    ];
    return isJsonObject(outputs) ? checkOutputs(outputs, malformed) : malformed();
  });
}

function checkOutputs(outputs: JsonObject, malformed: (...path: Issue['path']) => Issue[]): Issue[] {
  return Object.entries(outputs).flatMap(([type, list]) => {
    if (!Array.isArray(list)) return malformed(type);
    return list.flatMap((targets, index) => {
      if (targets === null) return [];
      if (!Array.isArray(targets)) return malformed(type, index);
      return targets.flatMap((target, place) => (isJsonObject(target) ? [] : malformed(type, index, place)));
    });
  });
}

/**
 * Why a document could not be read again once it stands in a journey: a key `__proto__`, or more than `limit` levels. Without
 * recursion: the input may be made to exhaust the stack, or even to contain itself.
 */
export function unreadable(root: object, limit: number): 'reserved' | 'deep' | null {
  const heights = new Map<object, number>();
  const path = new Set<object>();
  const stack: object[] = [root];
  while (stack.length > 0) {
    const value = stack.at(-1) as object;
    const inner = (Object.values(value) as unknown[]).filter(isContainer);
    if (!path.has(value)) {
      if (Object.hasOwn(value, '__proto__')) return 'reserved';
      if (inner.some((child) => path.has(child)) || path.size > limit) return 'deep';
      path.add(value);
      stack.push(...inner.filter((child) => !heights.has(child)));
      continue;
    }
    stack.pop();
    path.delete(value);
    const height = inner.reduce((highest, child) => Math.max(highest, 1 + (heights.get(child) ?? 0)), 0);
    if (height > limit) return 'deep';
    heights.set(value, height);
    // A value that stands in several places is on the stack once for each.
    while (stack.length > 0 && heights.has(stack.at(-1) as object)) stack.pop();
  }
  return null;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function describeKind(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
