import { useCallback, useEffect, useReducer, useRef } from 'react';
import { asApiError, type ApiError } from './api-error.ts';

/** One page of a list: its items, and where the next page begins (null: there are no more). */
export interface ListPage<Item, Place = string> {
  items: Item[];
  next: Place | null;
}

/** What came of a list so far. */
export interface Found<Item, Place = string> {
  /** Null before the first answer to this question. */
  items: Item[] | null;
  next: Place | null;
  busy: boolean;
  error: ApiError | null;
}

export type PagesStep<Item, Place = string> =
  /** `forgets`: what is there answers another question, and does not stay until this one is answered. */
  | { kind: 'asked'; forgets: boolean }
  | { kind: 'came'; page: ListPage<Item, Place>; anew: boolean }
  | { kind: 'failed'; error: ApiError };

/** One step of reading a list: pages are put one after the other, and a failure keeps what is there. */
export function foundAfter<Item, Place>(found: Found<Item, Place>, step: PagesStep<Item, Place>): Found<Item, Place> {
  switch (step.kind) {
    case 'asked':
      return step.forgets ? nothingYet : { ...found, busy: true, error: null };
    case 'came': {
      const before = step.anew ? [] : (found.items ?? []);
      return { items: [...before, ...step.page.items], next: step.page.next, busy: false, error: null };
    }
    case 'failed':
      return { ...found, busy: false, error: step.error };
  }
}

/** Before anything came. */
export const nothingYet: Found<never, never> = { items: null, next: null, busy: true, error: null };

/**
 * Reads a list page by page: the first whenever `key` changes, the next with `more`, all anew with `again`.
 * @param load must depend on nothing but `key` and where the page begins (null: at the beginning)
 * @param key tells one question from another
 * @param forgets what answered the last question is not shown while this one is asked
 */
export function usePages<Item, Place = string>(
  load: (before: Place | null, signal: AbortSignal) => Promise<ListPage<Item, Place>>,
  key: string,
  forgets = false,
) {
  const [found, step] = useReducer(foundAfter<Item, Place>, nothingYet);
  const asked = useRef<AbortController | null>(null);
  const question = useRef(load);
  useEffect(() => {
    question.current = load;
  });
  const ask = useCallback(
    async (before: Place | null) => {
      asked.current?.abort();
      const controller = (asked.current = new AbortController());
      const anew = before === null;
      step({ kind: 'asked', forgets: anew && forgets });
      try {
        const page = await question.current(before, controller.signal);
        if (!controller.signal.aborted) step({ kind: 'came', page, anew });
      } catch (error) {
        if (!controller.signal.aborted) step({ kind: 'failed', error: asApiError(error) });
      }
    },
    [forgets],
  );
  useEffect(() => {
    void ask(null);
    return () => asked.current?.abort();
  }, [ask, key]);
  const { next } = found;
  return {
    ...found,
    again: useCallback(() => void ask(null), [ask]),
    more: useCallback(() => {
      if (next !== null) void ask(next);
    }, [ask, next]),
  };
}
