import { useState } from 'react';
import { isDay, type DecisionTable } from '../../../../engine/index.ts';
import { Button, Callout, Field, TextInput } from '../../../ui/index.ts';
import { useSession } from '../store/session.ts';
import { counted } from '../store/words.ts';
import { FindingsPanel } from './FindingsPanel.tsx';
import type { GridEdits } from './grid-edits.ts';
import { tableChecks, type TableProblem } from './table-checks.ts';
import { TableGrounds } from './TableGrounds.tsx';
import { TableTests } from './TableTests.tsx';
import { UsedTables } from './UsedTables.tsx';

interface TableAsideProps {
  table: DecisionTable;
  /** Null for a rule pack, which is only read. */
  tableKey: string | null;
  edits: GridEdits | null;
  /** Brings the grid to rows. */
  onShow(rows: readonly string[]): void;
}

/** Beside the grid: what is wrong with it and how to mend it, its tests, what it rests on, who owns it. */
export function TableAside({ table, tableKey, edits, onShow }: TableAsideProps) {
  const { problems } = tableChecks(table);
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
      {tableKey !== null && <FindingsPanel table={table} tableKey={tableKey} onShow={onShow} />}
      <TableTests table={table} tableKey={tableKey} />
      <UsedTables table={table} tableKey={tableKey} />
      <TableGrounds table={table} />
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
      <MetaField
        label="Valid from"
        value={table.validFrom ?? ''}
        isDay
        onKeep={(validFrom) => tableEdits.setMeta(tableKey, { validFrom })}
      />
      <MetaField
        label="Valid until"
        value={table.validUntil ?? ''}
        isDay
        onKeep={(validUntil) => tableEdits.setMeta(tableKey, { validUntil })}
      />
    </section>
  );
}

interface MetaFieldProps {
  label: string;
  value: string;
  required?: boolean;
  /** It is a day, or nothing. */
  isDay?: boolean;
  onKeep(value: string): void;
}

/** Keeps what is typed with every letter, but never an empty text where one is needed. */
function MetaField({ label, value, required = false, isDay: wantsDay = false, onKeep }: MetaFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isMissing = required && typed?.trim() === '';
  const isNoDay = wantsDay && typed !== null && typed.trim() !== '' && !isDay(typed.trim());
  const error = isMissing
    ? 'It needs one: every decision names it.'
    : isNoDay
      ? 'Write the day as 2026-11-22.'
      : undefined;
  return (
    <Field label={label} optional={!required} error={error}>
      <TextInput
        value={typed ?? value}
        placeholder={wantsDay ? '2026-11-22' : undefined}
        onChange={(next) => {
          setTyped(next);
          if (wantsDay ? next.trim() === '' || isDay(next.trim()) : !required || next.trim() !== '')
            onKeep(wantsDay ? next.trim() : next);
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}
