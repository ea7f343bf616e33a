import { useCallback, useEffect, useReducer, useRef } from 'react';
import { asApiError, type ApiError } from './api-error.ts';

/** One page of a list: its items, and where the next page begins (null: there are no more). */
export interface ListPage<Item> {
  items: Item[];
  next: string | null;
}

/** What came of a list so far. */
export interface Found<Item> {
  /** Null before the first answer to this question. */
  items: Item[] | null;
  next: string | null;
  busy: boolean;
  error: ApiError | null;
}

export type PagesStep<Item> =
  | { kind: 'asked'; anew: boolean }
  | { kind: 'came'; page: ListPage<Item>; anew: boolean }
  | { kind: 'failed'; error: ApiError };

/** One step of reading a list: pages are put one after the other, what is there stays while it is asked anew or fails. */
export function foundAfter<Item>(found: Found<Item>, step: PagesStep<Item>): Found<Item> {
  switch (step.kind) {
    case 'asked':
      return { ...found, busy: true, error: null };
    case 'came': {
      const before = step.anew ? [] : (found.items ?? []);
      return { items: [...before, ...step.page.items], next: step.page.next, busy: false, error: null };
    }
    case 'failed':
      return { ...found, busy: false, error: step.error };
  }
}

/**
 * Reads a list page by page: the first whenever `key` changes, the next with `more`, all anew with `again`.
 * @param load must depend on nothing but `key` and where the page begins (null: at the beginning)
 * @param key tells one question from another
 */
export function usePages<Item>(
  load: (before: string | null, signal: AbortSignal) => Promise<ListPage<Item>>,
  key: string,
) {
  const [found, step] = useReducer(foundAfter<Item>, { items: null, next: null, busy: true, error: null });
  const asked = useRef<AbortController | null>(null);
  const question = useRef(load);
  useEffect(() => {
    question.current = load;
  });
  const ask = useCallback(async (before: string | null) => {
    asked.current?.abort();
    const controller = (asked.current = new AbortController());
    const anew = before === null;
    step({ kind: 'asked', anew });
    try {
      const page = await question.current(before, controller.signal);
      if (!controller.signal.aborted) step({ kind: 'came', page, anew });
    } catch (error) {
      if (!controller.signal.aborted) step({ kind: 'failed', error: asApiError(error) });
    }
  }, []);
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
