import type { CellExplanation, DecisionTable, RowExplanation, TableRow } from '../../../../engine/index.ts';
import { cx, Icon, VisuallyHidden } from '../../../ui/index.ts';
import { cellInWords, valueInWords } from '../../journey/simulate/cell-words.ts';

interface DecidingRowProps {
  table: DecisionTable;
  row: TableRow;
  /** With the values that the decision was made of, once somebody opened them. */
  explained?: RowExplanation | undefined;
}

/** A row of a table as sentences: what it asks, and what it gives. With opened inputs each cell says whether it passed. */
export function DecidingRow({ table, row, explained }: DecidingRowProps) {
  const ids = table.inputs.map(({ id }) => id);
  const asked = table.inputs.filter(({ id }) => isAsked(row.when[id]));
  const given = table.outputs.filter(({ id }) => row.then[id] !== undefined);
  return (
    <table className="en-row">
      <caption className="st-visually-hidden">{`Row ${row.id} of the table ${table.name}`}</caption>
      <thead>
        <tr>
          <th scope="col">If</th>
          <th scope="col">is</th>
          {explained && <th scope="col">It was</th>}
        </tr>
      </thead>
      <tbody>
        {asked.length === 0 && (
          <tr>
            <td colSpan={explained ? 3 : 2}>Anything: this row asks for nothing</td>
          </tr>
        )}
        {asked.map(({ id, name, unit }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td title={row.when[id]}>
              {cellInWords(row.when[id] ?? '-', ids)}
              {unit !== undefined && <span className="en-unit"> {unit}</span>}
            </td>
            {explained && (
              <td>
                <Found cell={explained.cells.find(({ input }) => input === id)} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
      <tbody className="en-then">
        {given.map(({ id, name, unit }) => (
          <tr key={id}>
            <th scope="row">
              <span className="en-then-sign">then</span> {name}
            </th>
            <td colSpan={explained ? 2 : 1}>
              <b>{valueInWords(row.then[id] ?? null)}</b>
              {unit !== undefined && <span className="en-unit"> {unit}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Found({ cell }: { cell: CellExplanation | undefined }) {
  if (!cell) return null;
  return (
    <span className={cx('en-found', cell.passed ? 'en-passed' : 'en-failed')}>
      <Icon name={cell.passed ? 'check' : 'x'} size={13} strokeWidth={2.4} />
      {valueInWords(cell.value)}
      <VisuallyHidden>{cell.passed ? ', passed' : ', did not pass'}</VisuallyHidden>
    </span>
  );
}

function isAsked(cell: string | undefined): boolean {
  const text = cell?.trim() ?? '';
  return text !== '' && text !== '-';
}
