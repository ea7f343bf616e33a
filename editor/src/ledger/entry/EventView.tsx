import type { EventRecord, JsonValue } from '../../../../engine/index.ts';
import { Icon } from '../../../ui/index.ts';
import { wordsOfEvent } from '../event-words.ts';
import { Moment } from '../Moment.tsx';
import { eventSentence } from './event-sentence.ts';

/** What was done to the ledger or to the access to it, in plain words. */
export function EventView({ record }: { record: EventRecord }) {
  const { title, icon } = wordsOfEvent(record.kind);
  const details = Object.entries(record.details);
  return (
    <section className="en-card en-what" aria-label="What happened">
      <p className="en-outcome">
        <Icon name={icon} size={20} />
        {title}
      </p>
      <p className="en-by">
        {eventSentence(record)} <Moment iso={record.decidedAt} />
        {record.actor ? `, by ${record.actor.name || record.actor.id}.` : ', by the hub itself.'}
      </p>
      {record.reason !== null && (
        <>
          <h2 className="en-sub">Why</h2>
          <blockquote className="en-quote">{record.reason}</blockquote>
        </>
      )}
      {details.length > 0 && (
        <>
          <h2 className="en-sub">Details</h2>
          <dl className="en-inputs">
            {details.map(([name, value = null]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="lg-hash">{text(value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

function text(value: JsonValue): string {
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(', ') || 'none';
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
