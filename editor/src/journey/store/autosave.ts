import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Journey, Publication, StoredJourney } from '../../../../engine/index.ts';
import type { Drafts } from './drafts.ts';

/** What became of one attempt to save. */
export type SaveOutcome =
  | { kind: 'saved'; stored: StoredJourney }
  /** Somebody else saved meanwhile. */
  | { kind: 'conflict'; current: StoredJourney }
  | { kind: 'offline' }
  /** The hub answered and said no; trying again without a change would not help. */
  | { kind: 'refused'; message: string };

export type SaveStatus =
  | { kind: 'saved' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'offline'; keptHere: boolean }
  | { kind: 'refused'; message: string }
  | { kind: 'conflict'; current: StoredJourney };

export interface SaveState {
  status: SaveStatus;
  revision: number;
  /** ISO 8601, UTC. */
  savedAt: string;
  publication: Publication | null;
  /** A newer revision that somebody else made while nothing was edited here. */
  elsewhere: StoredJourney | null;
}

export interface AutosavePorts {
  save(document: Journey, revision: number): Promise<SaveOutcome>;
  /** The newest revision as the hub has it; null when it cannot be asked now. */
  newest(): Promise<StoredJourney | null>;
  drafts: Drafts;
  /** Calls back after a while; the answer cancels it. */
  wait(ms: number, then: () => void): () => void;
  now(): Date;
}

/** chosen: long enough to gather a burst of edits, short enough that "Saved" follows the hand. */
export const saveDelayMs = 1200;
/** The first retry after the hub was not reached; each further one waits twice as long. */
export const firstRetryMs = 2000;
export const longestRetryMs = 60_000;

export interface Autosave {
  state: StoreApi<SaveState>;
  /** Tells of an edit; it is kept in the browser at once and saved soon. */
  changed(document: Journey): void;
  /** Saves now. True when the hub has everything. */
  flush(): Promise<boolean>;
  /** Looks whether somebody else saved. */
  lookElsewhere(): Promise<void>;
  /** Goes on from what the hub has; edits made here are given up by the caller's choice. */
  adopt(stored: StoredJourney): void;
  /** Saves the edits made here over a newer revision that the person has seen. */
  overwrite(current: StoredJourney): Promise<boolean>;
  /** Takes note of what publishing changed. */
  published(publication: Publication): void;
  /** True while something has not reached the hub. */
  isDirty(): boolean;
  stop(): void;
}

/** Keeps a journey saved: debounced, one request at a time, retried with back-off, never over somebody else's work. */
export function createAutosave(ports: AutosavePorts, stored: StoredJourney): Autosave {
  let saved: Journey = stored.document;
  let latest: Journey = stored.document;
  let running: Promise<boolean> | null = null;
  let retryMs = firstRetryMs;
  let cancelTimer: () => void = () => undefined;
  let stopped = false;

  const state = createStore<SaveState>(() => ({
    status: { kind: 'saved' },
    revision: stored.revision,
    savedAt: stored.updatedAt,
    publication: stored.publication,
    elsewhere: null,
  }));
  const status = () => state.getState().status;
  const show = (next: SaveStatus) => state.setState({ status: next });

  function schedule(ms: number): void {
    cancelTimer();
    if (!stopped) cancelTimer = ports.wait(ms, () => void save());
  }

  function settle(next: StoredJourney, document: Journey): void {
    ports.drafts.clear(state.getState().revision);
    saved = document;
    retryMs = firstRetryMs;
    state.setState({
      status: { kind: 'saved' },
      revision: next.revision,
      savedAt: next.updatedAt,
      publication: next.publication,
      elsewhere: null,
    });
    if (latest !== saved) {
      keepDraft();
      show({ kind: 'waiting' });
      schedule(saveDelayMs);
    }
  }

  function keepDraft(): boolean {
    return ports.drafts.write({
      revision: state.getState().revision,
      document: latest,
      at: ports.now().toISOString(),
    });
  }

  async function attempt(revision: number): Promise<boolean> {
    const document = latest;
    show({ kind: 'saving' });
    const outcome = await ports.save(document, revision);
    if (stopped) return false;
    switch (outcome.kind) {
      case 'saved':
        settle(outcome.stored, document);
        return latest === saved;
      case 'conflict':
        keepDraft();
        show({ kind: 'conflict', current: outcome.current });
        return false;
      case 'offline':
        show({ kind: 'offline', keptHere: keepDraft() });
        schedule(retryMs);
        retryMs = Math.min(retryMs * 2, longestRetryMs);
        return false;
      case 'refused':
        keepDraft();
        show({ kind: 'refused', message: outcome.message });
        return false;
    }
  }

  async function save(revision = state.getState().revision): Promise<boolean> {
    cancelTimer();
    if (running !== null) return running;
    if (latest === saved) return true;
    running = attempt(revision).finally(() => {
      running = null;
    });
    return running;
  }

  return {
    state,
    changed(document) {
      if (document === latest) return;
      latest = document;
      keepDraft();
      if (status().kind === 'conflict' || running !== null) return;
      if (status().kind !== 'offline') show({ kind: 'waiting' });
      schedule(status().kind === 'offline' ? retryMs : saveDelayMs);
    },
    async flush() {
      if (status().kind === 'conflict') return false;
      if (running !== null) await running;
      return save();
    },
    async lookElsewhere() {
      if (running !== null || status().kind === 'conflict') return;
      const newest = await ports.newest();
      if (stopped || newest === null || running !== null) return;
      if (newest.revision <= state.getState().revision) {
        state.setState({ publication: newest.publication });
        return;
      }
      if (latest === saved) {
        state.setState({ elsewhere: newest });
      } else {
        cancelTimer();
        show({ kind: 'conflict', current: newest });
      }
    },
    adopt(next) {
      cancelTimer();
      latest = next.document;
      settle(next, next.document);
    },
    async overwrite(current) {
      // The draft was made on the older revision; from here on it belongs to the one it is saved over.
      ports.drafts.clear(state.getState().revision);
      state.setState({ revision: current.revision });
      keepDraft();
      return save(current.revision);
    },
    published(publication) {
      state.setState({ publication });
    },
    isDirty: () => latest !== saved,
    stop() {
      stopped = true;
      cancelTimer();
    },
  };
}
