import { useEffect } from 'react';
import { useSession } from '../store/session.ts';

/** chosen: soon enough to notice a colleague, seldom enough not to be noticed by the hub. */
const everyMs = 15_000;

/** Looks for changes made elsewhere, saves at once when the page is left or the network comes back. */
export function useKeepInTouch(): void {
  const { autosave } = useSession();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void autosave.lookElsewhere();
    };
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') void autosave.flush();
      else look();
    };
    const onOnline = () => void autosave.flush();
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      // The edits are kept in the browser; only when even that failed there is something to lose.
      const { status } = autosave.state.getState();
      if (autosave.isDirty() && status.kind === 'offline' && !status.keptHere) event.preventDefault();
    };
    const timer = setInterval(look, everyMs);
    window.addEventListener('focus', look);
    window.addEventListener('online', onOnline);
    window.addEventListener('beforeunload', onBeforeUnload);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
      window.removeEventListener('online', onOnline);
      window.removeEventListener('beforeunload', onBeforeUnload);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [autosave]);
}
