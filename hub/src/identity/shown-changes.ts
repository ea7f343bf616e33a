import { auditStream, type ChangeAnswer, type IdentityChange, type ProfileLine } from '../../../engine/index.ts';
import { turnedAround } from './effects.ts';
import { partToUndo, withEffect } from './graph-part.ts';
import type { StoredChange, StoredProfile } from './identity.rows.ts';
import type { IdentityReader } from './identity.store.ts';

/** chosen: as many as a person reads. */
export const mostChanges = 200;

export function changeId(sequence: number): string {
  return `c_${sequence}`;
}

/** Changes as people see them; whether each can be undone is tried on the graph as it is. */
export async function showChanges(reader: IdentityReader, changes: readonly StoredChange[]): Promise<IdentityChange[]> {
  const undoable = changes.filter(({ effect, undoneBy }) => effect !== null && undoneBy === null);
  const part = await partToUndo(reader, undoable);
  return changes.map((change) => ({
    id: changeId(change.sequence),
    kind: change.change,
    at: change.at,
    by: change.by,
    reason: change.reason,
    profiles: change.profiles,
    records: change.records,
    undoable:
      change.effect !== null &&
      change.undoneBy === null &&
      withEffect(part, turnedAround(change.effect)).obstacle === null,
    recorded: change.recorded === null ? null : { stream: auditStream, sequence: change.recorded },
  }));
}

export async function showLines(reader: IdentityReader, profiles: readonly StoredProfile[]): Promise<ProfileLine[]> {
  const reviews = await reader.openReviewsByProfile(profiles.map(({ id }) => id));
  return profiles.map((profile) => lineOf(profile, reviews.get(profile.id) ?? 0));
}

export function lineOf(profile: StoredProfile, openReviews: number): ProfileLine {
  const { id, kind, title, records, sources, probability, changedAt } = profile;
  return { id, kind, title: title || id, records, sources, probability, changedAt, openReviews };
}

/** What a change came to: itself, and the profiles with records that it concerned. */
export async function changeAnswerOf(
  reader: IdentityReader,
  sequence: number,
  profileIds: readonly string[],
): Promise<ChangeAnswer> {
  const stored = await reader.change(sequence);
  const [change] = await showChanges(reader, stored ? [stored] : []);
  if (change === undefined) throw new Error(`the store lost change ${sequence}`);
  const profiles = (await reader.profiles(profileIds)).filter(({ records }) => records > 0);
  return { change, profiles: await showLines(reader, profiles) };
}
