import { useState } from 'react';
import type { DecisionRecord, EntryDetail, OpenedInputs } from '../../../../engine/index.ts';
import { Callout } from '../../../ui/index.ts';
import { DecidingRow } from '../decision/DecidingRow.tsx';
import { madeBy } from '../decision/made-by.ts';
import { OutcomeHeadline } from '../decision/OutcomeHeadline.tsx';
import { Reasons } from '../decision/Reasons.tsx';
import { Moment } from '../Moment.tsx';
import { InputsSection } from './InputsSection.tsx';
import { replayDecision } from './replay-decision.ts';

/** A decision in plain words: what, why, by which row; with its inputs once somebody opened them. */
export function DecisionView({ detail, record }: { detail: EntryDetail; record: DecisionRecord }) {
  const [opened, setOpened] = useState<OpenedInputs | null>(null);
  const { decision } = record;
  const table = detail.tables.find(({ id }) => id === decision.tableId);
  const at = table?.rows.findIndex(({ id }) => id === decision.ruleId) ?? -1;
  const row = table?.rows[at];
  const replay = opened && table ? replayDecision(record, table, opened.inputs) : null;
  return (
    <>
      <section className="en-card en-what" aria-label="What was decided">
        <OutcomeHeadline decision={decision} table={table} />
        <p className="en-by">
          Decided by {madeBy(record)}, <Moment iso={record.decidedAt} />, in the step “{record.step}”
          {record.journey && ` of the journey “${record.journey.name}”`}.
        </p>
        <h2 className="en-sub">Why</h2>
        <Reasons decision={decision} table={table} />
      </section>

      <section className="en-card" aria-labelledby="en-row">
        <h2 id="en-row">{row ? 'The row that decided' : 'How it was decided'}</h2>
        {table && row ? (
          <>
            <p className="lg-quiet">
              Row {at + 1} of {table.rows.length}, <span className="st-mono">{row.id}</span>
              {decision.matched.length > 1 &&
                `; ${decision.matched.length - 1} more matched: ${decision.matched.slice(1, 6).join(', ')}${decision.matched.length > 6 ? ' …' : ''}`}
            </p>
            <DecidingRow
              table={table}
              row={row}
              explained={replay?.explanation?.rows.find((one) => one.row === row.id)}
            />
          </>
        ) : (
          <p className="lg-note">{withoutRow(record, table !== undefined)}</p>
        )}
        {decision.required?.map((required) => (
          <p key={required.tableId} className="lg-quiet en-required">
            It used the table <span className="st-mono">{required.tableId}</span>
            {required.ruleId !== null && (
              <>
                , row <span className="st-mono">{required.ruleId}</span>
              </>
            )}
            {required.reasons[0] && `: ${required.reasons[0].text}`}
          </p>
        ))}
      </section>

      <InputsSection
        detail={detail}
        record={record}
        table={table}
        opened={opened}
        onOpened={setOpened}
        replay={replay}
      />
      {table === undefined && decision.tableDigest !== '' && (
        <Callout tone="warn" title="The table of this decision is not in the ledger">
          The record names its exact version by digest; the ledger was never sent the table itself, so the row cannot be
          shown.
        </Callout>
      )}
    </>
  );
}

function withoutRow({ decision, by }: DecisionRecord, hasTable: boolean): string {
  if (decision.kind === 'branch') {
    return decision.ruleId === null ? 'No case of the branch fitted.' : `The case “${decision.ruleId}” of the branch.`;
  }
  if (by.kind !== 'rules') return 'This was not decided by a table.';
  if (decision.ruleId === null) return 'No row of the table matched.';
  return hasTable ? `Row ${decision.ruleId}, which this table does not hold.` : `Row ${decision.ruleId}.`;
}
