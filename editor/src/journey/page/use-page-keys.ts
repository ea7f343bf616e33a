import { useEffect } from 'react';
import { actionFor } from '../canvas/key-map.ts';
import { useSession } from '../store/session.ts';
import { announce } from '../store/view-store.ts';

/** Keys that hold for the whole opened journey: undo, redo, save, simulate. */
export function usePageKeys(): void {
  const { document: store, view, autosave, simulation } = useSession();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = actionFor(event);
      switch (action) {
        case 'undo':
        case 'redo': {
          if (hasItsOwnUndo(event.target)) return;
          const label = store[action]();
          if (label !== null) announce(view, `${action === 'undo' ? 'Undone' : 'Done again'}: ${label}`);
          break;
        }
        case 'save':
          void autosave.flush().then((saved) => saved && announce(view, 'Saved'));
          break;
        case 'simulate':
          if (event.target instanceof Element && event.target.closest('[role="grid"]') !== null) return;
          view.setState({ panel: 'simulation' });
          void simulation.getState().run();
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, view, autosave, simulation]);
}

/**
 * Fields whose every letter changes the journey share the journey's undo. Dialogs, searches and a cell that is being
 * typed keep the browser's own until they are done.
 */
function hasItsOwnUndo(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const isField = target.closest('input, textarea, [contenteditable="true"]') !== null;
  if (!isField) return target.closest('[role="dialog"], [role="alertdialog"]') !== null;
  const shared = target.closest('[data-undo="journey"]') !== null;
  return !shared || target.closest('.dg-editor, .jn-title-field, .jn-title, [type="search"]') !== null;
}
