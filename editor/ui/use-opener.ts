import { useState } from 'react';

/**
 * What had the focus when the component was first rendered, and a handler that gives it back: dialogs here are opened by
 * code, from a key or a menu, so that Radix knows no trigger to return to. Use it in what is mounted when the dialog opens.
 */
export function useOpener(): (event: Event) => void {
  const [opener] = useState(() => document.activeElement);
  return (event) => {
    event.preventDefault();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
}
