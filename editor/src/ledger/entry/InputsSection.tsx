import { useState } from 'react';
import type { DecisionRecord, DecisionTable, EntryDetail, OpenedInputs } from '../../../../engine/index.ts';
import { Button, Callout } from '../../../ui/index.ts';
import { useMay } from '../../app/session.ts';
import { OpenInputsDialog } from './OpenInputsDialog.tsx';
import { OpenedView } from './OpenedView.tsx';
import type { Replay } from './replay-decision.ts';

interface InputsSectionProps {
  detail: EntryDetail;
  record: DecisionRecord;
  table: DecisionTable | undefined;
  opened: OpenedInputs | null;
  onOpened: (opened: OpenedInputs) => void;
  replay: Replay | null;
}

/** The personal values that a decision rests on: closed until somebody says why they need them. */
export function InputsSection({ detail, record, table, opened, onOpened, replay }: InputsSectionProps) {
  const [asking, setAsking] = useState(false);
  const mayOpen = useMay('ledger:inputs');
  const content = () => {
    if (opened) return <OpenedView opened={opened} record={record} table={table} replay={replay} />;
    if (detail.inputs === 'none') return <p className="lg-note">Nothing personal was recorded with this decision.</p>;
    if (detail.inputs === 'erased') {
      return (
        <Callout title="The person was erased">
          The key to these inputs is destroyed: nobody can read them any more, not even with the database in hand. What
          was decided, why and by which row stays, and the proof below still holds.
        </Callout>
      );
    }
    return (
      <>
        <p className="lg-note">
          They are encrypted under a key of this person’s own. Opening them needs a reason; the reason, your name and
          this decision are recorded.
        </p>
        {mayOpen ? (
          <div>
            <Button icon="eye" onClick={() => setAsking(true)}>
              Show the inputs…
            </Button>
          </div>
        ) : (
          <p className="lg-quiet">Only auditors may open them.</p>
        )}
      </>
    );
  };
  return (
    <section className="en-card" aria-labelledby="en-inputs">
      <h2 id="en-inputs">The inputs</h2>
      {content()}
      <OpenInputsDialog open={asking} onOpenChange={setAsking} entry={detail.entry} onOpened={onOpened} />
    </section>
  );
}
