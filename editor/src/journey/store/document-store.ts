import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyCommand, type Command, type Issue, type Journey } from '../../../../engine/index.ts';
import { emptyHistory, remember, travel, type History, type Run } from './history.ts';

export interface DocumentState {
  journey: Journey;
  history: History<Command>;
}

/** The journey and its one history. Canvas, inspector and grid read `journey`; all of them change it by `execute`. */
export interface DocumentStore extends StoreApi<DocumentState> {
  /**
   * Applies commands as one entry of the undo stack: all of them, or none.
   * `gesture` joins what belongs to one drag or one burst of typing.
   */
  execute(label: string, commands: readonly Command[], gesture?: string): Executed;
  /** The label of what was undone, or null when there was nothing. */
  undo(): string | null;
  redo(): string | null;
  /** Goes on with another state of the document, as somebody else saved it. What was done here cannot be undone beyond it. */
  replace(journey: Journey): void;
}

export type Executed = { ok: true } | { ok: false; issues: Issue[] };

export function createDocumentStore(journey: Journey, nowMs: () => number): DocumentStore {
  const store = createStore<DocumentState>(() => ({ journey, history: emptyHistory<Command>() }));

  function go(direction: 'undo' | 'redo'): string | null {
    const state = store.getState();
    const done = travel(direction, state.history, (commands): Run<Journey, Command> => {
      const ran = run(state.journey, commands);
      return ran.ok ? { ok: true, document: ran.journey, inverse: ran.inverse } : { ok: false };
    });
    if (done === null) return null;
    store.setState({ journey: done.document, history: done.history });
    return done.entry.label;
  }

  return {
    ...store,
    execute(label, commands, gesture) {
      const state = store.getState();
      const ran = run(state.journey, commands);
      if (!ran.ok) return ran;
      // A command that changes nothing (a step dropped where it was) leaves no entry.
      if (ran.journey === state.journey) return { ok: true };
      const entry = { label, atMs: nowMs(), commands: ran.inverse, ...(gesture === undefined ? {} : { gesture }) };
      store.setState({ journey: ran.journey, history: remember(state.history, entry) });
      return { ok: true };
    },
    undo: () => go('undo'),
    redo: () => go('redo'),
    replace(next) {
      store.setState({ journey: next, history: emptyHistory<Command>() });
    },
  };
}

type Ran = { ok: true; journey: Journey; inverse: Command[] } | { ok: false; issues: Issue[] };

function run(journey: Journey, commands: readonly Command[]): Ran {
  let next = journey;
  const inverse: Command[] = [];
  for (const command of commands) {
    const applied = applyCommand(next, command);
    if (!applied.ok) return applied;
    if (applied.value.journey === next) continue;
    next = applied.value.journey;
    inverse.unshift(applied.value.inverse);
  }
  return { ok: true, journey: next, inverse };
}
