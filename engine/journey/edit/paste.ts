import type { Result } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import { importWorkflow } from '../import-workflow.ts';
import type { Journey, Link, Position, Step } from '../model.ts';
import type { N8nNode } from '../n8n-workflow.ts';
import { freeStepId, idPrefix } from '../step-id.ts';
import { tableKeysOf } from '../table-keys.ts';
import type { Fragment } from './command.ts';
import { followRename } from './rename-step.ts';
import { checkNewStep } from './step-commands.ts';
import { addTable } from './table-commands.ts';
import { uniqueKey } from '../../unique-key.ts';
import { uniqueName } from '../unique-name.ts';

/**
 * Reads a piece of a workflow, such as n8n's clipboard holds it, so that it can be pasted into a journey: fresh ids, names
 * and table keys that are free, and expressions that follow the new names.
 *
 * @param workflow what the clipboard held, parsed: `{nodes, connections}`.
 * @param options `newId` gives random unique ids; `at` is where the top left corner of the piece goes.
 * @returns the fragment for the command `paste`, or the issues of `importWorkflow`.
 * @example readFragment(journey, JSON.parse(text), { newId: () => crypto.randomUUID(), at: { x: 320, y: 160 } })
 */
export function readFragment(
  journey: Journey,
  workflow: unknown,
  options: { newId(): string; at?: Position },
): Result<Fragment> {
  const imported = importWorkflow(workflow, { id: journey.id, newId: options.newId });
  return imported.ok ? { ok: true, value: makeFragment(journey, imported.value, options) } : imported;
}

/** Steps of a journey, with the links among them, as a fragment: for copy and paste, and for duplicating. */
export function copyFragment(
  journey: Journey,
  steps: readonly string[],
  options: { newId(): string; at?: Position },
): Fragment {
  const chosen = new Set(steps);
  const part: Journey = {
    ...journey,
    steps: journey.steps.filter((step) => chosen.has(step.id)),
    links: journey.links.filter((link) => chosen.has(link.from.step) && chosen.has(link.to.step)),
  };
  return makeFragment(journey, part, options);
}

/** Makes ids, names and keys of a part free for a journey. */
function makeFragment(journey: Journey, part: Journey, options: { newId(): string; at?: Position }): Fragment {
  const prefixes = new Set(journey.steps.map((step) => idPrefix(step.id)));
  const ids = new Map<string, string>();
  for (const step of part.steps) {
    const id = freeStepId(prefixes, options.newId);
    prefixes.add(idPrefix(id));
    ids.set(step.id, id);
  }
  const keys = freeKeys(journey, part);
  const renamed = freeNames(journey, part.steps);
  const offset = offsetTo(part.steps, options.at);
  const steps = renamed.map((step) => freshStep(step, ids.get(step.id) ?? step.id, keys, offset));
  const links = part.links.map((link): Link => ({
    id: options.newId(),
    from: { ...link.from, step: ids.get(link.from.step) ?? '' },
    to: { ...link.to, step: ids.get(link.to.step) ?? '' },
  }));
  const used = part.steps.flatMap(tableKeysOf).filter((key) => Object.hasOwn(part.tables, key));
  const tables = used.flatMap((key) =>
    part.tables[key] === undefined ? [] : [[keys.get(key) ?? key, part.tables[key]] as const],
  );
  return { steps, links, tables: Object.fromEntries(tables) };
}

function freeKeys(journey: Journey, part: Journey): Map<string, string> {
  const keys = new Map<string, string>();
  const taken = new Set(Object.keys(journey.tables));
  for (const key of Object.keys(part.tables)) {
    const free = uniqueKey(key, (candidate) => taken.has(candidate));
    taken.add(free);
    keys.set(key, free);
  }
  return keys;
}

function freeNames(journey: Journey, steps: readonly Step[]): Step[] {
  const taken = new Set(journey.steps.map((step) => step.name));
  const names = steps.map((step) => {
    const name = uniqueName(step.name, taken);
    taken.add(name);
    return [step.name, name] as const;
  });
  // All at once would mix up a name that one step loses and another one gets; names that nobody has yet come between.
  const changed = names.filter(([from, to]) => from !== to);
  const between = changed.map(([from], index) => [from, `\u0000${index}`] as const);
  const after = changed.map(([, to], index) => [`\u0000${index}`, to] as const);
  return steps.map((step, index) => {
    const moved = [...between, ...after].reduce((next, [from, to]) => followRename(next, from, to), step);
    return { ...moved, name: names[index]?.[1] ?? step.name };
  });
}

function freshStep(step: Step, id: string, keys: ReadonlyMap<string, string>, offset: Position): Step {
  const key = step.parameters['table'];
  const freeKey = tableKeysOf(step).length > 0 && typeof key === 'string' ? keys.get(key) : undefined;
  const parameters: JsonObject = freeKey === undefined ? step.parameters : { ...step.parameters, table: freeKey };
  const node = freshNode(parameters['node'] as JsonObject | undefined, id);
  return {
    ...step,
    id,
    position: { x: step.position.x + offset.x, y: step.position.y + offset.y },
    parameters: step.type === 'opaque' ? { ...parameters, node } : parameters,
    ...(step.source !== undefined && { source: freshNode(step.source, id) as N8nNode }),
  };
}

/** A copied node, as n8n makes it fresh: with an id of its own, and an address of its own where it has one (Webhook, Wait, Form). */
function freshNode(node: JsonObject | undefined, id: string): JsonObject {
  return { ...node, id, ...(node?.['webhookId'] !== undefined && { webhookId: id }) };
}

function offsetTo(steps: readonly Step[], at: Position | undefined): Position {
  if (at === undefined || steps.length === 0) return { x: 0, y: 0 };
  const left = Math.min(...steps.map((step) => step.position.x));
  const top = Math.min(...steps.map((step) => step.position.y));
  return { x: at.x - left, y: at.y - top };
}

export function paste(journey: Journey, fragment: Fragment): Result<Journey> {
  let next = journey;
  for (const [key, table] of Object.entries(fragment.tables)) {
    const added = addTable(next, key, table);
    if (!added.ok) return added;
    next = added.value;
  }
  for (const step of fragment.steps) {
    const issues = checkNewStep(next, step);
    if (issues.length > 0) return { ok: false, issues };
    next = { ...next, steps: [...next.steps, step] };
  }
  return { ok: true, value: { ...next, links: [...next.links, ...fragment.links] } };
}
