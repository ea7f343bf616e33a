import { useState } from 'react';
import type { IdentityErasure } from '../../../../engine/index.ts';
import { Field, TextInput } from '../../../ui/index.ts';
import { identityApi } from '../../app/identity-api.ts';
import { StewardDialog } from '../parts/StewardDialog.tsx';

interface EraseProfileDialogProps {
  open: boolean;
  onClose: () => void;
  profileId: string;
  onErased: (erasure: IdentityErasure) => void;
}

const confirmation = 'erase';

/** Destroys what is known of a customer, after a reason and a typed word: it cannot be undone. */
export function EraseProfileDialog(props: EraseProfileDialogProps) {
  return props.open ? <OpenEraseDialog {...props} /> : null;
}

function OpenEraseDialog({ onClose, profileId, onErased }: EraseProfileDialogProps) {
  const [typed, setTyped] = useState('');
  const isTyped = typed.trim().toLowerCase() === confirmation;
  return (
    <StewardDialog
      onClose={onClose}
      title="Erase this profile?"
      description="This cannot be undone, not by anybody."
      confirm={{ label: 'Erase for ever', icon: 'user-x', danger: true }}
      failed="The profile was not erased"
      hint="It stays in the ledger with your name. Nothing personal: write the number of the request."
      placeholder="Request for erasure, GDPR Article 17, case 4711"
      missing={isTyped ? null : `Type the word “${confirmation}”.`}
      below={
        <Field label={`Type “${confirmation}” to confirm`} required>
          <TextInput value={typed} onChange={setTyped} />
        </Field>
      }
      onConfirm={async (reason) => onErased(await identityApi.erase(profileId, reason))}
    >
      <div className="pe-what">
        <div>
          <h3>What goes</h3>
          <ul>
            <li>all records of the customer, with the keys that they are sealed under</li>
            <li>links, questions, and whatever the history says of them</li>
          </ul>
        </div>
        <div>
          <h3>What stays</h3>
          <ul>
            <li>that you erased a profile, when and why</li>
            <li>decisions about the person in the ledger: erase those there</li>
            <li>what your own systems hold</li>
          </ul>
        </div>
      </div>
    </StewardDialog>
  );
}
