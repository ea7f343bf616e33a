import { isJsonObject, riskLevels, type Decision, type DecisionTable } from '../../../../engine/index.ts';
import { LevelMark } from '../../../ui/index.ts';
import { decisionInWords } from '../../journey/simulate/outcome-words.ts';
import { valueInWords } from '../../journey/simulate/cell-words.ts';

/** The outcome, large: a level of risk, a table's results by name, the label of a case, or that no row matched. */
export function OutcomeHeadline({ decision, table }: { decision: Decision; table: DecisionTable | undefined }) {
  const { outcome } = decision;
  const level = riskLevels.find((known) => known === outcome);
  if (level) {
    return (
      <p className="en-outcome">
        <LevelMark level={level} />
        risk
      </p>
    );
  }
  if (isJsonObject(outcome)) {
    return (
      <dl className="en-results">
        {inOrderOf(table, Object.entries(outcome)).map(([id, value = null]) => {
          const { name = id, unit } = table?.outputs.find((output) => output.id === id) ?? {};
          return (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                {value === null ? 'nothing' : valueInWords(value)}
                {unit !== undefined && value !== null && <small> {unit}</small>}
              </dd>
            </div>
          );
        })}
      </dl>
    );
  }
  return <p className="en-outcome">{decisionInWords(decision, table).replace(/\.$/, '')}</p>;
}

/** The ledger writes names in alphabetical order; the table says which result comes first. */
function inOrderOf<Result extends readonly [string, unknown]>(table: DecisionTable | undefined, results: Result[]) {
  const place = ([id]: Result) => table?.outputs.findIndex((output) => output.id === id) ?? 0;
  return results.toSorted((one, other) => place(one) - place(other));
}
