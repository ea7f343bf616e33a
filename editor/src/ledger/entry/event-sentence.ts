import { isJsonObject, type EventRecord, type JsonObject } from '../../../../engine/index.ts';

/** One sentence about an event for people who know nothing of keys and streams. */
export function eventSentence({ kind, details }: EventRecord): string {
  switch (kind) {
    case 'erasure':
      return `The key to a person’s values was destroyed, so that ${entriesOf(details)} can never be read again.`;
    case 'inputs-opened':
      return `Somebody read the personal values of entry ${said(details, 'sequence')} of “${said(details, 'stream')}”.`;
    case 'export':
      return `Entries of “${said(details, 'stream')}” left the hub as a file.`;
    case 'signing-key-created':
      return 'From now on checkpoints are signed by this key.';
    case 'master-key-rotated':
      return 'All secrets are wrapped by another master key; what they protect did not change.';
    case 'api-key-created':
      return `A machine may use the hub with the key “${said(details, 'name')}”.`;
    case 'api-key-revoked':
      return `The key “${said(details, 'name')}” is refused from now on.`;
    case 'roles-changed':
      return 'What somebody may do in Steward was changed.';
    case 'profiles-merged':
      return `From now on ${counted(details, 'records', 'record', 'records')} of several profiles are one customer.`;
    case 'profile-split':
      return `${counted(details, 'records', 'record', 'records')} left a profile and are another customer from now on.`;
    case 'review-answered':
      return `Somebody said that two records are ${details['same'] === 'yes' ? 'one customer' : 'two customers'}.`;
    case 'identity-change-undone':
      return `Change ${said(details, 'undone')} was taken back: the profiles are as they were before it.`;
    case 'identity-policy-changed':
      return `Customers are recognized by revision ${said(details, 'revision')} of the rule for a ${said(details, 'of')}.`;
    case 'profile-erased':
      return `${counted(details, 'records', 'record', 'records')} of a profile were destroyed, with all that was known from them.`;
  }
}

function said(details: JsonObject, name: string): string {
  const value = details[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '?';
}

/** "1 record", "3 records". */
function counted(details: JsonObject, name: string, one: string, many: string): string {
  const count = details[name];
  return typeof count === 'number' ? `${count.toLocaleString()} ${count === 1 ? one : many}` : many;
}

function entriesOf({ entries }: JsonObject): string {
  if (!isJsonObject(entries)) return 'the inputs of all decisions about them';
  const count = Object.values(entries).reduce((sum: number, one) => sum + (typeof one === 'number' ? one : 0), 0);
  return `the inputs of ${count.toLocaleString()} ${count === 1 ? 'entry' : 'entries'}`;
}
