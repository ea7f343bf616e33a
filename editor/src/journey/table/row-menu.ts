import type { TableRow } from '../../../../engine/index.ts';
import type { MenuEntry } from '../../../ui/index.ts';
import { today } from '../parts/today.ts';
import type { GridEdits } from './grid-edits.ts';

/** What can be done with a row. The order of rows decides, so moving stands first among the changes. */
export function rowMenu(row: TableRow, index: number, edits: GridEdits): MenuEntry[] {
  return [
    { label: 'Insert a row above', icon: 'arrow-up', onSelect: () => edits.addRow(index) },
    {
      label: 'Insert a row below',
      icon: 'arrow-down',
      shortcut: 'Ctrl+Enter',
      onSelect: () => edits.addRow(index + 1),
    },
    { label: 'Duplicate', icon: 'copy', onSelect: () => edits.duplicateRow(index) },
    '-',
    {
      label: 'Move up',
      icon: 'chevron-up',
      shortcut: 'Alt+↑',
      disabled: index === 0,
      onSelect: () => edits.moveRow(index, index - 1),
    },
    {
      label: 'Move down',
      icon: 'chevron-down',
      shortcut: 'Alt+↓',
      disabled: index >= edits.rowCount() - 1,
      onSelect: () => edits.moveRow(index, index + 1),
    },
    '-',
    {
      label: row.disabled ? 'Switch on' : 'Switch off',
      icon: row.disabled ? 'power' : 'power-off',
      onSelect: () => edits.toggleRow(index),
    },
    ...dayEntries(row, index, edits),
    { label: 'Delete', icon: 'trash-2', tone: 'danger', onSelect: () => edits.removeRows([index]) },
  ];
}

/** Days of validity begin or end today; the grid then shows them, to be changed there. */
function dayEntries({ validFrom, validUntil }: TableRow, index: number, edits: GridEdits): MenuEntry[] {
  const set = (days: { validFrom: string; validUntil: string }) => () => edits.setDays(index, days);
  if (validFrom !== undefined || validUntil !== undefined)
    return [
      { label: 'Valid on all days', icon: 'calendar-clock', onSelect: set({ validFrom: '', validUntil: '' }) },
      '-',
    ];
  const day = today();
  return [
    { label: 'Valid from today', icon: 'calendar-clock', onSelect: set({ validFrom: day, validUntil: '' }) },
    { label: 'Valid until today', icon: 'calendar-clock', onSelect: set({ validFrom: '', validUntil: day }) },
    '-',
  ];
}
