import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { LedgerLine, LedgerPage, LedgerSearch } from '../../../../engine/index.ts';
import { asApiError, type ApiError } from '../../app/api-error.ts';
import { ledgerApi } from '../../app/ledger-api.ts';

export interface Found {
  /** Null before the first answer to these filters. */
  lines: LedgerLine[] | null;
  /** Where the next page begins; null: all are there. */
  next: number | null;
  busy: boolean;
  error: ApiError | null;
}

type Step =
  | { kind: 'asked'; anew: boolean }
  | { kind: 'came'; page: LedgerPage; anew: boolean }
  | { kind: 'failed'; error: ApiError };

/** One step of a search: pages are put one after the other, and a failure keeps what is there. */
export function foundAfter(found: Found, step: Step): Found {
  switch (step.kind) {
    case 'asked':
      return { ...(step.anew ? nothingYet : found), busy: true, error: null };
    case 'came': {
      const before = step.anew ? [] : (found.lines ?? []);
      return { lines: [...before, ...step.page.lines], next: step.page.next, busy: false, error: null };
    }
    case 'failed':
      return { ...found, busy: false, error: step.error };
  }
}

export const nothingYet: Found = { lines: null, next: null, busy: false, error: null };

/** How many lines come at a time. */
const pageSize = 50;

/**
 * Asks the ledger whenever the question changes; `more` puts the next page under what is there, `again` asks anew.
 * @param key tells one question from another
 */
export function useLedgerSearch(search: LedgerSearch, key: string) {
  const [found, step] = useReducer(foundAfter, nothingYet);
  const asked = useRef<AbortController | null>(null);
  const question = useRef(search);
  useEffect(() => {
    question.current = search;
  });

  const ask = useCallback(async (before: number | null) => {
    asked.current?.abort();
    const controller = (asked.current = new AbortController());
    const anew = before === null;
    step({ kind: 'asked', anew });
    try {
      const body = { ...question.current, limit: pageSize, ...(before === null ? {} : { before }) };
      const page = await ledgerApi.search(body, controller.signal);
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
