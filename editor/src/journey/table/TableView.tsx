import { Suspense, useMemo, useState } from 'react';
import { tableKeysOf } from '../../../../engine/index.ts';
import {
  Button,
  Chip,
  cx,
  EmptyState,
  Menu,
  TextInput,
  TopBar,
  useMedia,
  type TopBarAction,
} from '../../../ui/index.ts';
import { href, paths } from '../../app/location.ts';
import { useRowHits } from '../simulate/use-trace.ts';
import { today } from '../parts/today.ts';
import { SaveStatus } from '../page/SaveStatus.tsx';
import { TitleField } from '../page/TitleField.tsx';
import { useHistoryActions } from '../page/use-history-actions.ts';
import { useDocument, useSession } from '../store/session.ts';
import { counted } from '../store/words.ts';
import { ColumnDialog, type ColumnPlace } from './ColumnDialog.tsx';
import { DecisionGrid } from './DecisionGrid.tsx';
import type { PasteReport } from './grid-edits.ts';
import { HitPolicyControl } from './HitPolicyControl.tsx';
import { useFindingMarks, useFindings, withFindings } from './use-findings.ts';
import { useOpenTable } from './open-table.ts';
import { PasteNotes } from './PasteNotes.tsx';
import { RemarksDialog } from './RemarksDialog.tsx';
import { TableAside } from './TableAside.tsx';
import { isSound, tableChecks } from './table-checks.ts';
import { ExportTableDialog, ImportTableDialog } from './exchange/lazy-dialogs.ts';
import { countNotValid } from './valid-on.ts';
import { TestsChip } from './TestsChip.tsx';

/** A decision table, over the whole page. */
export function TableView({ tableKey }: { tableKey: string }) {
  const { id, tableEdits, document: store } = useSession();
  const table = useDocument((state) => state.journey.tables[tableKey]);
  const journeyName = useDocument((state) => state.journey.name);
  const open = useOpenTable();
  const history = useHistoryActions();
  const hits = useRowHits(table?.id ?? '');
  const [filter, setFilter] = useState('');
  const [column, setColumn] = useState<ColumnPlace | null>(null);
  const isWide = useMedia('(min-width: 1680px)');
  // Results need the width more than notes do, but what was wrong before comes forward.
  const [detailed, setDetailed] = useState(() => table !== undefined && (isWide || !isSound(table)));
  const [remarks, setRemarks] = useState<{ id: string | null } | null>(null);
  const [pasted, setPasted] = useState<PasteReport | null>(null);
  const [exchange, setExchange] = useState<'import' | 'export' | null>(null);
  const [shown, setShown] = useState<{ row: string } | null>(null);
  const found = useFindings(tableKey);
  const marks = useFindingMarks(found);
  const isUndone = useDocument((state) => state.history.future.length > 0);
  // What was undone has nothing more to say.
  if (isUndone && pasted !== null) setPasted(null);
  const edits = useMemo(() => tableEdits.grid(tableKey), [tableEdits, tableKey]);
  if (table === undefined) {
    return (
      <EmptyState
        icon="table-2"
        title="This table is not there any more"
        actions={<Button onClick={() => open(null)}>Back to the journey</Button>}
      >
        It may have been deleted, or the deletion of its step took it along. Undo brings it back.
      </EmptyState>
    );
  }
  const { errors, warnings } = withFindings(tableChecks(table), found);
  const notValid = countNotValid(table, today());
  const showRows = ([row]: readonly string[]) => {
    if (row === undefined) return;
    setFilter('');
    setShown({ row });
  };
  const isUsed = store.getState().journey.steps.some((step) => tableKeysOf(step).includes(tableKey));
  const actions: TopBarAction[] = [
    ...history,
    { id: 'import', label: 'Import', icon: 'file-up', onSelect: () => setExchange('import') },
    { id: 'export', label: 'Export', icon: 'file-down', onSelect: () => setExchange('export') },
    { id: 'done', label: 'Done', variant: 'primary', onSelect: () => open(null) },
  ];
  return (
    <div className="jn-table-view" data-undo="journey">
      <TopBar
        crumb={{ label: journeyName || 'Journey', href: href(paths.journey(id)), onSelect: () => open(null) }}
        title={
          <TitleField
            label="Name of the table"
            value={table.name}
            onKeep={(name) => tableEdits.setMeta(tableKey, { name })}
          />
        }
        chips={
          <>
            <Chip>{`Version ${table.version}`}</Chip>
            <button type="button" className="jn-chip-button" onClick={() => setDetailed(true)}>
              <TestsChip table={table} />
            </button>
            {errors + warnings > 0 && (
              <button type="button" className="jn-chip-button" onClick={() => setDetailed(true)}>
                <Chip tone={errors > 0 ? 'bad' : 'warn'}>
                  {errors > 0 ? counted(errors, 'error') : counted(warnings, 'warning')}
                </Chip>
              </button>
            )}
            {!isUsed && <Chip tone="warn">Not used by a step</Chip>}
          </>
        }
        status={<SaveStatus />}
        actions={actions}
      />
      <div className="jn-table-bar">
        <HitPolicyControl table={table} tableKey={tableKey} />
        <span className="jn-grow" />
        <TextInput
          value={filter}
          onChange={setFilter}
          size="s"
          icon="search"
          placeholder="Filter rows"
          aria-label="Filter rows"
        />
        <span className="jn-quiet">
          {[
            counted(table.rows.length, 'row'),
            counted(table.inputs.length, 'input'),
            counted(table.outputs.length, 'result'),
            ...(notValid > 0 ? [`${counted(notValid, 'row')} not valid today`] : []),
          ].join(' · ')}
        </span>
        <Button size="s" icon="plus" onClick={() => edits.addRow(table.rows.length)}>
          Row
        </Button>
        <Menu
          trigger={
            <Button size="s" icon="plus">
              Column
            </Button>
          }
          align="end"
          items={[
            {
              label: 'Input',
              detail: 'A condition on the customer’s data',
              onSelect: () => setColumn({ kind: 'input', id: null }),
            },
            {
              label: 'Result',
              detail: 'What the table gives',
              onSelect: () => setColumn({ kind: 'output', id: null }),
            },
            { label: 'Remarks', detail: 'Notes that decide nothing', onSelect: () => setRemarks({ id: null }) },
          ]}
        />
        <Button size="s" icon="panel-right" aria-pressed={detailed} onClick={() => setDetailed(!detailed)}>
          Details
        </Button>
      </div>
      {pasted !== null && <PasteNotes report={pasted} onClose={() => setPasted(null)} />}
      <div className={cx('jn-table-body', detailed && 'has-aside')}>
        <DecisionGrid
          table={table}
          edits={edits}
          hits={hits}
          filter={filter}
          marks={marks}
          shown={shown}
          onPasted={(report) => setPasted(report.notes.length > 0 ? report : null)}
          onOpenColumn={(opened) => {
            if (opened.kind === 'input') setColumn({ kind: 'input', id: opened.input.id });
            if (opened.kind === 'output') setColumn({ kind: 'output', id: opened.output.id });
            if (opened.kind === 'annotation') setRemarks({ id: opened.annotation.id });
          }}
        />
        {detailed && <TableAside table={table} tableKey={tableKey} edits={edits} onShow={showRows} />}
      </div>
      {column !== null && (
        <ColumnDialog table={table} tableKey={tableKey} place={column} onClose={() => setColumn(null)} />
      )}
      <Suspense fallback={null}>
        {exchange === 'export' && <ExportTableDialog table={table} onClose={() => setExchange(null)} />}
        {exchange === 'import' && (
          <ImportTableDialog
            current={{ key: tableKey, table }}
            onClose={() => setExchange(null)}
            onImported={(key) => key !== tableKey && open(key)}
          />
        )}
      </Suspense>
      {remarks !== null && (
        <RemarksDialog table={table} tableKey={tableKey} id={remarks.id} onClose={() => setRemarks(null)} />
      )}
    </div>
  );
}
