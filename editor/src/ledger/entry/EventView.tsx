import { isJsonObject, type EventRecord, type JsonValue } from '../../../../engine/index.ts';
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
                <dt>{detailTitles[name] ?? name}</dt>
                <dd className="lg-hash">{text(value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

/** What people call the details that events carry. */
const detailTitles: Readonly<Record<string, string>> = {
  apiKey: 'API key',
  name: 'Name',
  scopes: 'May',
  expiresAt: 'Works until',
  person: 'Person',
  from: 'Roles before',
  to: 'Roles now',
  stream: 'Stream',
  sequence: 'Entry',
  entries: 'Entries',
  format: 'Format',
  filter: 'Filter',
  opened: 'Inputs opened',
  until: 'Before entry',
  keyId: 'Signing key',
  publicKey: 'Public key',
  retired: 'Signing key before',
  retiredAt: 'Retired',
  masterKey: 'Master key',
  previous: 'Master key before',
  secrets: 'Secrets',
  subjects: 'Persons’ keys',
};

function text(value: JsonValue): string {
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(', ') || 'none';
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (!isJsonObject(value)) return typeof value === 'object' ? JSON.stringify(value) : String(value);
  return (
    Object.entries(value)
      .map(([name, one = null]) => `${name}: ${text(one)}`)
      .join(', ') || 'none'
  );
}
