import { errorIssue, type Result } from '../../issue.ts';
import type { Journey, Link, LinkEnd } from '../model.ts';
import { mayConnect } from './may-connect.ts';

export function connect(journey: Journey, link: Link): Result<Journey> {
  if (link.id === '' || journey.links.some((other) => other.id === link.id)) {
    return { ok: false, issues: [errorIssue('link_id_taken', [], { link: link.id })] };
  }
  const issue = mayConnect(journey, link.from, link.to);
  if (issue !== null) return { ok: false, issues: [issue] };
  return { ok: true, value: { ...journey, links: [...journey.links, link] } };
}

/** Connects links one after the other; all of them, or none. */
export function connectAll(journey: Journey, links: readonly Link[]): Result<Journey> {
  return links.reduce<Result<Journey>>((result, link) => (result.ok ? connect(result.value, link) : result), {
    ok: true,
    value: journey,
  });
}

export function disconnect(journey: Journey, ids: readonly string[]): Result<Journey> {
  const removed = new Set(ids);
  const unknown = ids.find((id) => !journey.links.some((link) => link.id === id));
  if (unknown !== undefined) return linkUnknown(unknown);
  if (removed.size === 0) return { ok: true, value: journey };
  return { ok: true, value: { ...journey, links: journey.links.filter((link) => !removed.has(link.id)) } };
}

export function reconnect(
  journey: Journey,
  { link: id, from, to }: { link: string; from: LinkEnd; to: LinkEnd },
): Result<Journey> {
  const link = journey.links.find((candidate) => candidate.id === id);
  if (link === undefined) return linkUnknown(id);
  const without = { ...journey, links: journey.links.filter((candidate) => candidate !== link) };
  const issue = mayConnect(without, from, to);
  if (issue !== null) return { ok: false, issues: [issue] };
  const links = journey.links.map((candidate) => (candidate === link ? { ...link, from, to } : candidate));
  return { ok: true, value: { ...journey, links } };
}

function linkUnknown(link: string): Result<never> {
  return { ok: false, issues: [errorIssue('link_unknown', [], { link })] };
}
