import type { Command, Journey } from '../../../../engine/index.ts';
import type { JourneySession } from '../store/session.ts';

/** Makes the journey what n8n has, as one entry of the undo stack. Tables that n8n does not know of stay. */
export function takeOver({ document: store, edits }: JourneySession, theirs: Journey): void {
  const ours = store.getState().journey;
  const patch: Command = {
    kind: 'patch',
    name: theirs.name === '' ? ours.name : theirs.name,
    steps: listPatch(ours.steps, theirs.steps),
    links: listPatch(ours.links, theirs.links),
    tables: { put: Object.entries(theirs.tables).map(([id, table]) => ({ id, table })), drop: [] },
    workflow: theirs.workflow,
  };
  edits.run('Take over n8n’s version', [patch]);
}

function listPatch<Entry extends { id: string }>(ours: readonly Entry[], theirs: readonly Entry[]) {
  const kept = new Set(theirs.map((entry) => entry.id));
  return {
    put: [...theirs],
    drop: ours.filter((entry) => !kept.has(entry.id)).map((entry) => entry.id),
    order: theirs.map((entry) => entry.id),
  };
}
