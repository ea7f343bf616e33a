import { useState, type ReactNode } from 'react';
import { Button, Callout, Dialog, Field, TextArea, type ButtonProps } from '../../ui/index.ts';
import { asApiError, type ApiError } from '../app/api-error.ts';
import { isReason, reasonLimits } from './reason.ts';

interface ReasonDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: string;
  action: Pick<ButtonProps, 'variant' | 'icon'> & { label: string };
  reason: { label: string; hint: string; placeholder: string; rows: number };
  /** Whether everything but the reason is as it must be. @default true */
  isComplete?: boolean;
  /** Does what was asked for; when it rejects, the dialog stays and says why. */
  onSubmit: (reason: string) => Promise<void>;
  /** Title of what is said when it rejects. */
  failure: string;
  /** Above the reason. */
  children?: ReactNode;
  /** Below the reason; told whether somebody has tried to go on. */
  more?: (tried: boolean) => ReactNode;
}

/** Asks for a reason, which is recorded, before something that not everybody may do without one. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { open, onOpenChange, title, description, action, reason, isComplete = true, onSubmit, failure } = props;
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  const change = (next: boolean) => {
    if (!next) {
      setTried(false);
      setError(null);
    }
    onOpenChange(next);
  };
  const submit = async () => {
    setTried(true);
    if (busy || !isComplete || !isReason(text)) return;
    setBusy(true);
    setError(null);
    try {
      await onSubmit(text.trim());
      change(false);
    } catch (thrown) {
      setError(asApiError(thrown));
    } finally {
      setBusy(false);
    }
  };
  const { label, ...look } = action;
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={title}
      description={description}
      onSubmit={() => void submit()}
      footer={
        <Button type="submit" {...look} busy={busy}>
          {label}
        </Button>
      }
    >
      <div className="lg-form">
        {props.children}
        <Field
          label={reason.label}
          hint={reason.hint}
          error={tried && !isReason(text) ? 'Say why, in at least three letters.' : undefined}
          required
        >
          <TextArea
            value={text}
            onChange={setText}
            rows={reason.rows}
            maxLength={reasonLimits.most}
            placeholder={reason.placeholder}
          />
        </Field>
        {props.more?.(tried)}
        {error && (
          <Callout live tone="bad" title={failure}>
            {error.message} {error.advice}
          </Callout>
        )}
      </div>
    </Dialog>
  );
}
