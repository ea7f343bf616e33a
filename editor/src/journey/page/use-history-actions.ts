import type { TopBarAction } from '../../../ui/index.ts';
import { useDocument, useSession } from '../store/session.ts';
import { announce } from '../store/view-store.ts';

/** Undo and redo as actions of a top bar; they say what they take back. */
export function useHistoryActions(): TopBarAction[] {
  const { document: store, view } = useSession();
  const undone = useDocument((state) => state.history.past.at(-1)?.label);
  const redone = useDocument((state) => state.history.future.at(-1)?.label);
  const go = (direction: 'undo' | 'redo') => {
    const label = store[direction]();
    if (label !== null) announce(view, `${direction === 'undo' ? 'Undone' : 'Done again'}: ${label}`);
  };
  return [
    {
      id: 'undo',
      label: undone === undefined ? 'Undo' : `Undo: ${undone}`,
      icon: 'undo-2',
      iconOnly: true,
      variant: 'quiet',
      shortcut: 'Ctrl+Z',
      disabled: undone === undefined,
      onSelect: () => go('undo'),
    },
    {
      id: 'redo',
      label: redone === undefined ? 'Redo' : `Redo: ${redone}`,
      icon: 'redo-2',
      iconOnly: true,
      variant: 'quiet',
      shortcut: 'Ctrl+Shift+Z',
      disabled: redone === undefined,
      onSelect: () => go('redo'),
    },
  ];
}
