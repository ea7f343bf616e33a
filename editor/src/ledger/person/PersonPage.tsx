import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button, Callout, EmptyState, Skeleton, TopBar, type TopBarAction } from '../../../ui/index.ts';
import { decisionStream, type Erasure } from '../../../../engine/index.ts';
import { href, paths } from '../../app/location.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useMay } from '../../app/session.ts';
import { useLedgerSearch } from '../explorer/use-ledger-search.ts';
import { HubFailure } from '../../app/HubFailure.tsx';
import { shortRef } from '../short-ref.ts';
import { EraseDialog } from './EraseDialog.tsx';
import { Erased } from './Erased.tsx';
import { Timeline } from './Timeline.tsx';

/** All that was decided about one person, and what was done with their values, newest first. */
export function PersonPage({ params }: { params: Readonly<Record<string, string>> }) {
  const { ref = '' } = params;
  const [, navigate] = useLocation();
  const [erasing, setErasing] = useState(false);
  const [erasure, setErasure] = useState<Erasure | null>(null);
  const mayErase = useMay('ledger:erase');
  const decisions = useLedgerSearch({ stream: decisionStream, subjectRef: ref }, ref);
  const events = useLedgerSearch({ stream: 'audit', subjectRef: ref }, `${ref} events`);
  const wasErased = erasure !== null || (events.lines?.some(({ kind }) => kind === 'erasure') ?? false);
  usePageTitle(`Person ${shortRef(ref)}`);

  const actions: TopBarAction[] = mayErase
    ? [
        {
          id: 'erase',
          label: 'Erase this person…',
          icon: 'user-x',
          tone: 'danger',
          disabledReason: wasErased ? 'Already erased' : undefined,
          disabled: decisions.lines === null || decisions.lines.length === 0,
          onSelect: () => setErasing(true),
        },
      ]
    : [];
  const content = () => {
    const { lines, error, busy, again, more, next } = decisions;
    if (lines === null) {
      if (!error) return <Skeleton height={320} />;
      return <HubFailure title="This person’s decisions could not be read" error={error} onRetry={again} busy={busy} />;
    }
    if (lines.length === 0) {
      return (
        <EmptyState icon="user" title="Nothing was decided about this person">
          The ledger knows nobody by this name, or the address is mistyped.
        </EmptyState>
      );
    }
    return (
      <>
        <Timeline lines={lines} events={next === null ? (events.lines ?? []) : eventsSince(events.lines, lines)} />
        {error && (
          <Callout live tone="warn" title="The earlier decisions did not come">
            {error.message} {error.advice}
          </Callout>
        )}
        {next !== null && (
          <div>
            <Button busy={busy} onClick={more}>
              Show earlier decisions
            </Button>
          </div>
        )}
      </>
    );
  };
  return (
    <>
      <TopBar
        crumb={{ label: 'Ledger', href: href(paths.ledger), onSelect: () => navigate(paths.ledger) }}
        title={<h1 className="st-topbar-title st-mono st-ellipsis">{ref}</h1>}
        actions={actions}
      />
      <div className="st-scroll">
        <div className="st-content pe-page">
          <p className="lg-note">
            Everything that was decided about one person. The ledger knows them by this random name, from which nobody
            learns who they are.
          </p>
          {wasErased && <Erased erasure={erasure} event={events.lines?.find(({ kind }) => kind === 'erasure')} />}
          {content()}
        </div>
      </div>
      <EraseDialog
        open={erasing}
        onOpenChange={setErasing}
        subjectRef={ref}
        onErased={(done) => {
          setErasure(done);
          events.again();
        }}
      />
    </>
  );
}

/** While earlier decisions are still to come, only events that fall among those shown. */
function eventsSince<Line extends { decidedAt: string }>(
  events: readonly Line[] | null,
  lines: readonly Line[],
): Line[] {
  const oldest = lines.at(-1)?.decidedAt ?? '';
  return (events ?? []).filter(({ decidedAt }) => decidedAt >= oldest);
}
