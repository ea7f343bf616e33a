import { useMemo } from 'react';
import {
  riskLevels,
  type CellExplanation,
  type Decision,
  type DecisionTable,
  type RiskLevel,
  type RowExplanation,
  type Step,
} from '../../../../engine/index.ts';
import { Icon, LevelMark } from '../../../ui/index.ts';
import { useStepContext } from '../store/derived.ts';
import { counted } from '../store/words.ts';
import { cellInWords, valueInWords } from './cell-words.ts';
import { explainStep } from './explain-step.ts';
import { decisionInWords } from './outcome-words.ts';
import type { Visit } from './replay.ts';
import { fateInWords, otherRows } from './row-fate.ts';

/** Rows that count beyond these are told by number alone. */
const explainedAtMost = 5;

/** A decision: what came out, why, which cells matched, and why other rows did not count. */
export function DecisionWords({ step, visit, decision }: { step: Step; visit: Visit; decision: Decision }) {
  const context = useStepContext();
  const explained = useMemo(() => explainStep(step, visit.item, context), [step, visit.item, context]);
  return (
    <div className="jn-decision">
      <p>
        {isLevel(decision.outcome) ? (
          <LevelMark level={decision.outcome} />
        ) : (
          <b>{decisionInWords(decision, explained?.table)}</b>
        )}
        {decision.reasons.map((reason) => (
          <span key={reason.row}>
            {' '}
            {reason.text}
            {reason.source === undefined ? '' : ` (${reason.source})`}
          </span>
        ))}
      </p>
      {decision.required?.map((required) => (
        <p key={required.tableId} className="jn-quiet">
          {`Used ${usedName(explained?.table, required.tableId)}: `}
          {decisionInWords(
            required,
            explained?.table.uses?.find(({ id }) => id === required.tableId),
          )}
        </p>
      ))}
      {explained !== null && <RowWords table={explained.table} rows={explained.explanation.rows} />}
    </div>
  );
}

function isLevel(outcome: unknown): outcome is RiskLevel {
  return riskLevels.some((level) => level === outcome);
}

function usedName(table: DecisionTable | undefined, id: string): string {
  return table?.uses?.find((used) => used.id === id)?.name ?? id;
}

/** "Amount is 9,000 (at least 5,000)"; the condition is left out where it says the same. */
function hitInWords({ name, value, test }: CellExplanation, inputs: readonly string[]): string {
  const [is, asked] = [valueInWords(value), cellInWords(test, inputs)];
  return `${name} is ${is}${asked === is ? '' : ` (${asked})`}`;
}

function RowWords({ table, rows }: { table: DecisionTable; rows: readonly RowExplanation[] }) {
  const counting = rows.filter((row) => row.decided);
  const others = otherRows(table, rows);
  const isFirst = table.hitPolicy === 'first' && counting.length > 0;
  return (
    <>
      {counting.slice(0, explainedAtMost).map((row) => (
        <CountingRow key={row.row} table={table} row={row} at={rows.indexOf(row)} />
      ))}
      {counting.length > explainedAtMost && (
        <p className="jn-quiet">{`And ${counted(counting.length - explainedAtMost, 'more row')} that match.`}</p>
      )}
      {others.length > 0 && (
        <details>
          <summary>
            {isFirst
              ? `Why the ${counted(others.length, 'row')} above did not match`
              : `Why ${counted(others.length, counting.length > 0 ? 'other row' : 'row')} did not count`}
          </summary>
          <ul className="jn-misses">
            {others.map((row) => (
              <li key={row.row}>
                <Icon name="x" size={12} />
                <span title={row.cells.find((cell) => !cell.passed)?.test}>
                  {`Row ${rows.indexOf(row) + 1}: ${fateInWords(table, row)}`}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function CountingRow({ table, row, at }: { table: DecisionTable; row: RowExplanation; at: number }) {
  const inputs = table.inputs.map(({ id }) => id);
  const asked = row.cells.filter((cell) => cell.test !== '-');
  return (
    <p className="jn-quiet">
      {`Row ${at + 1} of ${table.rows.length}: `}
      {asked.map((cell, index) => (
        <span key={cell.input} title={cell.test}>
          {index > 0 && ', '}
          {hitInWords(cell, inputs)}
        </span>
      ))}
      {asked.length === 0 && 'matches everybody'}
    </p>
  );
}
