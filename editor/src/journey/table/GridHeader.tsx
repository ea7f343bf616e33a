import { cx } from '../../../ui/index.ts';
import { columnName, columnNote, type GridColumn } from './grid-columns.ts';

interface GridHeaderProps {
  columns: readonly GridColumn[];
  /** Index of the focused header cell. */
  focused: number | null;
  onFocus(column: number): void;
  /** Opens a column's settings; null when the table is only read. */
  onOpen: ((column: GridColumn) => void) | null;
}

/** Names, types and paths of the columns; Enter or a double click opens their settings. */
export function GridHeader({ columns, focused, onFocus, onOpen }: GridHeaderProps) {
  return (
    <div role="row" className="dg-row dg-head" aria-rowindex={1}>
      {columns.map((column, index) => {
        const opens = onOpen !== null && (column.kind === 'input' || column.kind === 'output');
        const note = columnNote(column);
        return (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={index + 1}
            className={cx('dg-cell', `dg-${column.kind}`)}
            tabIndex={focused === index ? 0 : -1}
            data-cell={`-1 ${index}`}
            title={note}
            onFocus={() => focused !== index && onFocus(index)}
            onDoubleClick={() => opens && onOpen(column)}
          >
            <b>{column.kind === 'number' ? <span className="st-visually-hidden">Row</span> : columnName(column)}</b>
            {note !== '' && <small>{note}</small>}
          </div>
        );
      })}
    </div>
  );
}
