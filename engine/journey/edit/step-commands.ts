import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import type { Journey, Link, Position, Step } from '../model.ts';
import { addressOf } from '../ports.ts';
import { idPrefix, isTaken } from '../step-id.ts';
import { stepType } from '../steps/registry.ts';
import { tableKeysOf } from '../table-keys.ts';
import type { Command } from './command.ts';
import { connectAll } from './link-commands.ts';
import { addTable } from './table-commands.ts';

type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** The issue of a command about a step that is not there. */
export function stepUnknown(step: string): { ok: false; issues: Issue[] } {
  return { ok: false, issues: [errorIssue('step_unknown', [], { step })] };
}

/** Replaces some steps; the others, and the list when nothing changed, keep their identity. */
export function replaceSteps(journey: Journey, replace: (step: Step) => Step): Journey {
  const steps = journey.steps.map(replace);
  return steps.every((step, index) => step === journey.steps[index]) ? journey : { ...journey, steps };
}

/** What stands in the way of a new step: an id or a name that is taken. */
export function checkNewStep(journey: Journey, step: Step): Issue[] {
  const issues: Issue[] = [];
  if (isTaken(step.id, new Set(journey.steps.map((other) => idPrefix(other.id))))) {
    issues.push(errorIssue('step_id_taken', [], { step: step.id }));
  }
  return [...issues, ...checkStepName(journey, step.id, step.name)];
}

/** What stands in the way of a name for a step: nothing in it, or another step that bears it. */
export function checkStepName(journey: Journey, stepId: string, name: string): Issue[] {
  if (name.trim() === '') return [errorIssue('step_name_empty', [], { step: stepId })];
  const taken = journey.steps.some((step) => step.id !== stepId && step.name === name);
  return taken ? [errorIssue('step_name_taken', [], { step: stepId, name })] : [];
}

export function addStep(
  journey: Journey,
  command: Pick<CommandOf<'add-step'>, 'step' | 'table' | 'links'>,
): Result<Journey> {
  const { step, table, links } = command;
  const issues = checkNewStep(journey, step);
  if (issues.length > 0) return { ok: false, issues };
  const withTable: Result<Journey> =
    table === undefined ? { ok: true, value: journey } : addTable(journey, table.key, table.table);
  if (!withTable.ok) return withTable;
  const next = { ...withTable.value, steps: [...journey.steps, step] };
  return links === undefined ? { ok: true, value: next } : connectAll(next, links);
}

export function insertStep(journey: Journey, command: CommandOf<'insert-step'>): Result<Journey> {
  const { step, link: linkId, input, output, newLinkId } = command;
  const link = journey.links.find((candidate) => candidate.id === linkId);
  if (link === undefined) return { ok: false, issues: [errorIssue('link_unknown', [], { link: linkId })] };
  const added = addStep(journey, command);
  if (!added.ok) return added;
  const before: Link = { ...link, to: { step: step.id, port: input } };
  const after: Link = { id: newLinkId, from: { step: step.id, port: output }, to: link.to };
  // The first link keeps its place, because the order within an output is n8n's order of execution.
  const replaced = { ...added.value, links: added.value.links.filter((candidate) => candidate.id !== linkId) };
  const connected = connectAll(replaced, [before, after]);
  if (!connected.ok) return connected;
  const links = added.value.links.map((candidate) => (candidate.id === linkId ? before : candidate));
  return { ok: true, value: { ...connected.value, links: [...links, after] } };
}

export function removeSteps(journey: Journey, ids: readonly string[]): Result<Journey> {
  const removed = new Set(ids);
  const unknown = ids.find((id) => !journey.steps.some((step) => step.id === id));
  if (unknown !== undefined) return stepUnknown(unknown);
  if (removed.size === 0) return { ok: true, value: journey };
  const steps = journey.steps.filter((step) => !removed.has(step.id));
  const links = journey.links.filter((link) => !removed.has(link.from.step) && !removed.has(link.to.step));
  const gone = journey.steps.filter((step) => removed.has(step.id)).flatMap(tableKeysOf);
  const used = new Set(steps.flatMap(tableKeysOf));
  const orphans = new Set(gone.filter((key) => !used.has(key)));
  const next: Journey = { ...journey, steps };
  if (links.length < journey.links.length) next.links = links;
  if (orphans.size > 0) {
    next.tables = Object.fromEntries(Object.entries(journey.tables).filter(([key]) => !orphans.has(key)));
  }
  return { ok: true, value: dropShapes(next, removed) };
}

/** The shapes of imported connections go with their steps. */
function dropShapes(journey: Journey, removed: ReadonlySet<string>): Journey {
  const { connections, ...rest } = journey.workflow;
  const kept = Object.entries(connections ?? {}).filter(([step]) => !removed.has(step));
  if (kept.length === Object.keys(connections ?? {}).length) return journey;
  const workflow = kept.length === 0 ? rest : { ...rest, connections: Object.fromEntries(kept) };
  return { ...journey, workflow };
}

export function moveSteps(journey: Journey, positions: Record<string, Position>): Result<Journey> {
  const unknown = Object.keys(positions).find((id) => !journey.steps.some((step) => step.id === id));
  if (unknown !== undefined) return stepUnknown(unknown);
  const next = replaceSteps(journey, (step) => {
    const position = Object.hasOwn(positions, step.id) ? positions[step.id] : undefined;
    if (position === undefined || (position.x === step.position.x && position.y === step.position.y)) return step;
    return { ...step, position: { x: position.x, y: position.y } };
  });
  return { ok: true, value: next };
}

export function setParameters(journey: Journey, id: string, parameters: JsonObject): Result<Journey> {
  const step = journey.steps.find((candidate) => candidate.id === id);
  if (step === undefined) return stepUnknown(id);
  const changed: Step = { ...step, parameters };
  const next = replaceSteps(journey, (candidate) => (candidate === step ? changed : candidate));
  return { ok: true, value: dropLinksOfLostPorts(next, step, changed) };
}

/** A case that was removed from a branch takes its links along; what was broken before stays for its owner to mend. */
function dropLinksOfLostPorts(journey: Journey, before: Step, after: Step): Journey {
  const isLost = (end: { step: string; port: string }, side: 'inputs' | 'outputs') =>
    end.step === after.id &&
    addressOf(stepType(before)[side](before), end.port) !== null &&
    addressOf(stepType(after)[side](after), end.port) === null;
  const links = journey.links.filter((link) => !isLost(link.from, 'outputs') && !isLost(link.to, 'inputs'));
  return links.length === journey.links.length ? journey : { ...journey, links };
}

export function setDisabled(journey: Journey, ids: readonly string[], disabled: boolean): Result<Journey> {
  const chosen = new Set(ids);
  const unknown = ids.find((id) => !journey.steps.some((step) => step.id === id));
  if (unknown !== undefined) return stepUnknown(unknown);
  const next = replaceSteps(journey, (step) => {
    if (!chosen.has(step.id) || (step.disabled === true) === disabled) return step;
    const { disabled: _, ...rest } = step;
    return disabled ? { ...rest, disabled: true } : rest;
  });
  return { ok: true, value: next };
}
