import { useState } from 'react';
import { Button, Callout, Dialog, DialogClose, Field, TextInput } from '../../ui/index.ts';
import { asApiError, type ApiError } from '../app/api-error.ts';
import { api } from '../app/api.ts';
import { newId } from '../app/new-id.ts';

interface NewJourneyDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCreated: (id: string) => void;
}

/** Asks for a name and makes the journey that begins with a webhook and ends with an answer. */
export function NewJourneyDialog({ open, onOpenChange, onCreated }: NewJourneyDialogProps) {
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);

  const close = (next: boolean) => {
    onOpenChange(next);
    if (next) return;
    setName('');
    setAsked(false);
    setFailure(null);
  };
  const create = async () => {
    setAsked(true);
    if (name.trim() === '' || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const { newJourney } = await import('./new-journey.ts');
      const { document } = await api.createJourney(newJourney(name.trim(), newId));
      close(false);
      onCreated(document.id);
    } catch (error) {
      setFailure(asApiError(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title="New journey"
      description="It begins with a webhook and ends with an answer to its caller. You fill in what lies between."
      size="s"
      onSubmit={() => void create()}
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary" busy={busy}>
            Create journey
          </Button>
        </>
      }
    >
      <Field
        label="Name"
        hint="What the customer goes through, such as “Refund triage”."
        error={asked && name.trim() === '' ? 'Give the journey a name.' : undefined}
        required
      >
        <TextInput value={name} onChange={setName} maxLength={128} />
      </Field>
      {failure && (
        <Callout tone="bad" title={failure.message} live>
          {failure.advice}
        </Callout>
      )}
    </Dialog>
  );
}
