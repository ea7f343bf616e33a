import type { DecisionTable, Finding } from '../../../../engine/index.ts';
import { Button, Callout, Icon, toast } from '../../../ui/index.ts';
import { outcomeInWords } from '../simulate/outcome-words.ts';
import { useSession } from '../store/session.ts';
import { counted } from '../store/words.ts';
import { mergeRows, rowForGap, testOfFinding } from './finding-fixes.ts';
import { exampleInWords, findingInWords, findingTitles, findingTones } from './finding-words.ts';
import type { TableFindings } from './findings-store.ts';
import { isAwaited, useFindings } from './use-findings.ts';

const shownAtMost = 20;

interface FindingsPanelProps {
  table: DecisionTable;
  tableKey: string;
  /** Brings the grid to rows. */
  onShow(rows: readonly string[]): void;
}

/** What the analysis of the table found: cases without a row, rows that contradict or never decide; each with a case and a way out. */
export function FindingsPanel({ table, tableKey, onShow }: FindingsPanelProps) {
  const found = useFindings(tableKey);
  return (
    <section className="jn-findings" aria-busy={isAwaited(found, table)}>
      <h2>What the table forgets</h2>
      {table.rows.length === 0 ? (
        <p className="jn-quiet">Nothing to look at yet: it has no rows.</p>
      ) : found === null ? (
        <p className="jn-quiet">Looking…</p>
      ) : (
        <Found table={table} tableKey={tableKey} found={found} onShow={onShow} />
      )}
    </section>
  );
}

function Found({ table, tableKey, found, onShow }: FindingsPanelProps & { found: TableFindings }) {
  const { findings } = found.analysis;
  const grave = findings.filter(({ severity }) => severity !== 'information');
  const notes = findings.filter(({ severity }) => severity === 'information');
  // A finding of the state before would be put right in the wrong place.
  const isOld = isAwaited(found, table);
  const card = (finding: Finding) => (
    <FindingCard
      key={`${finding.code} ${finding.rows.join()} ${finding.columns.join()} ${JSON.stringify(finding.region ?? null)}`}
      table={found.table}
      tableKey={tableKey}
      finding={finding}
      isOld={isOld}
      onShow={onShow}
    />
  );
  return (
    <>
      {grave.length === 0 && (
        <p className="jn-sound" role="status">
          <Icon name="circle-check" size={15} />
          {found.analysis.complete
            ? 'Every case has a row, and every row can decide.'
            : 'Nothing was found in what could be looked at.'}
        </p>
      )}
      {grave.slice(0, shownAtMost).map(card)}
      {grave.length > shownAtMost && (
        <p className="jn-quiet">{`And ${counted(grave.length - shownAtMost, 'more', 'more')}.`}</p>
      )}
      {notes.length > 0 && (
        <details className="jn-notes">
          <summary>{`${counted(notes.length, 'remark')}, nothing wrong`}</summary>
          {notes.slice(0, shownAtMost).map(card)}
          {notes.length > shownAtMost && (
            <p className="jn-quiet">{`And ${counted(notes.length - shownAtMost, 'more', 'more')}.`}</p>
          )}
        </details>
      )}
    </>
  );
}

interface FindingCardProps extends FindingsPanelProps {
  finding: Finding;
  isOld: boolean;
}

function FindingCard({ table, tableKey, finding, isOld, onShow }: FindingCardProps) {
  const { tableEdits } = useSession();
  const example = exampleInWords(table, finding.example);
  const canBeTest = finding.example !== undefined && finding.example.upstream === undefined;
  const gapRow = rowForGap(table, finding, 'new-row');
  const merged = mergeRows(table, finding);
  const actions = [
    gapRow.length > 0 && (
      <Button
        key="row"
        size="s"
        icon="plus"
        disabled={isOld}
        onClick={() => {
          const id = tableEdits.addGapRow(tableKey, finding);
          if (id !== null) onShow([id]);
        }}
      >
        Add row for the gap
      </Button>
    ),
    merged.length > 0 && (
      <Button
        key="merge"
        size="s"
        icon="merge"
        disabled={isOld}
        onClick={() => tableEdits.mergeRows(tableKey, finding)}
      >
        Make them one
      </Button>
    ),
    canBeTest && (
      <Button
        key="test"
        size="s"
        icon="flask-conical"
        disabled={isOld}
        onClick={() => {
          const test = testOfFinding(table, finding);
          if (test === null || !tableEdits.addTest(tableKey, test)) return;
          const expects = outcomeInWords(table, test.outcome);
          toast({ tone: 'good', title: 'Test added', detail: `“${test.name}” expects: ${expects}.` });
        }}
      >
        Add as test
      </Button>
    ),
    finding.rows.length > 0 && (
      <Button key="show" size="s" variant="quiet" onClick={() => onShow(finding.rows)}>
        {finding.rows.length === 1 ? 'Show row' : 'Show rows'}
      </Button>
    ),
  ].filter((action) => action !== false);
  return (
    <Callout
      tone={findingTones[finding.severity]}
      title={findingTitles[finding.code]}
      actions={actions.length > 0 ? actions : undefined}
    >
      <p>{findingInWords(table, finding)}</p>
      {example !== null && (
        <p className="jn-example">
          <b>For example:</b> {example}
        </p>
      )}
    </Callout>
  );
}
