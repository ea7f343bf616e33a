import { useState } from 'react';
import type { Erasure } from '../../../../engine/index.ts';
import { Field, TextInput } from '../../../ui/index.ts';
import { ledgerApi } from '../../app/ledger-api.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';

interface EraseDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  subjectRef: string;
  onErased: (erasure: Erasure) => void;
}

const confirmation = 'erase';

/** Destroys a person's key, after a reason and a typed word: it cannot be undone. */
export function EraseDialog({ open, onOpenChange, subjectRef, onErased }: EraseDialogProps) {
  const [typed, setTyped] = useState('');
  const isTyped = typed.trim().toLowerCase() === confirmation;
  return (
    <ReasonDialog
      open={open}
      onOpenChange={(next) => {
        if (!next) setTyped('');
        onOpenChange(next);
      }}
      title="Erase this person?"
      description="This cannot be undone, not by anybody."
      action={{ label: 'Erase for ever', variant: 'danger', icon: 'user-x' }}
      reason={{
        label: 'Why?',
        hint: 'It stays. Nothing personal: write the number of the request, not of the person.',
        placeholder: 'Request for erasure, GDPR Article 17, case 4711',
        rows: 2,
      }}
      isComplete={isTyped}
      onSubmit={async (reason) => onErased(await ledgerApi.erase({ subjectRef, reason }))}
      failure="The person was not erased"
      more={(tried) => (
        <Field
          label={`Type “${confirmation}” to confirm`}
          error={tried && !isTyped ? `Type the word “${confirmation}”.` : undefined}
          required
        >
          <TextInput value={typed} onChange={setTyped} />
        </Field>
      )}
    >
      <WhatGoes />
    </ReasonDialog>
  );
}

function WhatGoes() {
  return (
    <>
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
        Backups made before, and other systems, keep what they hold. Should the person come back, the ledger gives them
        a new name.
      </p>
    </>
  );
}
