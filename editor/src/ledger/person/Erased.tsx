import { Link } from 'wouter';
import type { Erasure, LedgerLine } from '../../../../engine/index.ts';
import { Callout } from '../../../ui/index.ts';
import { paths } from '../../app/location.ts';
import { Moment } from '../Moment.tsx';

/** Says that a person was erased, when, and what that means for what stands below. */
export function Erased({ erasure, event }: { erasure: Erasure | null; event: LedgerLine | undefined }) {
  const at = erasure?.erasedAt ?? event?.decidedAt;
  const recorded = erasure?.recorded ?? event;
  const count = Object.values(erasure?.entries ?? {}).reduce((sum, one) => sum + one, 0);
  return (
    <Callout live={erasure !== null} title="This person was erased">
      <p>
        {at !== undefined && (
          <>
            <Moment iso={at} />:{' '}
          </>
        )}
        the key to their values was destroyed
        {erasure !== null && `, so that the inputs of ${count.toLocaleString()} entries can never be read again`}. What
        was decided stays, without anything that says about whom, and the ledger still verifies.
        {recorded && (
          <>
            {' '}
            <Link href={paths.entry(recorded.stream, recorded.sequence)}>The entry that records it</Link>.
          </>
        )}
      </p>
    </Callout>
  );
}
