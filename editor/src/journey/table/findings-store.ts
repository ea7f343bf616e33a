import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Analysis, DecisionTable, OpenAnalysis } from '../../../../engine/index.ts';

/** What the analysis says of one table, and of which state of it. */
export interface TableFindings {
  table: DecisionTable;
  analysis: Analysis;
}

export interface FindingsState {
  /** By the table's key. What was said before an edit stays until the new answer is there. */
  byKey: Readonly<Record<string, TableFindings>>;
}

export interface FindingsStore extends StoreApi<FindingsState> {
  /** Analyses what changed once nobody has typed for a moment. */
  tablesChanged(tables: Readonly<Record<string, DecisionTable>>): void;
  stop(): void;
}

export interface FindingsPorts {
  wait(ms: number, then: () => void): () => void;
  nowMs(): number;
  /** Loads the analysis; it is not part of what a page loads first. */
  load(): Promise<(table: DecisionTable) => OpenAnalysis>;
}

/** chosen: a pause between two words, so that no key waits for the analysis */
const quietMs = 300;
/** chosen: an analysis that takes longer than this may be felt, and waits for a longer pause */
const feltMs = 120;
const longQuietMs = 1500;

/** Keeps the findings of all tables of a journey up to date, one table at a time, apart from the keystrokes. */
export function createFindingsStore({ wait, nowMs, load }: FindingsPorts): FindingsStore {
  const store = createStore<FindingsState>(() => ({ byKey: {} }));
  const opened = new Map<string, OpenAnalysis>();
  let wanted: Readonly<Record<string, DecisionTable>> = {};
  let cancel: () => void = () => undefined;
  let stopped = false;
  let tookMs = 0;

  function next(): void {
    const { byKey } = store.getState();
    const kept = Object.entries(byKey).filter(([key]) => Object.hasOwn(wanted, key));
    if (kept.length < Object.keys(byKey).length) store.setState({ byKey: Object.fromEntries(kept) });
    for (const key of opened.keys()) if (!Object.hasOwn(wanted, key)) opened.delete(key);
    const stale = Object.entries(wanted).find(([key, table]) => byKey[key]?.table !== table);
    if (stale === undefined) return;
    void load().then((open) => {
      const [key, table] = stale;
      if (stopped || wanted[key] !== table) return;
      const startedMs = nowMs();
      const analysis = analyse(open, key, table);
      tookMs = nowMs() - startedMs;
      store.setState({ byKey: { ...store.getState().byKey, [key]: { table, analysis } } });
      cancel = wait(0, next);
    });
  }

  function analyse(open: (table: DecisionTable) => OpenAnalysis, key: string, table: DecisionTable): Analysis {
    const known = opened.get(key);
    if (known !== undefined) return known.change(table);
    const fresh = open(table);
    opened.set(key, fresh);
    return fresh.analysis;
  }

  return {
    ...store,
    tablesChanged(tables) {
      if (tables === wanted) return;
      wanted = tables;
      cancel();
      cancel = wait(tookMs > feltMs ? longQuietMs : quietMs, next);
    },
    stop() {
      stopped = true;
      cancel();
    },
  };
}
