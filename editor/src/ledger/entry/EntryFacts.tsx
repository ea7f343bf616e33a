import { Link } from 'wouter';
import type { DecisionRecord, EntryDetail } from '../../../../engine/index.ts';
import { Icon } from '../../../ui/index.ts';
import { paths } from '../../app/location.ts';
import { recordedByInWords } from '../decision/made-by.ts';
import { searchOf } from '../filters.ts';
import { Moment } from '../Moment.tsx';

/** Where, when and by whom: what stands beside a decision. */
export function EntryFacts({ detail: { entry, tables } }: { detail: EntryDetail }) {
  const { record, stream } = entry;
  const filtered = (filter: object) => paths.ledger + searchOf({ stream, ...filter });
  return (
    <aside className="en-facts" aria-label="Facts">
      <dl>
        <dt>{record.kind === 'decision' ? 'Decided' : 'Happened'}</dt>
        <dd>
          <Moment iso={record.decidedAt} />
        </dd>
        {record.subject !== null && (
          <>
            <dt>About</dt>
            <dd>
              <Link href={paths.person(record.subject)} className="en-person st-mono">
                <Icon name="user" size={13} />
                {record.subject}
              </Link>
              <small>The ledger’s random name for a person. All that was decided about them.</small>
            </dd>
          </>
        )}
        {record.kind === 'decision' && <DecisionFacts record={record} filtered={filtered} tables={tables} />}
        <dt>Recorded</dt>
        <dd>
          <Moment iso={entry.recordedAt} />
          <small>by {recordedByInWords(entry.recordedBy)}</small>
        </dd>
        <dt>Key of the record</dt>
        <dd className="st-mono lg-hash">{record.key}</dd>
      </dl>
    </aside>
  );
}

interface DecisionFactsProps {
  record: DecisionRecord;
  filtered: (filter: object) => string;
  tables: EntryDetail['tables'];
}

function DecisionFacts({ record, filtered, tables }: DecisionFactsProps) {
  const { journey, step, execution, day, decision } = record;
  const table = tables.find(({ id }) => id === decision.tableId);
  return (
    <>
      {journey && (
        <>
          <dt>Journey</dt>
          <dd>
            <Link href={filtered({ journey: journey.id })}>{journey.name}</Link>
            {execution !== null && <small>Run {execution}</small>}
          </dd>
        </>
      )}
      <dt>Step</dt>
      <dd>
        <Link href={filtered({ step })}>{step}</Link>
      </dd>
      {decision.kind !== 'branch' && (
        <>
          <dt>Table</dt>
          <dd>
            <Link href={filtered({ table: decision.tableId })}>{table?.name ?? decision.tableId}</Link>
            <small>
              {[`Version ${decision.tableVersion || 'unnamed'}`, table?.owner && `owned by ${table.owner}`]
                .filter(Boolean)
                .join(', ')}
            </small>
            {decision.tableDigest !== '' && (
              <small className="st-mono lg-hash" title={decision.tableDigest}>
                {decision.tableDigest.slice(0, 23)}…
              </small>
            )}
          </dd>
        </>
      )}
      {day !== null && (
        <>
          <dt>Day of the rules</dt>
          <dd>{day}</dd>
        </>
      )}
    </>
  );
}
