import type { Checkpoint, LedgerEntry } from '../../../engine/index.ts';
import { OutcomeHeadline } from '../ledger/decision/OutcomeHeadline.tsx';
import { Reasons } from '../ledger/decision/Reasons.tsx';
import { madeBy } from '../ledger/decision/made-by.ts';
import { eventSentence } from '../ledger/entry/event-sentence.ts';
import { wordsOfEvent } from '../ledger/event-words.ts';
import { Moment } from '../ledger/Moment.tsx';

interface ProvedDecisionProps {
  entry: LedgerEntry;
  checkpoint: Checkpoint | null;
  /** False: what the receipt says is not proved. */
  holds: boolean;
}

/** The decision that a receipt is about, for the person whom it concerns. */
export function ProvedDecision({ entry: { record }, checkpoint, holds }: ProvedDecisionProps) {
  return (
    <section className="rc-card" aria-labelledby="rc-decision">
      <h2 id="rc-decision">{holds ? 'What was decided' : 'What the receipt says, unproved'}</h2>
      {record.kind === 'decision' ? (
        <>
          <OutcomeHeadline decision={record.decision} table={undefined} />
          <p className="rc-words">
            Decided by {madeBy(record)}
            {record.decision.ruleId !== null && `, row “${record.decision.ruleId}”`}, <Moment iso={record.decidedAt} />,
            in the step “{record.step}”{record.journey && ` of “${record.journey.name}”`}.
          </p>
          <h3>Why</h3>
          <Reasons decision={record.decision} table={undefined} />
          <p className="rc-quiet">
            It is about the person whom the ledger calls <span className="st-mono">{record.subject}</span>. The receipt
            holds no name and no values; those are in it encrypted, and cannot be read from it.
          </p>
        </>
      ) : (
        <>
          <p className="rc-words">
            <b>{wordsOfEvent(record.kind).title}.</b> {eventSentence(record)}
          </p>
          {record.reason !== null && <p className="rc-words">Reason given: {record.reason}</p>}
        </>
      )}
      {holds && checkpoint && (
        <p className="rc-quiet">
          Proved as of <Moment iso={checkpoint.at} />: until then, at least, it stood in the ledger like this. Anybody
          who keeps this file can show so later, too.
        </p>
      )}
    </section>
  );
}
