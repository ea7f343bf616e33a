import type { ReactNode } from 'react';
import { Table, VisuallyHidden } from '../../ui/index.ts';

interface SettingsTableProps {
  label: string;
  /** Heads of all columns but the last, which holds what can be done. */
  columns: readonly string[];
  /** Rows. */
  children: ReactNode;
}

/** A table of people or keys; on a narrow screen a card each. */
export function SettingsTable({ label, columns, children }: SettingsTableProps) {
  return (
    <Table label={label} cards className="se-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col">
            <VisuallyHidden>Actions</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </Table>
  );
}
