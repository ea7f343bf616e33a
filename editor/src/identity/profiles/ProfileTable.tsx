import { Link } from 'wouter';
import type { ProfileLine } from '../../../../engine/index.ts';
import { Chip, Icon, Table, VisuallyHidden } from '../../../ui/index.ts';
import { paths } from '../../app/location.ts';
import { Moment } from '../../ledger/Moment.tsx';
import { CertaintyChip } from '../parts/CertaintyChip.tsx';
import { counted } from '../parts/counted.ts';

/** Profiles as lines; on a narrow screen one card each. */
export function ProfileTable({ profiles }: { profiles: readonly ProfileLine[] }) {
  return (
    <Table label="Profiles" cards className="id-table">
      <thead>
        <tr>
          <th scope="col">Customer</th>
          <th scope="col">Known from</th>
          <th scope="col">Certainty of the weakest join</th>
          <th scope="col">Questions</th>
          <th scope="col">Changed</th>
        </tr>
      </thead>
      <tbody>
        {profiles.map((profile) => (
          <ProfileRow key={profile.id} profile={profile} />
        ))}
      </tbody>
    </Table>
  );
}

function ProfileRow({ profile }: { profile: ProfileLine }) {
  const { id, kind, title, records, sources, probability, changedAt, openReviews } = profile;
  return (
    <tr className="id-row">
      <th scope="row" className="id-who">
        <Icon name={kind === 'company' ? 'building-2' : 'user'} size={15} />
        <VisuallyHidden>{kind === 'company' ? 'Company' : 'Person'}</VisuallyHidden>
        <Link href={paths.profile(id)} className="id-open">
          {title}
        </Link>
      </th>
      <td className="id-from">
        <span className="st-num">{counted(records, 'record')}</span>
        <small>{sources.join(', ')}</small>
      </td>
      <td className="id-sure">
        <CertaintyChip probability={records > 1 ? probability : null} />
      </td>
      <td className="id-asks">
        {openReviews > 0 && (
          <Chip tone="warn" icon="circle-question-mark">
            {openReviews.toLocaleString()} open
          </Chip>
        )}
      </td>
      <td className="id-when">
        <Moment iso={changedAt} form="short" />
      </td>
    </tr>
  );
}
