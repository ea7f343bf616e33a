import { Link } from 'wouter';
import type { IdentityErasure } from '../../../../engine/index.ts';
import { Callout } from '../../../ui/index.ts';
import { paths } from '../../app/location.ts';
import { Moment } from '../../ledger/Moment.tsx';
import { counted } from '../parts/counted.ts';

/** Says that a profile was erased, and what that means. */
export function ErasedProfile({ erasure: { erasedAt, records, recorded } }: { erasure: IdentityErasure }) {
  return (
    <Callout live title="This profile was erased">
      <p>
        <Moment iso={erasedAt} />: {counted(records, 'record')} and all that joined them were destroyed. Should the
        customer come back, they begin anew.{' '}
        <Link href={paths.entry(recorded.stream, recorded.sequence)}>The entry</Link> that records it.
      </p>
      <p>
        What was decided about the person stands in the <Link href={paths.ledger}>ledger</Link>, where it is erased by
        itself.
      </p>
    </Callout>
  );
}
