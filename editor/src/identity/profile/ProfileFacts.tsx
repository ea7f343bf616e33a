import { Link } from 'wouter';
import type { Profile } from '../../../../engine/index.ts';
import { paths } from '../../app/location.ts';
import { Moment } from '../../ledger/Moment.tsx';
import { CertaintyChip } from '../parts/CertaintyChip.tsx';
import { counted } from '../parts/counted.ts';

/** Where a profile comes from and how sure it is. */
export function ProfileFacts({ profile }: { profile: Profile }) {
  const { id, records, sources, probability, openReviews, createdAt, changedAt } = profile;
  return (
    <aside className="id-facts" aria-label="Facts">
      <dl>
        <dt>Certainty of the weakest join</dt>
        <dd>
          <CertaintyChip probability={records > 1 ? probability : null} />
        </dd>
        <dt>Known from</dt>
        <dd>
          {counted(records, 'record')}
          <small>{sources.join(', ')}</small>
        </dd>
        {openReviews > 0 && (
          <>
            <dt>Waiting</dt>
            <dd>
              <Link href={paths.reviews}>{counted(openReviews, 'open question')}</Link>
            </dd>
          </>
        )}
        <dt>Last change</dt>
        <dd>
          <Moment iso={changedAt} />
        </dd>
        <dt>Known since</dt>
        <dd>
          <Moment iso={createdAt} />
        </dd>
        <dt>Profile id</dt>
        <dd className="st-mono id-whole">{id}</dd>
      </dl>
    </aside>
  );
}
