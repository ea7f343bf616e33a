import { useState } from 'react';
import type { DecisionTable, JsonObject, Outcome, TableTestResult } from '../../../../engine/index.ts';
import { Button, cx, Icon, IconButton } from '../../../ui/index.ts';
import { shortValue } from '../parts/short-value.ts';
import { useSession } from '../store/session.ts';
import { tableTests } from './table-checks.ts';

const shownAtFirst = 6;

/** The tests that a table carries, each with what it expects and whether the table gives that; the failing ones first. */
export function TableTests({ table, tableKey }: { table: DecisionTable; tableKey: string | null }) {
  const { tableEdits } = useSession();
  const [all, setAll] = useState(false);
  const run = tableTests(table);
  const results = run.ok ? run.value : [];
  const sorted = results
    .map((test, at) => ({ test, at }))
    .toSorted((a, b) => Number(a.test.passed) - Number(b.test.passed));
  const failing = results.filter((test) => !test.passed).length;
  const shown = all ? sorted : sorted.slice(0, Math.max(shownAtFirst, failing));
  if (results.length === 0 && tableKey === null) return null;
  return (
    <section className="jn-tests">
      <h2>{failing === 0 ? 'Tests' : failing === 1 ? 'A test fails' : `${failing} tests fail`}</h2>
      {!run.ok && (table.tests?.length ?? 0) > 0 && (
        <p className="jn-quiet">The tests run again once the table has no errors.</p>
      )}
      <ul>
        {shown.map(({ test, at }) => (
          <li key={`${at} ${test.name}`} className={cx(!test.passed && 'is-bad')}>
            <Icon name={test.passed ? 'check' : 'x'} size={14} />
            <div>
              <b>{test.name}</b>
              <p>{test.passed ? outcomeText(table, test.expected.outcome, null) : failureText(table, test)}</p>
            </div>
            {tableKey !== null && (
              <IconButton
                icon="trash-2"
                label={`Delete the test ${test.name}`}
                size="s"
                onClick={() => tableEdits.removeTest(tableKey, at)}
              />
            )}
          </li>
        ))}
      </ul>
      {shown.length < sorted.length && (
        <Button size="s" onClick={() => setAll(true)}>{`Show all ${sorted.length}`}</Button>
      )}
      {tableKey !== null && (
        <p className="jn-quiet">
          To add one, simulate, choose a customer, and press “Add as test” where this table decided.
        </p>
      )}
    </section>
  );
}

/** `Outcome: pay, Days: 3`, of the results that the test names; several outcomes one after the other. */
function outcomeText(table: DecisionTable, outcome: Outcome, named: Outcome): string {
  if (outcome === null) return 'No row';
  if (!Array.isArray(outcome))
    return resultsText(table, outcome, named === null || Array.isArray(named) ? null : named);
  const wanted = Array.isArray(named) ? named : [];
  return outcome.map((one, at) => resultsText(table, one, wanted[at] ?? null)).join('; ') || 'Nothing';
}

function resultsText(table: DecisionTable, outcome: JsonObject, named: JsonObject | null): string {
  return Object.keys(named ?? outcome)
    .map((id) => `${table.outputs.find((entry) => entry.id === id)?.name ?? id}: ${shortValue(outcome[id] ?? null)}`)
    .join(', ');
}

function failureText(table: DecisionTable, { expected, actual }: TableTestResult): string {
  const got = actual.issues.length > 0 ? 'an error' : outcomeText(table, actual.outcome, expected.outcome);
  const at = table.rows.findIndex((row) => row.id === actual.row);
  return `Expected ${outcomeText(table, expected.outcome, null)}; got ${got}${at < 0 ? '' : ` from row ${at + 1}`}.`;
}
