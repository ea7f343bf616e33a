import { useState, type Ref } from 'react';
import { Button, Callout, Kbd, TextInput, useMedia } from '../../../ui/index.ts';
import { asApiError, type ApiError } from '../../app/api-error.ts';
import { ledgerApi } from '../../app/ledger-api.ts';

interface PersonSearchProps {
  stream: string;
  /** The person is known to the ledger by this random name. */
  onFound: (ref: string) => void;
  ref: Ref<HTMLInputElement>;
}

/**
 * Finds a person by the number that the journeys know them by. The number travels in the body of a request and is
 * forgotten; what stays on the page and in its address is the ledger's random name.
 */
export function PersonSearch({ stream, onFound, ref }: PersonSearchProps) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [unknown, setUnknown] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const hasKeyboard = useMedia('(hover: hover) and (min-width: 641px)');

  const find = async () => {
    const subject = typed.trim();
    if (subject === '' || busy) return;
    setBusy(true);
    setUnknown(null);
    setError(null);
    try {
      // The ledger's own name for a person finds them, too.
      const { subjectRef } = /^s_[\w-]{22}$/.test(subject)
        ? { subjectRef: subject }
        : await ledgerApi.search({ stream, subject, limit: 1 });
      if (!subjectRef) return setUnknown(subject);
      setTyped('');
      onFound(subjectRef);
    } catch (thrown) {
      setError(asApiError(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <form
        className="lg-find"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <TextInput
          ref={ref}
          icon="user"
          aria-label="Find a person by their number"
          aria-keyshortcuts="/"
          placeholder="Find a person: customer number, e-mail …"
          value={typed}
          maxLength={500}
          onChange={setTyped}
          suffix={hasKeyboard && typed === '' ? <Kbd keys="/" /> : null}
        />
        <Button type="submit" icon="search" busy={busy}>
          Find
        </Button>
      </form>
      {unknown !== null && (
        <Callout live tone="warn" title={`The ledger knows nobody as “${unknown}”`}>
          Type the number exactly as the journey’s step names the person. Somebody who was erased is not found either.
        </Callout>
      )}
      {error && (
        <Callout live tone="bad" title="The person could not be looked up">
          {error.message} {error.advice}
        </Callout>
      )}
    </>
  );
}
