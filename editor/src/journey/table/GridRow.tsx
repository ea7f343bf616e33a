import { memo, useState, type Dispatch, type ReactNode } from 'react';
import type { TableRow } from '../../../../engine/index.ts';
import { cx, IconButton, Menu } from '../../../ui/index.ts';
import { CellFace } from './CellFace.tsx';
import type { FindingMark, FindingMarks } from './finding-marks.ts';
import { today } from '../parts/today.ts';
import { columnName, isEditable, type GridColumn } from './grid-columns.ts';
import type { GridEdits } from './grid-edits.ts';
import type { GridAction } from './grid-state.ts';
import { rowMenu } from './row-menu.ts';
import { notValidOn } from './valid-on.ts';
import type { TableChecks } from './table-checks.ts';

interface GridRowProps {
  row: TableRow;
  /** Index in the table. */
  rowIndex: number;
  /** Index among the rows that are shown. */
  at: number;
  columns: readonly GridColumn[];
  checks: TableChecks;
  marks: FindingMarks;
  hits: number;
  mostHits: number;
  focused: number | null;
  /** `<left>-<right>` of the selected range, or empty. */
  selected: string;
  editor: ReactNode;
  dispatch: Dispatch<GridAction>;
  edits: GridEdits | null;
}

/** One row of the grid. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, rowIndex, at, columns, checks, marks, hits, mostHits, focused, selected, editor, dispatch, edits } =
    props;
  const [left = -1, right = -2] = selected === '' ? [] : selected.split('-').map(Number);
  const isRange = selected !== '' && (left !== right || focused === null);
  const problem = checks.problems.find((entry) => entry.row === rowIndex) ?? marks.rows.get(row.id);
  const offDay = row.disabled === true ? null : notValidOn(row, today());
  const [hovered, setHovered] = useState(false);
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className={cx(
        'dg-row',
        row.disabled && 'is-disabled',
        offDay !== null && 'is-off-day',
        problem && (problem.severity === 'error' ? 'is-bad' : 'is-warn'),
      )}
      onMouseEnter={() => setHovered(true)}
      onMouseLeave={() => setHovered(false)}
    >
      {columns.map((column, index) => {
        const cellProblem = checks.byCell.get(`${rowIndex} ${column.key}`) ?? markOf(marks, row, column);
        const isFocus = focused === index;
        const isEditing = isFocus && editor !== null;
        return (
          <div
            key={column.key}
            role={column.kind === 'number' ? 'rowheader' : 'gridcell'}
            aria-colindex={index + 1}
            aria-selected={isFocus || (index >= left && index <= right)}
            aria-readonly={edits === null || !isEditable(column) || undefined}
            aria-invalid={(cellProblem?.severity === 'error' && column.kind !== 'number') || undefined}
            aria-label={
              isEditing
                ? undefined
                : cellLabel(
                    column,
                    rowIndex,
                    cellProblem?.message ?? (column.kind === 'number' ? (offDay ?? undefined) : undefined),
                  )
            }
            className={cx(
              'dg-cell',
              `dg-${column.kind}`,
              isFocus && 'is-focus',
              isRange && index >= left && index <= right && 'is-selected',
              cellProblem && column.kind !== 'number' && (cellProblem.severity === 'error' ? 'is-bad' : 'is-warn'),
              isEditing && 'is-editing',
            )}
            tabIndex={isFocus ? 0 : -1}
            data-cell={`${at} ${index}`}
            title={cellProblem?.message ?? offDay ?? undefined}
            onMouseDown={(event) => {
              if (isEditing) return;
              // The right button keeps a range that it is pressed in.
              if (event.button === 2 && index >= left && index <= right) return;
              dispatch({ kind: 'go', to: { row: at, column: index }, extend: event.shiftKey });
            }}
            onMouseEnter={(event) => {
              if (event.buttons === 1 && !isEditing)
                dispatch({ kind: 'go', to: { row: at, column: index }, extend: true });
            }}
            onDoubleClick={() => {
              if (!isEditing && edits !== null && isEditable(column))
                dispatch({ kind: 'edit', text: null, selectAll: true });
            }}
          >
            {isEditing ? (
              editor
            ) : (
              <CellFace row={row} column={column} number={rowIndex + 1} hits={hits} mostHits={mostHits} />
            )}
            {column.kind === 'number' && edits !== null && (hovered || focused !== null) && (
              <Menu
                trigger={
                  <IconButton
                    icon="ellipsis-vertical"
                    label={`Row ${rowIndex + 1}`}
                    size="s"
                    tooltip={false}
                    tabIndex={-1}
                  />
                }
                items={rowMenu(row, rowIndex, edits)}
              />
            )}
          </div>
        );
      })}
    </div>
  );
});

/** What the analysis says of a cell; what it says of a row stands at the row's number. */
function markOf(marks: FindingMarks, row: TableRow, column: GridColumn): FindingMark | undefined {
  if (column.kind === 'number') return marks.rows.get(row.id);
  return column.kind === 'input' ? marks.cells.get(`${row.id} ${column.input.id}`) : undefined;
}

/** A problem is part of what a screen reader says of the cell; a sound cell speaks for itself. */
function cellLabel(column: GridColumn, rowIndex: number, problem: string | undefined): string | undefined {
  return problem === undefined ? undefined : `${columnName(column)}, row ${rowIndex + 1}: ${problem}`;
}
