import { cx, Icon } from '../../../ui/index.ts';
import type { FindingMarks } from './finding-marks.ts';
import { columnName, columnNote, type GridColumn } from './grid-columns.ts';

interface GridHeaderProps {
  columns: readonly GridColumn[];
  marks: FindingMarks;
  /** Index of the focused header cell. */
  focused: number | null;
  onFocus(column: number): void;
  /** Opens a column's settings; null when the table is only read. */
  onOpen: ((column: GridColumn) => void) | null;
}

/** Names, types and paths of the columns; Enter or a double click opens their settings. */
export function GridHeader({ columns, marks, focused, onFocus, onOpen }: GridHeaderProps) {
  return (
    <div role="row" className="dg-row dg-head" aria-rowindex={1}>
      {columns.map((column, index) => {
        const opens = onOpen !== null && ['input', 'output', 'annotation'].includes(column.kind);
        const note = columnNote(column);
        const mark = column.kind === 'input' ? marks.columns.get(column.input.id) : undefined;
        return (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={index + 1}
            className={cx('dg-cell', `dg-${column.kind}`, mark && 'has-mark')}
            tabIndex={focused === index ? 0 : -1}
            data-cell={`-1 ${index}`}
            title={mark?.message ?? note}
            onFocus={() => focused !== index && onFocus(index)}
            onDoubleClick={() => opens && onOpen(column)}
          >
            <b>{column.kind === 'number' ? <span className="st-visually-hidden">Row</span> : columnName(column)}</b>
            {note !== '' && <small>{note}</small>}
            {mark !== undefined && <Icon name="triangle-alert" size={13} label={mark.message} className="dg-mark" />}
          </div>
        );
      })}
    </div>
  );
}
