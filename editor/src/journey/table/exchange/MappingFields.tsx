import {
  cellAddress,
  mappedKinds,
  valueTypeTitles,
  valueTypes,
  type CellReading,
  type GridMapping,
  type Sheet,
} from '../../../../../engine/index.ts';
import { Select } from '../../../../ui/index.ts';
import { hasType, kindTitles, withColumn } from './column-mapping.ts';

const rowsShown = 5;

interface MappingFieldsProps {
  sheet: Sheet;
  mapping: GridMapping;
  /** How cells were read; empty where they could not be. */
  readings: readonly CellReading[];
  onChange(mapping: GridMapping): void;
}

/** What each column of a stranger's spreadsheet is, with its first cells as they stand and as they are read. */
export function MappingFields({ sheet, mapping, readings, onChange }: MappingFieldsProps) {
  const rows = sheet.cells.slice(
    mapping.firstRow,
    Math.min(mapping.firstRow + rowsShown, (mapping.lastRow ?? Infinity) + 1),
  );
  const byCell = new Map(readings.map((reading) => [reading.address, reading]));
  const readAt = (row: number, column: number) => byCell.get(cellAddress(row, column));
  return (
    <div className="jn-mapping" tabIndex={0} role="region" aria-label="Columns of the spreadsheet">
      <table>
        <thead>
          <tr>
            {mapping.columns.map(({ column, name = `Column ${column + 1}`, as, type = 'string' }) => (
              <th key={column} scope="col">
                <b>{name}</b>
                <Select
                  size="s"
                  aria-label={`What ${name} is`}
                  value={as}
                  onChange={(kind) => onChange(withColumn(mapping, column, { as: kind }))}
                  options={mappedKinds.map((kind) => ({ value: kind, label: kindTitles[kind] }))}
                />
                {hasType(as) && (
                  <Select
                    size="s"
                    aria-label={`Type of ${name}`}
                    value={type}
                    onChange={(next) => onChange(withColumn(mapping, column, { type: next }))}
                    options={valueTypes.map((value) => ({ value, label: valueTypeTitles[value] }))}
                  />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, offset) => (
            <tr key={offset}>
              {mapping.columns.map(({ column, as }) => {
                const text = textOf(cells[column]);
                const reading = readAt(mapping.firstRow + offset, column);
                const isKept = reading?.how === 'kept';
                return (
                  <td key={column} className={as === 'ignore' ? 'is-left' : isKept ? 'is-bad' : undefined}>
                    {text === '' ? <span className="jn-quiet">–</span> : text}
                    {isKept && <small>cannot be read</small>}
                    {reading?.how === 'read' && reading.reading !== text && <code>{reading.reading}</code>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function textOf(cell: Sheet['cells'][number][number] | undefined): string {
  if (cell === undefined || cell === null) return '';
  return typeof cell === 'object' ? cell.day : String(cell);
}
