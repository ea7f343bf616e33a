import type { StoredJourney } from '../../../../engine/index.ts';
import type { JourneySession } from './session.ts';

/** Shows what somebody else saved; the edits made here become a journey of their own first. Throws when that fails. */
export async function loadTheirs(session: JourneySession, theirs: StoredJourney): Promise<StoredJourney> {
  const ours = session.document.getState().journey;
  const copy = await session.api.create({ ...ours, id: crypto.randomUUID(), name: `${ours.name} (my edits)` });
  showTheirs(session, theirs);
  return copy;
}

/** Goes on from another revision; only for when nothing was edited here, or what was is kept elsewhere. */
export function showTheirs(session: JourneySession, theirs: StoredJourney): void {
  session.document.replace(theirs.document);
  session.autosave.adopt(theirs);
}
