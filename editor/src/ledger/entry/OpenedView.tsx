import type { DecisionRecord, DecisionTable, JsonValue, OpenedInputs } from '../../../../engine/index.ts';
import { Callout, cx, Icon, VisuallyHidden } from '../../../ui/index.ts';
import { valueInWords } from '../../journey/simulate/cell-words.ts';
import { inputTitle } from './input-title.ts';
import type { Replay } from './replay-decision.ts';
import { WhatWouldChange } from './WhatWouldChange.tsx';

interface OpenedViewProps {
  opened: OpenedInputs;
  record: DecisionRecord;
  table: DecisionTable | undefined;
  replay: Replay | null;
}

/** The opened inputs, whether they lead to the same decision again, and what other values would have changed it. */
export function OpenedView({ opened: { subject, inputs, note }, record, table, replay }: OpenedViewProps) {
  const deciding = replay?.explanation?.rows.find(({ row }) => row === record.decision.ruleId);
  const asked = new Set(deciding?.cells.filter(({ test }) => test !== '-').map(({ input }) => input));
  const entries = Object.entries(inputs);
  return (
    <>
      <Callout tone="accent" title="You opened these inputs; that is recorded">
        They are on this page only and are forgotten when you leave it.
      </Callout>
      <dl className="en-inputs">
        {subject !== null && (
          <div>
            <dt>The person</dt>
            <dd>{subject}</dd>
          </div>
        )}
        {note !== undefined && (
          <div>
            <dt>Note</dt>
            <dd>{note}</dd>
          </div>
        )}
        {entries.map(([id, value = null]) => (
          <div key={id} className={cx(asked.has(id) && 'en-asked')}>
            <dt>
              {inputTitle(table, id)}
              {asked.has(id) && (
                <>
                  <Icon name="circle-dot" size={12} />
                  <VisuallyHidden>, asked by the deciding row</VisuallyHidden>
                </>
              )}
            </dt>
            <dd>{wordsOf(value)}</dd>
          </div>
        ))}
      </dl>
      {entries.length === 0 && <p className="lg-quiet">No values were recorded.</p>}
      {replay && <ReplayWords replay={replay} />}
      {table && replay?.result === 'same' && replay.explanation && (
        <WhatWouldChange table={table} inputs={inputs} record={record} outcome={replay.explanation.outcome} />
      )}
    </>
  );
}

function ReplayWords({ replay: { result } }: { replay: Replay }) {
  if (result === 'same') {
    return (
      <p className="en-replay en-replay-good">
        <Icon name="circle-check" size={15} />
        Decided again from these inputs, here in your browser: the same outcome by the same row.
      </p>
    );
  }
  return (
    <Callout tone="bad" title="Decided again from these inputs, the outcome is another">
      {result === 'failed'
        ? 'The table gives no decision for these inputs at all.'
        : 'The table, on these inputs, says something else than was recorded.'}{' '}
      The record is as it was made; ask who records decisions of this step how that came about.
    </Callout>
  );
}

function wordsOf(value: JsonValue): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : valueInWords(value);
}
