import { useState } from 'react';
import type { Erasure } from '../../../../engine/index.ts';
import { Button, Callout, Dialog, Field, TextArea, TextInput } from '../../../ui/index.ts';
import { asApiError, type ApiError } from '../../app/api-error.ts';
import { ledgerApi } from '../../app/ledger-api.ts';
import { isReason, reasonLimits } from '../reason.ts';

interface EraseDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  subjectRef: string;
  onErased: (erasure: Erasure) => void;
}

const confirmation = 'erase';

/** Destroys a person's key, after a reason and a typed word: it cannot be undone. */
export function EraseDialog({ open, onOpenChange, subjectRef, onErased }: EraseDialogProps) {
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const isTyped = typed.trim().toLowerCase() === confirmation;

  const close = (next: boolean) => {
    if (!next) {
      setTyped('');
      setTried(false);
      setError(null);
    }
    onOpenChange(next);
  };
  const erase = async () => {
    setTried(true);
    if (busy || !isTyped || !isReason(reason)) return;
    setBusy(true);
    setError(null);
    try {
      onErased(await ledgerApi.erase({ subjectRef, reason: reason.trim() }));
      close(false);
    } catch (thrown) {
      setError(asApiError(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title="Erase this person?"
      description="This cannot be undone, not by anybody."
      onSubmit={() => void erase()}
      footer={
        <Button type="submit" variant="danger" icon="user-x" busy={busy}>
          Erase for ever
        </Button>
      }
    >
      <div className="lg-form">
        <div className="pe-what">
          <div>
            <h3>What goes</h3>
            <ul>
              <li>their number, by which they could be found</li>
              <li>the inputs and notes of every decision about them: the key is destroyed</li>
            </ul>
          </div>
          <div>
            <h3>What stays</h3>
            <ul>
              <li>what was decided, when, why and by which row, under the random name</li>
              <li>the chain and its proofs, which still verify</li>
              <li>that you erased them, and your reason</li>
            </ul>
          </div>
        </div>
        <p className="lg-quiet">
          Backups made before, and other systems, keep what they hold. Should the person come back, the ledger gives
          them a new name.
        </p>
        <Field
          label="Why?"
          hint="It stays. Nothing personal: write the number of the request, not of the person."
          error={tried && !isReason(reason) ? 'Say why, in at least three letters.' : undefined}
          required
        >
          <TextArea
            value={reason}
            onChange={setReason}
            rows={2}
            maxLength={reasonLimits.most}
            placeholder="Request for erasure, GDPR Article 17, case 4711"
          />
        </Field>
        <Field
          label={`Type “${confirmation}” to confirm`}
          error={tried && !isTyped ? `Type the word “${confirmation}”.` : undefined}
          required
        >
          <TextInput value={typed} onChange={setTyped} />
        </Field>
        {error && (
          <Callout live tone="bad" title="The person was not erased">
            {error.message} {error.advice}
          </Callout>
        )}
      </div>
    </Dialog>
  );
}
