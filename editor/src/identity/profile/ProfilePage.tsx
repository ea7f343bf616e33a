import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ChangeAnswer, IdentityErasure, Profile } from '../../../../engine/index.ts';
import { Button, Callout, Chip, EmptyState, Skeleton, toast, TopBar, type TopBarAction } from '../../../ui/index.ts';
import { HubFailure } from '../../app/HubFailure.tsx';
import { identityApi } from '../../app/identity-api.ts';
import { href, paths } from '../../app/location.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useMay, useMe } from '../../app/session.ts';
import { useLoaded } from '../../ledger/use-loaded.ts';
import { ErasedProfile } from './ErasedProfile.tsx';
import { EraseProfileDialog } from './EraseProfileDialog.tsx';
import { GoldenSection } from './GoldenSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { ProfileFacts } from './ProfileFacts.tsx';
import { RecordsSection } from './RecordsSection.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import { WhyTogether } from './WhyTogether.tsx';

const onlyStewards = 'For data stewards';

/** One customer: what is known, why the records belong together, and what can be done about it. */
export function ProfilePage({ id }: { id: string }) {
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'split' | 'merge' | 'erase' | null>(null);
  const [erasure, setErasure] = useState<IdentityErasure | null>(null);
  const isKnown = useMe(({ me }) => me !== null);
  const mayRead = useMay('identity:read');
  const mayChange = useMay('identity:steward');
  const mayErase = useMay('identity:erase');
  const key = mayRead && erasure === null ? id : null;
  const { value: profile, error, busy, again } = useLoaded((signal) => identityApi.profile(id, signal), key);
  usePageTitle(profile?.title ?? 'Profile');

  const changed = (title: string) => (answer: ChangeAnswer) => {
    const other = answer.profiles.find((one) => one.id !== id);
    toast({
      tone: 'good',
      title,
      detail: 'It stands in the ledger, and can be undone under History.',
      ...(other && { action: { label: `Open ${other.title}`, onSelect: () => navigate(paths.profile(other.id)) } }),
    });
    again();
  };
  const isMerged = profile !== null && profile.mergedInto !== null;
  const act = (which: 'split' | 'merge', label: string, icon: string, reason?: string): TopBarAction => ({
    id: which,
    label,
    icon,
    disabled: profile === null || isMerged,
    disabledReason: mayChange ? reason : onlyStewards,
    onSelect: () => setDialog(which),
  });
  const actions: TopBarAction[] =
    profile === null || erasure !== null
      ? []
      : [
          act('merge', 'Merge …', 'merge'),
          act('split', 'Split …', 'split', profile.records < 2 ? 'There is one record' : undefined),
          ...(mayErase ? [eraseAction(() => setDialog('erase'))] : []),
        ];

  const content = () => {
    if (erasure) return <ErasedProfile erasure={erasure} />;
    if (isKnown && !mayRead) return <EraseUnseen onErase={() => setDialog('erase')} />;
    if (profile)
      return <ProfileBody profile={profile} mayChange={mayChange} onUndone={changed('The change was undone')} />;
    if (!error) return <Skeleton height={420} />;
    return <HubFailure title="This profile could not be shown" error={error} onRetry={again} busy={busy} />;
  };
  return (
    <>
      <TopBar
        crumb={{ label: 'Identity', href: href(paths.profiles), onSelect: () => navigate(paths.profiles) }}
        title={erasure ? 'Erased profile' : (profile?.title ?? 'Profile')}
        chips={profile && !erasure && <StateChips profile={profile} />}
        actions={actions}
      />
      <div className="st-scroll">
        <div className="st-content id-page">{content()}</div>
      </div>
      {profile && (
        <>
          <SplitDialog
            open={dialog === 'split'}
            onClose={() => setDialog(null)}
            profile={profile}
            onSplit={changed('The profile was split')}
          />
          <MergeDialog
            open={dialog === 'merge'}
            onClose={() => setDialog(null)}
            profile={profile}
            onMerged={changed('The profiles are one')}
          />
        </>
      )}
      <EraseProfileDialog
        open={dialog === 'erase'}
        onClose={() => setDialog(null)}
        profileId={id}
        onErased={setErasure}
      />
    </>
  );
}

function eraseAction(onSelect: () => void): TopBarAction {
  return { id: 'erase', label: 'Erase this profile …', icon: 'user-x', tone: 'danger', place: 'menu', onSelect };
}

interface ProfileBodyProps {
  profile: Profile;
  mayChange: boolean;
  onUndone: (answer: ChangeAnswer) => void;
}

function ProfileBody({ profile, mayChange, onUndone }: ProfileBodyProps) {
  const { mergedInto } = profile;
  return (
    <>
      {mergedInto !== null && (
        <Callout tone="accent" title="This profile was merged">
          Its records belong to <Link href={paths.profile(mergedInto)}>another profile</Link> now.
        </Callout>
      )}
      {profile.members.length > 0 && (
        <>
          <div className="id-two">
            <GoldenSection profile={profile} />
            <ProfileFacts profile={profile} />
          </div>
          <WhyTogether key={profile.changedAt} profile={profile} />
          <RecordsSection profile={profile} />
        </>
      )}
      <HistorySection history={profile.history} mayChange={mayChange} onUndone={onUndone} />
    </>
  );
}

function StateChips({ profile: { kind, openReviews } }: { profile: Profile }) {
  return (
    <>
      <Chip icon={kind === 'company' ? 'building-2' : 'user'}>{kind === 'company' ? 'Company' : 'Person'}</Chip>
      {openReviews > 0 && (
        <Chip tone="warn" icon="circle-question-mark">
          {openReviews.toLocaleString()} open
        </Chip>
      )}
    </>
  );
}

/** For somebody who may erase a profile and not see it. */
function EraseUnseen({ onErase }: { onErase: () => void }) {
  return (
    <EmptyState
      icon="lock"
      title="You may erase this profile, not see it"
      actions={
        <Button variant="danger" icon="user-x" onClick={onErase}>
          Erase this profile …
        </Button>
      }
    >
      Profiles hold personal data, which is shown to data stewards alone. If one of them sent you here, compare the id
      in the address with theirs first.
    </EmptyState>
  );
}
