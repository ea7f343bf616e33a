import { useState } from 'react';
import type { LedgerEntry, OpenedInputs } from '../../../../engine/index.ts';
import { Button, Callout, Dialog, Field, TextArea } from '../../../ui/index.ts';
import { asApiError, type ApiError } from '../../app/api-error.ts';
import { ledgerApi } from '../../app/ledger-api.ts';
import { isReason, reasonHint, reasonLimits } from '../reason.ts';

interface OpenInputsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  entry: LedgerEntry;
  onOpened: (opened: OpenedInputs) => void;
}

/** Asks why somebody wants to see personal values, and says that it is recorded. */
export function OpenInputsDialog({ open, onOpenChange, entry, onOpened }: OpenInputsDialogProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const show = async () => {
    setTried(true);
    if (busy || !isReason(reason)) return;
    setBusy(true);
    setError(null);
    try {
      onOpened(await ledgerApi.inputs(entry.stream, entry.sequence, reason.trim()));
      onOpenChange(false);
    } catch (thrown) {
      setError(asApiError(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Show the inputs"
      description="That you looked, when and why, is recorded in the audit stream, where every auditor sees it."
      onSubmit={() => void show()}
      footer={
        <Button type="submit" variant="primary" icon="eye" busy={busy}>
          Show and record
        </Button>
      }
    >
      <div className="lg-form">
        <Field
          label="Why do you need to see them?"
          hint={reasonHint}
          error={tried && !isReason(reason) ? 'Say why, in at least three letters.' : undefined}
          required
        >
          <TextArea
            value={reason}
            onChange={setReason}
            rows={3}
            maxLength={reasonLimits.most}
            placeholder="The customer asks why the refund was refused, case 4711"
          />
        </Field>
        {error && (
          <Callout live tone="bad" title="The inputs were not opened">
            {error.message} {error.advice}
          </Callout>
        )}
      </div>
    </Dialog>
  );
}
