/**
 * What a key does on the canvas. The map is n8n's own, so that hands need not learn a second one. Copying and pasting
 * are not keys but the browser's own events (`use-clipboard.ts`).
 */
export const canvasActions = [
  'add',
  'open',
  'rename',
  'toggle',
  'duplicate',
  'remove',
  'select-all',
  'undo',
  'redo',
  'tidy',
  'connect',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'fit',
  'go-left',
  'go-right',
  'go-up',
  'go-down',
  'extend-left',
  'extend-right',
  'nudge-left',
  'nudge-right',
  'nudge-up',
  'nudge-down',
  'simulate',
  'save',
  'keys',
  'escape',
] as const;

export type CanvasAction = (typeof canvasActions)[number];

/** The parts of a keyboard event that matter. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** The action for a key press; null when the canvas does not want it. Ctrl and ⌘ count alike. */
export function actionFor(press: KeyPress): CanvasAction | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const chord = [
    press.ctrlKey || press.metaKey ? 'mod' : '',
    press.altKey ? 'alt' : '',
    // A sign such as ? or + needs Shift on some keyboards and not on others.
    press.shiftKey && !/^[?+\-0-9]$/.test(key) ? 'shift' : '',
    key,
  ];
  return bindings[chord.filter((part) => part !== '').join('+')] ?? null;
}

const bindings: Record<string, CanvasAction> = {
  n: 'add',
  Enter: 'open',
  F2: 'rename',
  ' ': 'rename',
  d: 'toggle',
  'mod+d': 'duplicate',
  Delete: 'remove',
  Backspace: 'remove',
  'mod+a': 'select-all',
  'mod+z': 'undo',
  'mod+shift+z': 'redo',
  'alt+shift+t': 'tidy',
  c: 'connect',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  0: 'zoom-reset',
  1: 'fit',
  ArrowLeft: 'go-left',
  ArrowRight: 'go-right',
  ArrowUp: 'go-up',
  ArrowDown: 'go-down',
  'shift+ArrowLeft': 'extend-left',
  'shift+ArrowRight': 'extend-right',
  'alt+ArrowLeft': 'nudge-left',
  'alt+ArrowRight': 'nudge-right',
  'alt+ArrowUp': 'nudge-up',
  'alt+ArrowDown': 'nudge-down',
  'mod+Enter': 'simulate',
  'mod+s': 'save',
  '?': 'keys',
  Escape: 'escape',
};

/** The sheet of keys, as the dialog shows it. */
export const keySheet: readonly { title: string; keys: readonly { keys: string; does: string }[] }[] = [
  {
    title: 'Steps',
    keys: [
      { keys: 'N', does: 'Add a step' },
      { keys: 'Enter', does: 'Open the settings' },
      { keys: 'F2', does: 'Rename (or Space)' },
      { keys: 'D', does: 'Switch off or on' },
      { keys: 'C', does: 'Connect to another step' },
      { keys: 'Ctrl+D', does: 'Duplicate' },
      { keys: 'Delete', does: 'Delete' },
    ],
  },
  {
    title: 'Clipboard',
    keys: [
      { keys: 'Ctrl+C', does: 'Copy; paste it here or in n8n' },
      { keys: 'Ctrl+X', does: 'Cut' },
      { keys: 'Ctrl+V', does: 'Paste steps, or nodes of n8n' },
      { keys: 'Ctrl+A', does: 'Select all' },
    ],
  },
  {
    title: 'Move around',
    keys: [
      { keys: '→', does: 'To the next step (← ↑ ↓ likewise)' },
      { keys: 'Shift+→', does: 'Select everything after (← before)' },
      { keys: 'Alt+→', does: 'Move the step by one grid cell' },
      { keys: 'Shift+Alt+T', does: 'Tidy up' },
    ],
  },
  {
    title: 'View',
    keys: [
      { keys: '1', does: 'Fit everything' },
      { keys: '0', does: 'Zoom to 100 %' },
      { keys: '+', does: 'Zoom in (− out)' },
      { keys: 'Ctrl+Enter', does: 'Simulate' },
      { keys: '?', does: 'This sheet' },
    ],
  },
  {
    title: 'Everywhere',
    keys: [
      { keys: 'Ctrl+Z', does: 'Undo' },
      { keys: 'Ctrl+Shift+Z', does: 'Redo' },
      { keys: 'Ctrl+S', does: 'Save now' },
      { keys: 'Esc', does: 'Close, or clear the selection' },
    ],
  },
];
