import { readFileSync } from 'node:fs';
import type { Journey, Samples, StoredJourney } from '../../../engine/index.ts';
import type { JourneyApi } from '../../../editor/src/journey/store/api.ts';
import type { SaveOutcome } from '../../../editor/src/journey/store/autosave.ts';
import type { DraftStorage } from '../../../editor/src/journey/store/drafts.ts';
import type { SessionPorts } from '../../../editor/src/journey/store/open-session.ts';

/** The example that every stranger has: nine steps, a table of twelve rows. */
export function refundTriage(): Journey {
  return JSON.parse(
    readFileSync(new URL('../../../examples/refund-triage/journey.json', import.meta.url), 'utf8'),
  ) as Journey;
}

export function stored(document: Journey, revision = 7): StoredJourney {
  return { document, revision, updatedAt: '2026-11-22T09:00:00.000Z', updatedBy: 'Ada Lindqvist', publication: null };
}

/** `localStorage` in memory; `full` makes it refuse like a browser without space. */
export function memoryStorage(): DraftStorage & { full: boolean; keys(): string[] } {
  const entries = new Map<string, string>();
  return {
    full: false,
    keys: () => [...entries.keys()],
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem(key, value) {
      if (this.full) throw new Error('QuotaExceededError');
      entries.set(key, value);
    },
    removeItem: (key) => void entries.delete(key),
  };
}

/** A clock that stands still until told, with the timers that wait on it. */
export function manualClock(startMs = Date.parse('2026-11-22T09:00:00Z')) {
  let nowMs = startMs;
  let timers: { atMs: number; then: () => void }[] = [];
  return {
    now: () => new Date(nowMs),
    wait(ms: number, then: () => void) {
      const timer = { atMs: nowMs + ms, then };
      timers.push(timer);
      return () => {
        timers = timers.filter((entry) => entry !== timer);
      };
    },
    waiting: () => timers.length,
    async pass(ms: number) {
      const endMs = nowMs + ms;
      for (;;) {
        const [next] = timers.filter((timer) => timer.atMs <= endMs).toSorted((a, b) => a.atMs - b.atMs);
        if (next === undefined) break;
        nowMs = next.atMs;
        timers = timers.filter((timer) => timer !== next);
        next.then();
        await settled();
      }
      nowMs = endMs;
      await settled();
    },
  };
}

/** Lets promises that are already due run. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** A hub for one journey that keeps revisions as the real one does, can be cut off, and can be changed behind one's back. */
export function fakeJourneyApi(start: StoredJourney) {
  let current = start;
  const created: StoredJourney[] = [];
  const saves: { document: Journey; revision: number; outcome: SaveOutcome['kind'] }[] = [];
  const hub = {
    isDown: false,
    refuses: null as string | null,
    /** Resolves the answers of saves by hand when set. */
    current: () => current,
    created,
    saves,
    changeElsewhere(change: (document: Journey) => Journey, by = 'Mei Tanaka') {
      current = { ...current, document: change(current.document), revision: current.revision + 1, updatedBy: by };
    },
  };
  const api: JourneyApi = {
    load: () => (hub.isDown ? Promise.reject(new Error('offline')) : Promise.resolve(current)),
    save(document, revision) {
      const outcome = answer(document, revision);
      saves.push({ document, revision, outcome: outcome.kind });
      return Promise.resolve(outcome);
    },
    create(document) {
      if (hub.isDown) return Promise.reject(new Error('offline'));
      const made = stored(document, 1);
      created.push(made);
      return Promise.resolve(made);
    },
    publish: () => Promise.resolve({ kind: 'conflict' }),
    n8nWorkflow: () => Promise.reject(new Error('not published')),
    samples: () => Promise.resolve({ name: '', customers: [] }),
    saveSamples: (samples: Samples) => Promise.resolve(samples),
  };
  function answer(document: Journey, revision: number): SaveOutcome {
    if (hub.isDown) return { kind: 'offline' };
    if (hub.refuses !== null) return { kind: 'refused', message: hub.refuses };
    if (revision !== current.revision) return { kind: 'conflict', current };
    current = { ...current, document, revision: revision + 1, updatedBy: 'me' };
    return { kind: 'saved', stored: current };
  }
  return { hub, api };
}

/** Ports with ids that count up, so that a failing test reads the same twice. */
export function testPorts(
  clock: ReturnType<typeof manualClock>,
  storage: DraftStorage,
): SessionPorts & { refused: string[] } {
  let count = 0;
  const refused: string[] = [];
  let seed = 7;
  return {
    storage,
    wait: clock.wait,
    now: clock.now,
    newId: () => `${String((count += 1)).padStart(6, '0')}-test`,
    random: () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    },
    refuse: (message) => void refused.push(message),
    refused,
  };
}
