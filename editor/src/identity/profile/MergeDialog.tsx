import { useState } from 'react';
import type { ChangeAnswer, Profile, ProfileLine } from '../../../../engine/index.ts';
import { Callout, cx, Field, Icon, Spinner, TextInput } from '../../../ui/index.ts';
import { identityApi } from '../../app/identity-api.ts';
import { useLoaded } from '../../ledger/use-loaded.ts';
import { counted } from '../parts/counted.ts';
import { StewardDialog } from '../parts/StewardDialog.tsx';
import { useSettled } from '../profiles/use-settled.ts';

interface MergeDialogProps {
  open: boolean;
  onClose: () => void;
  profile: Profile;
  onMerged: (answer: ChangeAnswer) => void;
}

const shownAtMost = 6;

/** Finds another profile of the same customer, and makes the two one. */
export function MergeDialog(props: MergeDialogProps) {
  return props.open ? <OpenMergeDialog {...props} /> : null;
}

function OpenMergeDialog({ onClose, profile, onMerged }: MergeDialogProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ProfileLine | null>(null);
  const query = useSettled(typed.trim(), 250);
  const found = useLoaded(
    (signal) => identityApi.profiles({ query, kind: profile.kind, limit: shownAtMost + 1 }, signal),
    query === '' ? null : query,
  );
  const others = found.value?.profiles.filter(({ id }) => id !== profile.id).slice(0, shownAtMost) ?? null;
  return (
    <StewardDialog
      onClose={onClose}
      title={`Merge with ${profile.title}`}
      description="All records of both become one profile, under the id of this one. It can be undone."
      confirm={{ label: 'Merge', icon: 'merge' }}
      failed="The profiles were not merged"
      placeholder="Same person after a marriage, told on the phone, case 4711"
      missing={chosen === null ? 'Choose the other profile.' : null}
      onConfirm={async (reason) => {
        if (chosen) onMerged(await identityApi.merge({ profiles: [profile.id, chosen.id], reason }));
      }}
    >
      <Field label="The other profile" hint="By name, e-mail, phone or number">
        <TextInput icon="search" value={typed} onChange={setTyped} suffix={found.busy ? <Spinner size={13} /> : null} />
      </Field>
      {found.error && (
        <Callout live tone="bad" title="The profiles could not be searched">
          {found.error.message} {found.error.advice}
        </Callout>
      )}
      {others && others.length === 0 && (
        <p className="id-note" role="status">
          No other profile fits “{query}”.
        </p>
      )}
      {others && others.length > 0 && (
        <ul className="id-picks" aria-label="Profiles found">
          {others.map((other) => (
            <li key={other.id}>
              <button
                type="button"
                className={cx('id-pick', chosen?.id === other.id && 'is-chosen')}
                aria-pressed={chosen?.id === other.id}
                onClick={() => setChosen(other)}
              >
                <Icon name={chosen?.id === other.id ? 'circle-check' : 'circle'} size={15} />
                <span>{other.title}</span>
                <small>
                  {counted(other.records, 'record')}, {other.sources.join(', ')}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </StewardDialog>
  );
}
