import type { SigningKey } from '../../../engine/index.ts';
import { Field, TextInput } from '../../ui/index.ts';
import { keyWords } from '../ledger/key-words.ts';
import type { Loaded } from '../ledger/use-loaded.ts';
import { fingerprintOf } from './fingerprint.ts';

interface KeyCheckProps {
  signingKey: SigningKey;
  keys: Loaded<SigningKey[]>;
  typed: string;
  onTyped: (typed: string) => void;
}

/** Whose key signed: held against the keys that this hub publishes, or against a fingerprint got by another way. */
export function KeyCheck({ signingKey: { id }, keys, typed, onTyped }: KeyCheckProps) {
  const fingerprint = fingerprintOf(typed);
  return (
    <section className="rc-card" aria-labelledby="rc-key">
      <h2 id="rc-key">Who signed it</h2>
      <p className="rc-fingerprint st-mono">{keyWords(id)}</p>
      <p className="rc-words">{publishedWords(id, keys)}</p>
      <Field
        label="Fingerprint that you got from the company"
        optional
        hint="From a letter, a contract or its website: this page is served by the hub itself, so an independent way is worth more."
        error={
          typed.trim() !== '' && fingerprint === null ? 'A fingerprint has 16 digits and letters a to f.' : undefined
        }
        className="rc-typed"
      >
        <TextInput value={typed} onChange={onTyped} mono placeholder="3f2a 91bc 04de 7a11" />
      </Field>
      {fingerprint !== null && (
        <p role="status" className={fingerprint === id ? 'rc-same' : 'rc-other'}>
          {fingerprint === id
            ? 'The fingerprints are the same.'
            : 'The fingerprints differ: another key signed this receipt.'}
        </p>
      )}
    </section>
  );
}

function publishedWords(id: string, { value: keys, error, busy }: Loaded<SigningKey[]>): string {
  if (keys === null) {
    if (busy && !error) return 'Asking the hub for its published keys …';
    return 'The hub could not be asked for its published keys. Compare the fingerprint yourself.';
  }
  if (keys.length === 0) return 'This hub publishes no keys yet.';
  const key = keys.find((one) => one.id === id);
  if (!key) return 'None of the keys that this hub publishes. The receipt comes from another hub.';
  return key.retiredAt === null
    ? 'One of the keys that this hub publishes, in use.'
    : 'One of the keys that this hub publishes; it was retired since.';
}
