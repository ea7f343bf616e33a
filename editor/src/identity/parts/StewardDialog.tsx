import type { ReactNode } from 'react';
import { Callout } from '../../../ui/index.ts';
import { ReasonDialog } from '../../ledger/ReasonDialog.tsx';

interface StewardDialogProps {
  onClose: () => void;
  title: string;
  description: string;
  confirm: { label: string; icon: string; danger?: boolean };
  /** Title of what is said when the hub refuses: "The profile was not split". */
  failed: string;
  placeholder: string;
  /** Where the reason is kept. @default the history of the profile */
  hint?: string;
  /** What is still to be done before it can go on; null: nothing. */
  missing?: string | null;
  /** What is done; the dialog shuts when it has come to its end. */
  onConfirm: (reason: string) => Promise<void>;
  /** Above the reason. */
  children?: ReactNode;
  /** Below the reason. */
  below?: ReactNode;
}

/** Asks a data steward why, before profiles or the rule change. Shown while it is mounted, so that it always begins empty. */
export function StewardDialog(props: StewardDialogProps) {
  const {
    onClose,
    title,
    description,
    confirm,
    failed,
    placeholder,
    missing = null,
    onConfirm,
    children,
    below,
  } = props;
  const { hint = 'It is kept with your name in the history of the profile, and erased with it.' } = props;
  return (
    <ReasonDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      action={{ label: confirm.label, icon: confirm.icon, variant: confirm.danger ? 'danger' : 'primary' }}
      reason={{
        label: 'Why?',
        hint,
        placeholder,
        rows: 2,
      }}
      isComplete={missing === null}
      onSubmit={onConfirm}
      failure={failed}
      more={(tried) => (
        <>
          {below}
          {tried && missing !== null && (
            <Callout live tone="warn">
              {missing}
            </Callout>
          )}
        </>
      )}
    >
      {children}
    </ReasonDialog>
  );
}
