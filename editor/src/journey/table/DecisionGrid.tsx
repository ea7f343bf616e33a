import { useLayoutEffect, useMemo, useReducer, useRef, type CSSProperties, type Dispatch, type RefObject } from 'react';
import type { DecisionTable } from '../../../../engine/index.ts';
import { ContextMenu } from '../../../ui/index.ts';
import { CellEditor } from './CellEditor.tsx';
import { noMarks, type FindingMarks } from './finding-marks.ts';
import { cellText, columnWidths, gridColumns, isEditable, type GridColumn } from './grid-columns.ts';
import { GridHeader } from './GridHeader.tsx';
import { rangeBetween, type CellAt } from './grid-moves.ts';
import { GridRow } from './GridRow.tsx';
import { firstCell, inside, nextGridState, type GridAction, type GridState } from './grid-state.ts';
import type { GridEdits, PasteReport } from './grid-edits.ts';
import { tableChecks } from './table-checks.ts';
import { useGridClipboard } from './use-grid-clipboard.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { rowMenu } from './row-menu.ts';
import { rowHeightPx, useVisibleRows } from './use-visible-rows.ts';

export interface DecisionGridProps {
  table: DecisionTable;
  /** Null for a table that is only read. */
  edits: GridEdits | null;
  /** How many simulated customers each row decided, by row id; null before a simulation. */
  hits: ReadonlyMap<string, number> | null;
  /** Rows whose text holds this are shown. */
  filter: string;
  /** What the analysis found, at its places. */
  marks?: FindingMarks;
  /** A row to go to; another object goes there again. */
  shown?: { row: string } | null;
  /** Tells what a paste did. */
  onPasted?: (report: PasteReport) => void;
  /** Opens the settings of a column. */
  onOpenColumn(column: GridColumn): void;
}

const ignore = () => undefined;

/** A decision table as a grid, after the ARIA pattern: one tab stop, arrow keys, typing edits. */
export function DecisionGrid(props: DecisionGridProps) {
  const { table, edits, hits, filter, marks = noMarks, shown = null, onPasted = ignore, onOpenColumn } = props;
  const columns = useMemo(() => gridColumns(table, hits !== null), [table, hits]);
  const rows = useMemo(() => filteredRows(table, columns, filter), [table, columns, filter]);
  const size = { rows: rows.length, columns: columns.length };
  const [raw, dispatch] = useReducer(
    (state: GridState, action: GridAction) => nextGridState(state, action, size),
    firstCell,
  );
  const state: GridState = { ...raw, focus: inside(raw.focus, size), anchor: inside(raw.anchor, size) };
  const range = rangeBetween(state.anchor, state.focus);
  const scroller = useRef<HTMLDivElement>(null);
  const visible = useVisibleRows(scroller, rows.length);
  const widths = useMemo(() => columnWidths(table, columns), [table, columns]);
  const checks = tableChecks(table);
  const mostHits = hits === null ? 0 : Math.max(1, ...hits.values());
  const grid = { table, columns, rows, state, range, dispatch, edits, onOpenColumn };
  const onKeyDown = useGridKeys(grid);
  const clipboard = useGridClipboard(grid, onPasted);
  useFocusFollows(scroller, state.focus, state.editing !== null, visible.scrollTo);
  useShownRow(scroller, table, rows, shown, visible.scrollTo, dispatch);

  const style = { '--dg-columns': widths.map((width) => `${width}px`).join(' ') } as CSSProperties;
  const focusedIndex = rows[state.focus.row];
  const focusedRow = focusedIndex === undefined ? undefined : table.rows[focusedIndex];
  const menu =
    edits === null || focusedIndex === undefined || focusedRow === undefined
      ? []
      : rowMenu(focusedRow, focusedIndex, edits);
  return (
    <div className="dg-scroll" ref={scroller} onScroll={visible.onScroll}>
      <ContextMenu items={menu} disabled={menu.length === 0 || state.editing !== null}>
        <div
          role="grid"
          className="dg"
          style={style}
          aria-label={table.name}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length}
          aria-readonly={edits === null}
          aria-multiselectable="true"
          onKeyDown={onKeyDown}
          {...clipboard}
        >
          <GridHeader
            columns={columns}
            marks={marks}
            focused={state.focus.row === -1 ? state.focus.column : null}
            onFocus={(column) => dispatch({ kind: 'go', to: { row: -1, column } })}
            onOpen={edits === null ? null : onOpenColumn}
          />
          <div style={{ height: visible.first * rowHeightPx }} aria-hidden="true" />
          {rows.slice(visible.first, visible.last).map((rowIndex, offset) => {
            const row = table.rows[rowIndex];
            const at = visible.first + offset;
            if (row === undefined) return null;
            const isFocusRow = state.focus.row === at;
            return (
              <GridRow
                key={row.id}
                row={row}
                rowIndex={rowIndex}
                at={at}
                columns={columns}
                checks={checks}
                marks={marks}
                hits={hits?.get(row.id) ?? 0}
                mostHits={mostHits}
                focused={isFocusRow ? state.focus.column : null}
                selected={at >= range.top && at <= range.bottom ? `${range.left}-${range.right}` : ''}
                editor={
                  isFocusRow && state.editing !== null && edits !== null ? (
                    <CellEditor
                      key={`${row.id} ${state.focus.column}`}
                      row={row}
                      column={columns[state.focus.column] as GridColumn}
                      table={table}
                      start={state.editing}
                      onCommit={(change, then) => {
                        edits.setCells([change]);
                        dispatch({ kind: 'leave', ...then });
                      }}
                      onCancel={() => dispatch({ kind: 'stop' })}
                    />
                  ) : null
                }
                dispatch={dispatch}
                edits={edits}
              />
            );
          })}
          <div style={{ height: (rows.length - visible.last) * rowHeightPx }} aria-hidden="true" />
        </div>
      </ContextMenu>
      {rows.length === 0 && (
        <p className="dg-none">{filter === '' ? 'No rows yet: nothing is decided.' : `No row says “${filter}”.`}</p>
      )}
    </div>
  );
}

function filteredRows(table: DecisionTable, columns: readonly GridColumn[], filter: string): number[] {
  const wanted = filter.trim().toLowerCase();
  const all = table.rows.map((_, index) => index);
  if (wanted === '') return all;
  return all.filter((index) => {
    const row = table.rows[index];
    return (
      row !== undefined &&
      columns.some((column) => isEditable(column) && cellText(row, column, 0).toLowerCase().includes(wanted))
    );
  });
}

/** Goes to the row that somebody asked to see, with the browser's focus. */
function useShownRow(
  scroller: RefObject<HTMLDivElement | null>,
  table: DecisionTable,
  rows: readonly number[],
  shown: { row: string } | null,
  scrollTo: (row: number) => void,
  dispatch: Dispatch<GridAction>,
): void {
  const before = useRef<{ row: string } | null>(null);
  useLayoutEffect(() => {
    if (shown === before.current) return;
    const index = table.rows.findIndex((row) => row.id === shown?.row);
    const at = rows.indexOf(index);
    // A row that was only just made comes with the next table.
    if (shown !== null && at < 0) return;
    before.current = shown;
    if (shown === null) return;
    dispatch({ kind: 'go', to: { row: at, column: 1 } });
    scrollTo(at);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-cell="${at} 1"]`)?.focus());
  }, [scroller, table, rows, shown, scrollTo, dispatch]);
}

/** Moves the browser's focus to the grid's focus, once somebody is in the grid. */
function useFocusFollows(
  scroller: RefObject<HTMLDivElement | null>,
  { row, column }: CellAt,
  editing: boolean,
  scrollTo: (row: number) => void,
): void {
  const key = `${row} ${column}`;
  const before = useRef(`${key} ${editing}`);
  useLayoutEffect(() => {
    const now = `${key} ${editing}`;
    const root = scroller.current;
    if (before.current === now || root === null) return;
    before.current = now;
    // An editor that was taken away leaves the focus on the body.
    const isHere = root.contains(document.activeElement) || document.activeElement === document.body;
    if (!isHere) return;
    scrollTo(row);
    if (editing) return;
    const focus = () => root.querySelector<HTMLElement>(`[data-cell="${key}"]`)?.focus();
    // A row far away is drawn only after the scroll.
    if (root.querySelector(`[data-cell="${key}"]`) === null) requestAnimationFrame(focus);
    else focus();
  }, [key, row, editing, scroller, scrollTo]);
}
