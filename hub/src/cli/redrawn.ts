import type { CliStreams } from './streams.ts';

/** Milliseconds between two pictures of the progress. */
const redrawEveryMs = 100;

/** Progress that is drawn over itself on a terminal, and nowhere else. */
export function redrawn({ isTerminal, note }: Pick<CliStreams, 'isTerminal' | 'note'>): {
  show(text: string): void;
  clear(): void;
} {
  let drawnAt = 0;
  return {
    show(text) {
      if (!isTerminal || Date.now() - drawnAt < redrawEveryMs) return;
      drawnAt = Date.now();
      note(`\r${text}\u001b[K`);
    },
    clear() {
      if (isTerminal && drawnAt > 0) note('\r\u001b[K');
    },
  };
}

/** A number as people read it: `1,000,000`. */
export function counted(count: number, one?: string, many = `${one ?? ''}s`): string {
  const digits = count.toLocaleString('en-US');
  return one === undefined ? digits : `${digits} ${count === 1 ? one : many}`;
}
