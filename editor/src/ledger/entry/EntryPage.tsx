import { Chip, Skeleton, TopBar, useNarrow, type TopBarAction } from '../../../ui/index.ts';
import type { EntryDetail } from '../../../../engine/index.ts';
import { useLocation } from 'wouter';
import { ledgerApi } from '../../app/ledger-api.ts';
import { href, paths } from '../../app/location.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { HubFailure } from '../../app/HubFailure.tsx';
import { saveJson } from '../save-json.ts';
import { useLoaded } from '../use-loaded.ts';
import { DecisionView } from './DecisionView.tsx';
import { EntryFacts } from './EntryFacts.tsx';
import { EventView } from './EventView.tsx';
import { ProofSection } from './ProofSection.tsx';
import { useEntryKeys } from './use-entry-keys.ts';

/** One entry of the ledger: a decision in plain words, or what was done to the ledger; and the proof that it is as it was. */
export function EntryPage({ params }: { params: Readonly<Record<string, string>> }) {
  const { stream = '', sequence: written = '' } = params;
  const sequence = /^[1-9]\d{0,14}$/.test(written) ? Number(written) : 0;
  const [, navigate] = useLocation();
  const isNarrow = useNarrow();
  const key = `${stream} ${sequence}`;
  const { value: detail, error, busy, again } = useLoaded((signal) => ledgerApi.entry(stream, sequence, signal), key);
  const receipt = useLoaded((signal) => ledgerApi.receipt(stream, sequence, signal), detail === null ? null : key);
  const isDecision = detail === null || detail.entry.record.kind === 'decision';
  const title = `${isDecision ? 'Decision' : 'Event'} ${sequence.toLocaleString()}`;
  usePageTitle(title);

  const go = (to: number | null | undefined) => {
    if (to) navigate(paths.entry(stream, to));
  };
  useEntryKeys({ onPrevious: () => go(detail?.previous), onNext: () => go(detail?.next) });
  const actions: TopBarAction[] = [
    {
      id: 'previous',
      label: 'Entry before',
      icon: 'chevron-left',
      variant: 'quiet',
      iconOnly: true,
      shortcut: 'K',
      disabled: !detail?.previous,
      onSelect: () => go(detail?.previous),
    },
    {
      id: 'next',
      label: 'Entry after',
      icon: 'chevron-right',
      variant: 'quiet',
      iconOnly: true,
      shortcut: 'J',
      disabled: !detail?.next,
      onSelect: () => go(detail?.next),
    },
    {
      id: 'receipt',
      label: isNarrow ? 'Receipt' : 'Download receipt',
      icon: 'file-check',
      variant: 'primary',
      disabled: receipt.value === null,
      onSelect: () => saveJson(`receipt-${stream}-${sequence}.json`, receipt.value),
    },
  ];
  return (
    <>
      <TopBar
        crumb={{
          label: 'Ledger',
          href: href(paths.ledger),
          onSelect: () =>
            navigate(stream === 'decisions' ? paths.ledger : `${paths.ledger}?stream=${encodeURIComponent(stream)}`),
        }}
        title={title}
        chips={detail && <StateChips detail={detail} />}
        actions={actions}
      />
      <div className="st-scroll">
        <div className="st-content en-page">
          {detail === null ? (
            error ? (
              <HubFailure title="This entry could not be shown" error={error} onRetry={again} busy={busy} />
            ) : (
              <Skeleton height={320} />
            )
          ) : (
            <>
              <div className="en-main">
                {detail.entry.record.kind === 'decision' ? (
                  <DecisionView detail={detail} record={detail.entry.record} />
                ) : (
                  <EventView record={detail.entry.record} />
                )}
                <ProofSection detail={detail} receipt={receipt} />
              </div>
              <EntryFacts detail={detail} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** What the title does not say. */
function StateChips({ detail: { entry, inputs } }: { detail: EntryDetail }) {
  if (entry.record.kind === 'decision' && inputs === 'erased') return <Chip icon="user-x">The person was erased</Chip>;
  return null;
}
