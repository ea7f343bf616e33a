import { createStore, useStore } from 'zustand';
import { sameJson, type N8nWorkflow } from '../../../../engine/index.ts';
import { toast } from '../../../ui/index.ts';
import { standalone } from '../../app/location.ts';
import { n8nWorkflowHref } from '../parts/n8n-links.ts';
import { useProblems } from '../store/derived.ts';
import { useDocument, useSaveState, useSession } from '../store/session.ts';
import type { JourneySession } from '../store/session.ts';
import type { PublishOutcome } from '../store/api.ts';
import { counted } from '../store/words.ts';

/** What publishing shows beyond its button. */
interface PublishState {
  busy: boolean;
  /** The dialog after publishing, or the one that asks. */
  outcome: PublishOutcome | null;
  /** The workflow of n8n that was taken over: publishing over exactly this loses nothing. */
  takenOver: N8nWorkflow | null;
}

const states = new WeakMap<JourneySession, ReturnType<typeof makeState>>();

function makeState() {
  return createStore<PublishState>(() => ({ busy: false, outcome: null, takenOver: null }));
}

export function publishState(session: JourneySession) {
  let state = states.get(session);
  if (state === undefined) {
    state = makeState();
    states.set(session, state);
  }
  return state;
}

/** Saves what is on the screen, then has the hub publish exactly that revision. */
export async function publish(session: JourneySession, overwrite = false): Promise<void> {
  const state = publishState(session);
  if (state.getState().busy) return;
  state.setState({ busy: true, outcome: null });
  try {
    if (!(await session.autosave.flush())) {
      toast({ tone: 'warn', title: 'Not published', detail: 'The journey has to be saved first.' });
      return;
    }
    const { revision } = session.autosave.state.getState();
    let outcome = await session.api.publish({ revision, ...(overwrite ? { overwrite } : {}) });
    if (outcome.kind === 'changed-in-n8n' && (await isTakenOver(session))) {
      outcome = await session.api.publish({ revision, overwrite: true });
    }
    if (outcome.kind === 'published') {
      session.autosave.published(outcome.publication);
      state.setState({ takenOver: null });
      const { workflowId, webhookUrls } = outcome.publication;
      // Without an address to try there is nothing that a dialog could add.
      if (Object.keys(webhookUrls).length === 0) {
        const open = () => window.open(n8nWorkflowHref(workflowId), '_blank', 'noopener');
        toast({ tone: 'good', title: 'Published to n8n', action: { label: 'Open in n8n', onSelect: open } });
        return;
      }
    }
    if (outcome.kind === 'conflict') await session.autosave.lookElsewhere();
    state.setState({ outcome: outcome.kind === 'conflict' ? null : outcome });
  } finally {
    state.setState({ busy: false });
  }
}

/** True when n8n still has what was taken over from it, and nobody went on editing there. */
async function isTakenOver(session: JourneySession): Promise<boolean> {
  const { takenOver } = publishState(session).getState();
  if (takenOver === null) return false;
  try {
    const now = await session.api.n8nWorkflow();
    return sameJson(now.nodes, takenOver.nodes) && sameJson(now.connections, takenOver.connections);
  } catch {
    return false;
  }
}

/** The publish button: what it does, and why it cannot. */
export function usePublish(): { busy: boolean; reason: string | null; start(): void } {
  const session = useSession();
  const busy = useStore(publishState(session), (state) => state.busy);
  const problems = useProblems();
  const isEmpty = useDocument((state) => state.journey.steps.length === 0);
  const status = useSaveState((state) => state.status.kind);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const reason = standalone
    ? 'This hub runs without n8n. Export the journey, and import it there.'
    : isEmpty
      ? 'There is nothing to publish yet.'
      : errors > 0
        ? `${counted(errors, 'problem')} to solve first. The list is under Problems.`
        : status === 'conflict'
          ? 'Somebody else changed this journey. Decide first which version stays.'
          : status === 'offline'
            ? 'The hub cannot be reached.'
            : null;
  return { busy, reason, start: () => void publish(session) };
}
