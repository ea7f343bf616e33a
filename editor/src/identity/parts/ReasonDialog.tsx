import { useState, type ReactNode } from 'react';
import { Button, Callout, Dialog, Field, TextArea } from '../../../ui/index.ts';
import { asApiError, type ApiError } from '../../app/api-error.ts';
import { isReason, reasonLimits } from '../../ledger/reason.ts';

interface ReasonDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: string;
  size?: 's' | 'm' | 'l';
  confirm: { label: string; icon: string; danger?: boolean };
  /** Title of what is said when the hub refuses: "The profile was not split". */
  failed: string;
  placeholder: string;
  /** What is still to be done before it can go on; null: nothing. */
  missing?: string | null;
  /** What is done; the dialog shuts when it has come to its end. */
  onConfirm: (reason: string) => Promise<void>;
  children?: ReactNode;
}

/** Asks for the reason of a change, and says in words what the hub answers. The change is recorded in the ledger. */
export function ReasonDialog(props: ReasonDialogProps) {
  return props.open ? <OpenReasonDialog {...props} /> : null;
}

function OpenReasonDialog(props: ReasonDialogProps) {
  const {
    onClose,
    title,
    description,
    size,
    confirm,
    failed,
    placeholder,
    missing = null,
    onConfirm,
    children,
  } = props;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const go = async () => {
    setTried(true);
    if (busy || missing !== null || !isReason(reason)) return;
    setBusy(true);
    setError(null);
    try {
      await onConfirm(reason.trim());
      onClose();
    } catch (thrown) {
      setError(asApiError(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={title}
      {...(description !== undefined && { description })}
      {...(size && { size })}
      onSubmit={() => void go()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant={confirm.danger ? 'danger' : 'primary'} icon={confirm.icon} busy={busy}>
            {confirm.label}
          </Button>
        </>
      }
    >
      {children}
      {tried && missing !== null && (
        <Callout live tone="warn">
          {missing}
        </Callout>
      )}
      <Field
        label="Why?"
        hint="It is kept with your name in the ledger, also when the customer is erased: nothing personal."
        error={tried && !isReason(reason) ? 'Say why, in at least three letters.' : undefined}
        required
      >
        <TextArea
          value={reason}
          onChange={setReason}
          rows={2}
          maxLength={reasonLimits.most}
          placeholder={placeholder}
        />
      </Field>
      {error && (
        <Callout live tone="bad" title={failed}>
          {error.message} {error.advice}
        </Callout>
      )}
    </Dialog>
  );
}
