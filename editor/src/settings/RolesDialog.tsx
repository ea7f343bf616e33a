import { useState } from 'react';
import { roles, type Person, type Role } from '../../../engine/index.ts';
import { Button, Callout, Checkbox, Dialog, toast } from '../../ui/index.ts';
import { accessApi } from '../app/access-api.ts';
import { asApiError, type ApiError } from '../app/api-error.ts';
import { roleTitles } from '../app/role-words.ts';
import { useMe } from '../app/session.ts';
import { roleInWords } from './role-in-words.ts';

interface RolesDialogProps {
  /** Null: shut. */
  person: Person | null;
  onClose: () => void;
  onSaved: (person: Person) => void;
}

/** Gives a person roles in place of those that their account brings, or goes back to those. */
export function RolesDialog({ person, onClose, onSaved }: RolesDialogProps) {
  return person && <OpenRolesDialog key={person.id} person={person} onClose={onClose} onSaved={onSaved} />;
}

function OpenRolesDialog({ person, onClose, onSaved }: RolesDialogProps & { person: Person }) {
  const [chosen, setChosen] = useState<readonly Role[]>(person.roles);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const isSelf = useMe(({ me }) => me?.id === person.id);
  const losesOwn = isSelf && !chosen.includes('administrator');
  const name = person.name || person.email;

  const save = async (next: Role[] | null) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      onSaved(await accessApi.setRoles(person.id, next));
      toast({ tone: 'good', title: `${name}’s roles were changed`, detail: 'The change stands in the audit stream.' });
      onClose();
    } catch (thrown) {
      setError(asApiError(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Roles of ${name}`}
      description="They hold from the person’s next request on. The change is recorded in the audit stream."
      onSubmit={() => void save([...chosen])}
      footer={
        <>
          {person.grantedRoles !== null && (
            <Button onClick={() => void save(null)} busy={busy}>
              {person.signedInBy === 'n8n' ? 'Back to the role in n8n' : 'Back to the provider’s'}
            </Button>
          )}
          <Button type="submit" variant="primary" busy={busy}>
            Save
          </Button>
        </>
      }
    >
      <div className="se-form">
        {roles.map((role) => (
          <Checkbox
            key={role}
            label={roleTitles[role]}
            hint={roleInWords(role)}
            checked={chosen.includes(role)}
            onChange={(on) => setChosen(roles.filter((one) => (one === role ? on : chosen.includes(one))))}
          />
        ))}
        {losesOwn && (
          <Callout tone="warn" title="You take away your own right to give roles">
            Another administrator has to give it back.
          </Callout>
        )}
        {error && (
          <Callout live tone="bad" title="The roles were not changed">
            {error.message} {error.advice}
          </Callout>
        )}
      </div>
    </Dialog>
  );
}
