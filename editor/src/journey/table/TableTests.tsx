import { useState } from 'react';
import { describeIssue, type DecisionTable, type TableTestResult } from '../../../../engine/index.ts';
import { Button, Callout, cx, Icon, IconButton } from '../../../ui/index.ts';
import { outcomeInWords } from '../simulate/outcome-words.ts';
import { today } from '../parts/today.ts';
import { counted } from '../store/words.ts';
import { useSession } from '../store/session.ts';
import { needsDay } from './valid-on.ts';
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
  const dayless = (table.tests ?? []).filter(({ day }) => day === undefined).length;
  const shown = all ? sorted : sorted.slice(0, Math.max(shownAtFirst, failing));
  if (results.length === 0 && tableKey === null) return null;
  return (
    <section className="jn-tests">
      <h2>{failing === 0 ? 'Tests' : failing === 1 ? 'A test fails' : `${failing} tests fail`}</h2>
      {!run.ok && (table.tests?.length ?? 0) > 0 && (
        <p className="jn-quiet">The tests run again once the table has no errors.</p>
      )}
      {tableKey !== null && dayless > 0 && needsDay(table) && (
        <Callout
          tone="warn"
          title={`${counted(dayless, 'test')} without a day`}
          actions={
            <Button size="s" onClick={() => tableEdits.dateTests(tableKey, today())}>
              Decide them as of today
            </Button>
          }
        >
          Rows of this table count on certain days only, so a test has to say on which day it decides.
        </Callout>
      )}
      <ul>
        {shown.map(({ test, at }) => (
          <li key={`${at} ${test.name}`} className={cx(!test.passed && 'is-bad')}>
            <Icon name={test.passed ? 'check' : 'x'} size={14} />
            <div>
              <b>{test.name}</b>
              <p>{test.passed ? outcomeInWords(table, test.expected.outcome) : failureText(table, test)}</p>
            </div>
            {tableKey !== null && !test.passed && test.actual.issues.length === 0 && (
              <IconButton
                icon="check"
                label={`Expect what the table gives now in ${test.name}`}
                size="s"
                onClick={() => tableEdits.acceptTest(tableKey, at, test.actual)}
              />
            )}
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

function failureText(table: DecisionTable, { expected, actual }: TableTestResult): string {
  const [issue] = actual.issues;
  if (issue !== undefined)
    return `Expected ${outcomeInWords(table, expected.outcome)}; got an error: ${describeIssue(issue)}`;
  const got = outcomeInWords(table, actual.outcome, expected.outcome);
  const at = table.rows.findIndex((row) => row.id === actual.row);
  return `Expected ${outcomeInWords(table, expected.outcome)}; got ${got}${at < 0 ? '' : ` from row ${at + 1}`}.`;
}
