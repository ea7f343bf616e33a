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
import { shortValue } from '../parts/short-value.ts';
import { useStepContext } from '../store/derived.ts';
import { counted } from '../store/words.ts';
import { cellInWords, valueInWords } from './cell-words.ts';
import { explainStep } from './explain-step.ts';
import type { Visit } from './replay.ts';

/** A decision: what came out, why, which cells matched, and why the rows above did not. */
export function DecisionWords({ step, visit, decision }: { step: Step; visit: Visit; decision: Decision }) {
  const context = useStepContext();
  const explained = useMemo(() => explainStep(step, visit.item, context), [step, visit.item, context]);
  return (
    <div className="jn-decision">
      <p>
        {isLevel(decision.outcome) ? (
          <LevelMark level={decision.outcome} />
        ) : (
          <b>{outcomeWords(decision, explained?.table)}</b>
        )}
        {decision.reasons.map((reason) => (
          <span key={reason.row}>
            {' '}
            {reason.text}
            {reason.source === undefined ? '' : ` (${reason.source})`}
          </span>
        ))}
      </p>
      {explained !== null && <RowWords table={explained.table} rows={explained.explanation.rows} />}
    </div>
  );
}

function isLevel(outcome: unknown): outcome is RiskLevel {
  return riskLevels.some((level) => level === outcome);
}

function outcomeWords({ outcome }: Decision, table: DecisionTable | undefined): string {
  if (outcome === null) return 'No row matched.';
  if (typeof outcome !== 'object' || Array.isArray(outcome)) return `${shortValue(outcome, 60)}.`;
  return `${Object.entries(outcome)
    .map(([id, value]) => {
      const { name = id, unit } = table?.outputs.find((output) => output.id === id) ?? {};
      return `${name}: ${shortValue(value, 40)}${unit === undefined || value === null ? '' : ` ${unit}`}`;
    })
    .join(', ')}.`;
}

/** "Amount is 9,000 (at least 5,000)"; the condition is left out where it says the same. */
function hitInWords({ name, value, test }: CellExplanation): string {
  const [is, asked] = [valueInWords(value), cellInWords(test)];
  return `${name} is ${is}${asked === is ? '' : ` (${asked})`}`;
}

function RowWords({ table, rows }: { table: DecisionTable; rows: readonly RowExplanation[] }) {
  const at = rows.findIndex((row) => row.decided);
  const deciding = rows[at];
  const earlier = rows.slice(0, at < 0 ? rows.length : at).filter((row) => !row.disabled);
  return (
    <>
      {deciding !== undefined && (
        <p className="jn-quiet">
          {`Row ${at + 1} of ${table.rows.length}: `}
          {deciding.cells
            .filter((cell) => cell.test !== '-')
            .map((cell, index) => (
              <span key={cell.input} title={cell.test}>
                {index > 0 && ', '}
                {hitInWords(cell)}
              </span>
            ))}
          {deciding.cells.every((cell) => cell.test === '-') && 'matches everybody'}
        </p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{`Why the ${counted(earlier.length, 'row')} ${at < 0 ? '' : 'above '}did not match`}</summary>
          <ul className="jn-misses">
            {earlier.map((row) => {
              const miss = row.cells.find((cell) => !cell.passed);
              return (
                <li key={row.row}>
                  <Icon name="x" size={12} />
                  <span title={miss?.test}>
                    {`Row ${table.rows.findIndex((entry) => entry.id === row.row) + 1}: `}
                    {miss === undefined
                      ? 'matches'
                      : `${miss.name} is ${valueInWords(miss.value)}; needed: ${cellInWords(miss.test)}`}
                  </span>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </>
  );
}
