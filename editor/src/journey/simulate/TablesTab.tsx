import { Suspense, useState } from 'react';
import { Button, Chip, EmptyState, IconButton } from '../../../ui/index.ts';
import { tableKeysOf, type DecisionTable } from '../../../../engine/index.ts';
import { useDocument, useSession } from '../store/session.ts';
import { counted } from '../store/words.ts';
import { ImportTableDialog } from '../table/exchange/lazy-dialogs.ts';
import { useOpenTable } from '../table/open-table.ts';
import { tableChecks } from '../table/table-checks.ts';
import { useFindings, withFindings } from '../table/use-findings.ts';

/** The journey's decision tables. */
export function TablesTab() {
  const { tableEdits } = useSession();
  const journey = useDocument((state) => state.journey);
  const open = useOpenTable();
  const add = () => {
    const key = tableEdits.addTable();
    if (key !== null) open(key);
  };
  const [importing, setImporting] = useState(false);
  const importer = importing && (
    <Suspense fallback={null}>
      <ImportTableDialog current={null} onClose={() => setImporting(false)} onImported={open} />
    </Suspense>
  );
  const tables = Object.entries(journey.tables);
  if (tables.length === 0) {
    return (
      <EmptyState
        icon="table-2"
        title="No decision tables yet"
        compact
        actions={
          <>
            <Button icon="plus" onClick={add}>
              New table
            </Button>
            <Button icon="file-up" onClick={() => setImporting(true)}>
              Import a table
            </Button>
            {importer}
          </>
        }
      >
        A Decision Table step brings one along.
      </EmptyState>
    );
  }
  return (
    <ul className="jn-tables">
      {tables.map(([key, table]) => {
        const users = journey.steps.filter((step) => tableKeysOf(step).includes(key));
        return (
          <li key={key}>
            <Button variant="quiet" icon="table-2" onClick={() => open(key)}>
              {table.name}
            </Button>
            <small>
              {counted(table.rows.length, 'row')}
              {users.length === 0 ? ', not used' : `, used by ${users.map((step) => step.name).join(', ')}`}
            </small>
            <TableState table={table} tableKey={key} />
            {users.length === 0 && (
              <IconButton
                icon="trash-2"
                label={`Delete ${table.name}`}
                size="s"
                onClick={() => tableEdits.removeTable(key)}
              />
            )}
          </li>
        );
      })}
      <li>
        <Button size="s" icon="plus" onClick={add}>
          New table
        </Button>
        <Button size="s" icon="file-up" onClick={() => setImporting(true)}>
          Import a table
        </Button>
        {importer}
      </li>
    </ul>
  );
}

function TableState({ table, tableKey }: { table: DecisionTable; tableKey: string }) {
  const { errors, warnings } = withFindings(tableChecks(table), useFindings(tableKey));
  if (errors > 0)
    return (
      <Chip size="s" tone="bad">
        {counted(errors, 'error')}
      </Chip>
    );
  if (warnings > 0)
    return (
      <Chip size="s" tone="warn">
        {counted(warnings, 'warning')}
      </Chip>
    );
  return null;
}
