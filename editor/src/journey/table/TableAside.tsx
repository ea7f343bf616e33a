import { useState } from 'react';
import type { DecisionTable, JsonObject, TableTestResult } from '../../../../engine/index.ts';
import { Button, Callout, Field, TextInput } from '../../../ui/index.ts';
import { shortValue } from '../parts/short-value.ts';
import { useSession } from '../store/session.ts';
import { counted } from '../store/words.ts';
import type { GridEdits } from './grid-edits.ts';
import { tableChecks, tableTests, type TableProblem } from './table-checks.ts';

interface TableAsideProps {
  table: DecisionTable;
  /** Null for a rule pack, which is only read. */
  tableKey: string | null;
  edits: GridEdits | null;
}

/** Beside the grid: what is wrong with it and how to mend it, its failing tests, what it takes for granted, who owns it. */
export function TableAside({ table, tableKey, edits }: TableAsideProps) {
  const { problems } = tableChecks(table);
  const run = tableTests(table);
  const failing = run.ok ? run.value.filter((test) => !test.passed) : [];
  return (
    <aside className="jn-table-aside" aria-label="About this table">
      {problems.length > 0 && (
        <section>
          <h2>What is wrong</h2>
          {problems.slice(0, 20).map((problem) => (
            <ProblemCard key={problem.key} table={table} problem={problem} edits={edits} />
          ))}
          {problems.length > 20 && <p className="jn-quiet">And {counted(problems.length - 20, 'more', 'more')}.</p>}
        </section>
      )}
      {failing.length > 0 && (
        <section>
          <h2>{failing.length === 1 ? 'A test fails' : `${failing.length} tests fail`}</h2>
          {failing.slice(0, 20).map((test) => (
            <FailingTest key={test.name} table={table} test={test} />
          ))}
        </section>
      )}
      {(table.assumptions ?? []).length > 0 && (
        <section>
          <h2>Takes for granted</h2>
          {table.assumptions?.map((assumption) => (
            <Callout key={assumption.id}>
              <p>{assumption.text}</p>
              <p className="jn-quiet">{`${assumption.owner}, look again by ${assumption.reviewBy}`}</p>
            </Callout>
          ))}
        </section>
      )}
      {tableKey !== null && <About table={table} tableKey={tableKey} />}
    </aside>
  );
}

function ProblemCard({
  table,
  problem,
  edits,
}: {
  table: DecisionTable;
  problem: TableProblem;
  edits: GridEdits | null;
}) {
  const row = table.rows[problem.row];
  const { suggestion, column } = problem;
  const input = column?.startsWith('when ') === true ? column.slice(5) : null;
  return (
    <Callout
      tone={problem.severity === 'error' ? 'bad' : 'warn'}
      title={placeOf(table, problem)}
      actions={
        edits !== null && row !== undefined && input !== null && suggestion !== null ? (
          <Button size="s" onClick={() => edits.setCells([{ kind: 'when', row: row.id, input, text: suggestion }])}>
            Write <code>{suggestion}</code>
          </Button>
        ) : undefined
      }
    >
      {problem.message}
    </Callout>
  );
}

/** "Row 3, Amount". */
function placeOf(table: DecisionTable, problem: TableProblem): string | undefined {
  if (problem.row < 0) return undefined;
  const column = [...table.inputs, ...table.outputs].find(({ id }) => problem.column?.endsWith(` ${id}`));
  return column === undefined ? `Row ${problem.row + 1}` : `Row ${problem.row + 1}, ${column.name}`;
}

/** `outcome: pay, days: 3`, of the results that the test names. */
function outcomeText(table: DecisionTable, outcome: JsonObject | null, named: JsonObject | null): string {
  if (outcome === null) return 'no row';
  const ids = Object.keys(named ?? outcome);
  return ids
    .map((id) => `${table.outputs.find((entry) => entry.id === id)?.name ?? id}: ${shortValue(outcome[id] ?? null)}`)
    .join(', ');
}

function FailingTest({ table, test }: { table: DecisionTable; test: TableTestResult }) {
  const at = table.rows.findIndex((row) => row.id === test.actual.row);
  return (
    <Callout tone="bad" title={test.name}>
      <p>
        Expected {outcomeText(table, test.expected.outcome, null)}; got{' '}
        {test.actual.issues.length > 0 ? 'an error' : outcomeText(table, test.actual.outcome, test.expected.outcome)}
        {at < 0 ? '' : ` from row ${at + 1}`}.
      </p>
    </Callout>
  );
}

function About({ table, tableKey }: { table: DecisionTable; tableKey: string }) {
  const { tableEdits } = useSession();
  return (
    <section>
      <h2>About this table</h2>
      <MetaField
        label="Version"
        value={table.version}
        required
        onKeep={(version) => tableEdits.setMeta(tableKey, { version })}
      />
      <MetaField label="Owner" value={table.owner ?? ''} onKeep={(owner) => tableEdits.setMeta(tableKey, { owner })} />
      <MetaField
        label="What it decides"
        value={table.description ?? ''}
        onKeep={(description) => tableEdits.setMeta(tableKey, { description })}
      />
    </section>
  );
}

interface MetaFieldProps {
  label: string;
  value: string;
  required?: boolean;
  onKeep(value: string): void;
}

/** Keeps what is typed with every letter, but never an empty text where one is needed. */
function MetaField({ label, value, required = false, onKeep }: MetaFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isMissing = required && typed?.trim() === '';
  return (
    <Field label={label} optional={!required} error={isMissing ? 'It needs one: every decision names it.' : undefined}>
      <TextInput
        value={typed ?? value}
        onChange={(next) => {
          setTyped(next);
          if (!required || next.trim() !== '') onKeep(next);
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}
