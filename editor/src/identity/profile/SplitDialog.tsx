import { useState } from 'react';
import type { ChangeAnswer, Profile, ProfileMember } from '../../../../engine/index.ts';
import { Button, Checkbox } from '../../../ui/index.ts';
import { identityApi } from '../../app/identity-api.ts';
import { percentInWords } from '../parts/certainty.ts';
import { counted } from '../parts/counted.ts';
import { StewardDialog } from '../parts/StewardDialog.tsx';
import { recordPlace, recordTitle } from './record-title.ts';
import { strengthOf, weakestPart } from './ways.ts';

interface SplitDialogProps {
  open: boolean;
  onClose: () => void;
  profile: Profile;
  onSplit: (answer: ChangeAnswer) => void;
}

/** Chooses records that are somebody else's, shows what becomes of the profile, and asks why. */
export function SplitDialog(props: SplitDialogProps) {
  return props.open ? <OpenSplitDialog {...props} /> : null;
}

function OpenSplitDialog({ onClose, profile, onSplit }: SplitDialogProps) {
  const { members, links } = profile;
  const ids = members.map(({ recordId }) => recordId);
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const proposal = weakestPart(ids, links);
  const missing =
    leaving.length === 0
      ? 'Choose the records that are somebody else’s.'
      : leaving.length === members.length
        ? 'At least one record has to stay.'
        : null;
  return (
    <StewardDialog
      onClose={onClose}
      title={`Split ${profile.title}`}
      description="The chosen records become a profile of their own. The rule never joins the two again; a person can."
      confirm={{ label: 'Split', icon: 'split' }}
      failed="The profile was not split"
      placeholder="Father and son at one address, case 4711"
      missing={missing}
      onConfirm={async (reason) => onSplit(await identityApi.split(profile.id, { records: [...leaving], reason }))}
    >
      <fieldset className="id-choice">
        <legend>Records of somebody else</legend>
        {members.map((member) => (
          <Checkbox
            key={member.recordId}
            label={recordTitle(member)}
            hint={summaryOf(member)}
            checked={leaving.includes(member.recordId)}
            onChange={(on) => setLeaving(ids.filter((id) => (id === member.recordId ? on : leaving.includes(id))))}
          />
        ))}
      </fieldset>
      {proposal.length > 0 && members.length > 2 && (
        <Button size="s" icon="wand-sparkles" className="id-propose" onClick={() => setLeaving(proposal)}>
          Choose along the weakest join
        </Button>
      )}
      <Preview profile={profile} leaving={leaving} />
    </StewardDialog>
  );
}

/** The two profiles that there would be, and what is cut between them. */
function Preview({ profile: { members, links }, leaving }: { profile: Profile; leaving: readonly string[] }) {
  if (leaving.length === 0 || leaving.length === members.length) return null;
  const goes = ({ recordId }: ProfileMember) => leaving.includes(recordId);
  const cut = links.filter(({ left, right }) => leaving.includes(left) !== leaving.includes(right));
  const strongest = cut.reduce((best, link) => (best && strengthOf(best) >= strengthOf(link) ? best : link), cut[0]);
  return (
    <div className="id-preview" role="status">
      <PreviewPart title="Stays" members={members.filter((member) => !goes(member))} />
      <PreviewPart title="Becomes a profile of its own" members={members.filter(goes)} />
      <p className="id-quiet id-preview-cut">
        {counted(cut.length, 'link')} would be cut
        {strongest &&
          (strongest.madeBy === 'person'
            ? '; one of them was made by a person.'
            : `; the strongest was ${percentInWords(strongest.explanation.probability)} sure.`)}
      </p>
    </div>
  );
}

function PreviewPart({ title, members }: { title: string; members: readonly ProfileMember[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {members.map((member) => (
          <li key={member.recordId}>
            {recordTitle(member)} <small>{recordPlace(member)}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What tells a record from the others at a glance. */
function summaryOf(member: ProfileMember): string {
  const { birth_date, email, phone, city } = member.values;
  return [recordPlace(member), birth_date, email, phone, city].filter(Boolean).join(' · ');
}
