import { useEffect, useState } from 'react';

export type Async<T> = { kind: 'loading' } | { kind: 'ready'; value: T } | { kind: 'failed'; message: string };

/** Runs an asynchronous function once, when the component appears. */
export function useAsync<T>(load: () => Promise<T>): Async<T> {
  const [state, setState] = useState<Async<T>>({ kind: 'loading' });
  const [start] = useState(() => load);
  useEffect(() => {
    let gone = false;
    start().then(
      (value) => !gone && setState({ kind: 'ready', value }),
      (error: unknown) =>
        !gone &&
        setState({ kind: 'failed', message: error instanceof Error ? error.message : 'It could not be loaded.' }),
    );
    return () => {
      gone = true;
    };
  }, [start]);
  return state;
}
