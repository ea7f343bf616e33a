import { sameJson } from '../../same-json.ts';
import type { Journey } from '../model.ts';
import type { ListPatch, PatchCommand, TableEntry } from './command.ts';

/**
 * The patch that leads from one state of a journey to another. Entries are compared by identity, which structural sharing
 * makes exact and cheap.
 *
 * @example applyPatch(after, patchBetween(after, before)) // deep-equal to before
 */
export function patchBetween(from: Journey, to: Journey): PatchCommand {
  const patch: PatchCommand = { kind: 'patch' };
  if (from.name !== to.name) patch.name = to.name;
  if (from.description !== to.description) patch.description = to.description ?? null;
  const steps = patchList(from.steps, to.steps);
  const links = patchList(from.links, to.links);
  const tables = from.tables === to.tables ? null : patchList(tableEntries(from), tableEntries(to), sameTable);
  if (steps !== null) patch.steps = steps;
  if (links !== null) patch.links = links;
  if (tables !== null) patch.tables = tables;
  if (from.workflow !== to.workflow) patch.workflow = to.workflow;
  return patch;
}

/** The journey with a patch applied; parts that the patch does not name keep their identity. */
export function applyPatch(journey: Journey, patch: PatchCommand): Journey {
  const next: Journey = { ...journey };
  if (patch.name !== undefined) next.name = patch.name;
  if (typeof patch.description === 'string') next.description = patch.description;
  if (patch.description === null) delete next.description;
  if (patch.steps !== undefined) next.steps = applyList(journey.steps, patch.steps);
  if (patch.links !== undefined) next.links = applyList(journey.links, patch.links);
  if (patch.tables !== undefined) {
    const entries = applyList(tableEntries(journey), patch.tables);
    next.tables = Object.fromEntries(entries.map(({ id, table }) => [id, table]));
  }
  if (patch.workflow !== undefined) next.workflow = patch.workflow;
  return next;
}

function tableEntries(journey: Journey): TableEntry[] {
  return Object.entries(journey.tables).map(([id, table]) => ({ id, table }));
}

function sameTable(left: TableEntry, right: TableEntry): boolean {
  return left.table === right.table;
}

function patchList<Entry extends { id: string }>(
  from: readonly Entry[],
  to: readonly Entry[],
  same: (left: Entry, right: Entry) => boolean = Object.is,
): ListPatch<Entry> | null {
  if (from === to) return null;
  const before = new Map(from.map((entry) => [entry.id, entry]));
  const after = new Set(to.map((entry) => entry.id));
  const put = to.filter((entry) => {
    const old = before.get(entry.id);
    return old === undefined || !same(old, entry);
  });
  const drop = from.filter((entry) => !after.has(entry.id)).map((entry) => entry.id);
  const order = to.map((entry) => entry.id);
  const applied = applyList(from, { put, drop }).map((entry) => entry.id);
  if (sameJson(applied, order)) return put.length === 0 && drop.length === 0 ? null : { put, drop };
  return { put, drop, order };
}

/** Replaced entries stay in their place, new ones go to the end, unless `order` says otherwise. */
function applyList<Entry extends { id: string }>(list: readonly Entry[], patch: ListPatch<Entry>): Entry[] {
  const put = new Map(patch.put.map((entry) => [entry.id, entry]));
  const dropped = new Set(patch.drop);
  const known = new Set(list.map((entry) => entry.id));
  const kept = list.filter((entry) => !dropped.has(entry.id)).map((entry) => put.get(entry.id) ?? entry);
  const next = [...kept, ...patch.put.filter((entry) => !known.has(entry.id))];
  if (patch.order === undefined) return next;
  const places = new Map(patch.order.map((id, place) => [id, place]));
  // An entry that somebody added meanwhile stands at the end.
  return next.sort((left, right) => (places.get(left.id) ?? Infinity) - (places.get(right.id) ?? Infinity) || 0);
}
