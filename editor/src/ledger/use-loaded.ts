import { useCallback, useEffect, useState } from 'react';
import { asApiError, type ApiError } from '../app/api-error.ts';

export interface Loaded<T> {
  /** Null until it came. */
  value: T | null;
  error: ApiError | null;
  busy: boolean;
  again: () => void;
  /** Puts in what a change has answered. */
  replace: (value: T) => void;
}

/**
 * What a page asks the hub for when it opens, and when `key` changes.
 * @param load must depend on nothing but `key`
 * @param key null: ask for nothing
 */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>, key: string | null): Loaded<T> {
  const [state, setState] = useState<{ key: string | null; value: T | null; error: ApiError | null; busy: boolean }>({
    key,
    value: null,
    error: null,
    busy: key !== null,
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (key === null) return;
    const controller = new AbortController();
    setState((now) => ({ key, value: now.key === key ? now.value : null, error: null, busy: true }));
    load(controller.signal).then(
      (value) => !controller.signal.aborted && setState({ key, value, error: null, busy: false }),
      (error: unknown) =>
        !controller.signal.aborted && setState((now) => ({ ...now, error: asApiError(error), busy: false })),
    );
    return () => controller.abort();
    // `load` is made anew with every drawing; what it asks for is told by the key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, attempt]);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  const replace = useCallback((value: T) => setState((now) => ({ ...now, value })), []);
  const isOld = state.key !== key;
  return {
    value: isOld ? null : state.value,
    error: isOld ? null : state.error,
    busy: state.busy || isOld,
    again,
    replace,
  };
}
