/**
 * One undo stack for everything that changes a journey. An entry holds the commands that take it back; running them
 * gives the commands that bring it again, so undo and redo are the same walk in two directions.
 */
export interface HistoryEntry<Command> {
  /** What the person did, in words: "Move 3 steps". */
  label: string;
  /** Entries of one gesture (a drag, typing in one field) become one. */
  gesture?: string;
  /** When the gesture last went on, in milliseconds. */
  atMs: number;
  /** Run in order, these take the change back. */
  commands: Command[];
}

export interface History<Command> {
  past: HistoryEntry<Command>[];
  future: HistoryEntry<Command>[];
}

/** A pause of this length ends a gesture. chosen: one second, because people stop that long between two thoughts. */
export const gesturePauseMs = 1000;

/** The oldest entries beyond this many are forgotten. */
export const historyLength = 500;

export function emptyHistory<Command>(): History<Command> {
  return { past: [], future: [] };
}

/** Remembers a change. What was undone before it cannot come back. */
export function remember<Command>(history: History<Command>, entry: HistoryEntry<Command>): History<Command> {
  const last = history.past.at(-1);
  const goesOn =
    last !== undefined &&
    history.future.length === 0 &&
    entry.gesture !== undefined &&
    entry.gesture === last.gesture &&
    entry.atMs - last.atMs < gesturePauseMs;
  if (goesOn) {
    const joined = { ...last, atMs: entry.atMs, commands: [...entry.commands, ...last.commands] };
    return { past: [...history.past.slice(0, -1), joined], future: [] };
  }
  return { past: [...history.past, entry].slice(-historyLength), future: [] };
}

/** A document and the commands that take the way to it back. */
export type Run<Document, Command> = { ok: true; document: Document; inverse: Command[] } | { ok: false };

/** One step back (`undo`) or forth (`redo`); null when there is none or it cannot be run. */
export function travel<Document, Command>(
  direction: 'undo' | 'redo',
  history: History<Command>,
  run: (commands: Command[]) => Run<Document, Command>,
): { history: History<Command>; document: Document; entry: HistoryEntry<Command> } | null {
  const from = direction === 'undo' ? history.past : history.future;
  const entry = from.at(-1);
  if (entry === undefined) return null;
  const done = run(entry.commands);
  if (!done.ok) return null;
  const counter: HistoryEntry<Command> = { label: entry.label, atMs: 0, commands: done.inverse };
  const rest = from.slice(0, -1);
  const next =
    direction === 'undo'
      ? { past: rest, future: [...history.future, counter] }
      : { past: [...history.past, counter], future: rest };
  return { history: next, document: done.document, entry };
}
