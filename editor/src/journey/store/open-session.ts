import type { StoredJourney } from '../../../../engine/index.ts';
import { toast } from '../../../ui/index.ts';
import { createSimulationStore } from '../simulate/simulation-store.ts';
import { createFindingsStore } from '../table/findings-store.ts';
import type { JourneyApi } from './api.ts';
import { createAutosave } from './autosave.ts';
import { createDocumentStore } from './document-store.ts';
import { createDrafts, type DraftStorage } from './drafts.ts';
import { createEdits } from './edits.ts';
import type { JourneySession } from './session.ts';
import { createTableEdits } from './table-edits.ts';
import { createViewStore, keepSelectable } from './view-store.ts';

export interface SessionPorts {
  storage: DraftStorage;
  wait(ms: number, then: () => void): () => void;
  now(): Date;
  newId(): string;
  random(): number;
  refuse(message: string): void;
}

/** What the browser gives. */
export function browserPorts(): SessionPorts {
  return {
    storage: localStorage,
    wait(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    random: Math.random,
    refuse: (message) => void toast({ tone: 'warn', title: 'Not possible', detail: message }),
  };
}

/** What was found in the browser when the journey was opened. */
export type Recovered = { kind: 'nothing' } | { kind: 'restored'; at: string } | { kind: 'conflict' };

/**
 * Opens a journey: its document with history, its saving, and edits of an earlier visit that never reached the hub.
 * Those made on the present revision are taken up again; those made on an older one ask the person.
 */
export function openSession(
  stored: StoredJourney,
  api: JourneyApi,
  ports: SessionPorts,
): { session: JourneySession; recovered: Recovered; close(): void } {
  const { id } = stored.document;
  const drafts = createDrafts(ports.storage, id);
  const draft = drafts.read();
  const document = createDocumentStore(stored.document, () => ports.now().getTime());
  const view = createViewStore();
  const edits = createEdits(document, view, ports);
  const tableEdits = createTableEdits(document, edits, ports.newId);
  const autosave = createAutosave(
    {
      save: (journey, revision) => api.save(journey, revision),
      newest: () => api.load().catch(() => null),
      drafts,
      wait: ports.wait,
      now: ports.now,
    },
    draft === null ? stored : { ...stored, revision: Math.min(draft.revision, stored.revision) },
  );
  const simulation = createSimulationStore(api, () => document.getState().journey);
  const findings = createFindingsStore({
    wait: ports.wait,
    nowMs: () => ports.now().getTime(),
    load: () => import('../table/analysis-door.ts').then((door) => door.openTableAnalysis),
  });
  const unsubscribe = document.subscribe((state, before) => {
    if (state.journey === before.journey) return;
    keepSelectable(view, state.journey);
    autosave.changed(state.journey);
    simulation.getState().journeyChanged();
    findings.tablesChanged(state.journey.tables);
  });

  let recovered: Recovered = { kind: 'nothing' };
  if (draft !== null) {
    // Same content: the answer to the last save was lost, not the edits.
    if (JSON.stringify(draft.document) === JSON.stringify(stored.document)) {
      autosave.adopt(stored);
      drafts.clear(draft.revision);
    } else {
      recovered = draft.revision >= stored.revision ? { kind: 'restored', at: draft.at } : { kind: 'conflict' };
      document.replace(draft.document);
      if (recovered.kind === 'conflict') void autosave.flush();
    }
  }

  findings.tablesChanged(document.getState().journey.tables);
  return {
    session: { id, api, document, edits, tableEdits, view, autosave, simulation, findings },
    recovered,
    close() {
      unsubscribe();
      autosave.stop();
      simulation.getState().cancel();
      findings.stop();
    },
  };
}
