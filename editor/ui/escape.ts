import type { KeyboardEvent } from 'react';

/** Presses of Escape that a toast left to what the person is working in. */
const left = new WeakSet<Event>();

/** Roles of what lies over the page and closes on Escape. */
const overPage = '[role="dialog"], [role="alertdialog"]';

/**
 * For a toast, which Radix takes for the topmost layer: Escape belongs to the dialog that has the focus, not to a message
 * in passing.
 */
export function leaveEscapeToDialog(event: globalThis.KeyboardEvent): void {
  const focused = document.activeElement;
  if (focused?.closest(overPage) == null || focused.closest('.st-toasts') !== null) return;
  left.add(event);
  event.preventDefault();
}

/** For a dialog: whether this press is an Escape that a toast has left to it. */
export function isLeftEscape(event: KeyboardEvent): boolean {
  return event.key === 'Escape' && left.has(event.nativeEvent);
}
