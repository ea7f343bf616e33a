import { Link } from 'wouter';
import type { IdentityKind, PolicyRevision } from '../../../../engine/index.ts';
import { Button, Callout, Skeleton } from '../../../ui/index.ts';
import { identityApi } from '../../app/identity-api.ts';
import { paths } from '../../app/location.ts';
import { Moment } from '../../ledger/Moment.tsx';
import { useLoaded } from '../../ledger/use-loaded.ts';
import { Card } from '../parts/Card.tsx';
import { percentInWords } from '../parts/certainty.ts';

/** Who changed the rule, when and why, newest first. */
export function Revisions({ kind, revision }: { kind: IdentityKind; revision: number }) {
  const { value, error, busy, again } = useLoaded(
    (signal) => identityApi.revisions(kind, signal),
    `${kind} ${revision}`,
  );
  return (
    <Card title="Earlier rules">
      {value ? (
        <ol className="id-history">
          {value.map((one) => (
            <RevisionLine key={one.revision} revision={one} />
          ))}
        </ol>
      ) : error ? (
        <Callout
          tone="warn"
          title="The earlier rules did not come"
          actions={
            <Button size="s" onClick={again} busy={busy}>
              Try again
            </Button>
          }
        >
          {error.message} {error.advice}
        </Callout>
      ) : (
        <Skeleton height={80} />
      )}
    </Card>
  );
}

function RevisionLine({ revision }: { revision: PolicyRevision }) {
  const { model, changedAt, changedBy, apply, reason, recorded } = revision;
  return (
    <li>
      <span className="id-history-sign id-revision st-num" aria-hidden="true">
        {revision.revision}
      </span>
      <div>
        <p>
          Joins from {percentInWords(model.zones.same)}, asks from {percentInWords(model.zones.ask)}
          {apply === 'to-existing' && ', also for profiles that existed'}
        </p>
        {reason !== null && <p className="id-reason">“{reason}”</p>}
        <p className="id-quiet">
          <Moment iso={changedAt} />, {changedBy?.name ?? 'brought by Steward'}, {model.id} {model.version}
          {recorded && (
            <>
              {' · '}
              <Link href={paths.entry(recorded.stream, recorded.sequence)}>in the ledger</Link>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
