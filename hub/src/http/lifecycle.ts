/** Whether the hub takes requests, and how many it is at. */
export interface Lifecycle {
  readonly isStopping: boolean;
  /** A request came in. */
  entered(): void;
  /** Its answer went out, or the caller went away. */
  left(): void;
  /** From here on the hub is stopping; resolves when no request is being answered. */
  stop(): Promise<void>;
}

export function hubLifecycle(): Lifecycle {
  let isStopping = false;
  let inside = 0;
  let onIdle: (() => void) | null = null;
  return {
    get isStopping() {
      return isStopping;
    },
    entered() {
      inside += 1;
    },
    left() {
      inside -= 1;
      if (inside === 0) onIdle?.();
    },
    stop() {
      isStopping = true;
      return new Promise((resolve) => {
        if (inside === 0) resolve();
        else onIdle = resolve;
      });
    },
  };
}
