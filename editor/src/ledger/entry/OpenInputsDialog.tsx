import type { LedgerEntry, OpenedInputs } from '../../../../engine/index.ts';
import { ledgerApi } from '../../app/ledger-api.ts';
import { reasonHint } from '../reason.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';

interface OpenInputsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  entry: LedgerEntry;
  onOpened: (opened: OpenedInputs) => void;
}

/** Asks why somebody wants to see personal values, and says that it is recorded. */
export function OpenInputsDialog({ open, onOpenChange, entry, onOpened }: OpenInputsDialogProps) {
  return (
    <ReasonDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Show the inputs"
      description="That you looked, when and why, is recorded in the audit stream, where every auditor sees it."
      action={{ label: 'Show and record', variant: 'primary', icon: 'eye' }}
      reason={{
        label: 'Why do you need to see them?',
        hint: reasonHint,
        placeholder: 'The customer asks why the refund was refused, case 4711',
        rows: 3,
      }}
      onSubmit={async (reason) => onOpened(await ledgerApi.inputs(entry.stream, entry.sequence, reason))}
      failure="The inputs were not opened"
    />
  );
}
