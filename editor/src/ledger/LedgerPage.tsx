import { useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { Button, Callout, Sheet, TopBar, useMedia, type TopBarAction } from '../../ui/index.ts';
import { ledgerApi } from '../app/ledger-api.ts';
import { paths } from '../app/location.ts';
import { usePageTitle } from '../app/page-title.ts';
import { useMay } from '../app/session.ts';
import { ExportDialog } from './explorer/ExportDialog.tsx';
import { FilterChips } from './explorer/FilterChips.tsx';
import { FilterForm } from './explorer/FilterForm.tsx';
import { LineSkeleton } from './explorer/LineSkeleton.tsx';
import { LineTable } from './explorer/LineTable.tsx';
import { FirstDecision, NoMatch } from './explorer/NothingFound.tsx';
import { PersonSearch } from './explorer/PersonSearch.tsx';
import { StreamFacts } from './explorer/StreamFacts.tsx';
import { useLedgerSearch } from './explorer/use-ledger-search.ts';
import { useLineKeys } from './explorer/use-line-keys.ts';
import { VerifyDialog } from './explorer/VerifyDialog.tsx';
import { filtersOf, ledgerSearchOf, searchOf, setFilters, type LedgerFilters } from './filters.ts';
import { HubFailure } from '../app/HubFailure.tsx';
import { useLoaded } from './use-loaded.ts';

/** The ledger: every decision, newest first, found by what is known about it. */
export function LedgerPage() {
  const filters = filtersOf(useSearch());
  const { stream } = filters;
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'export' | 'verify' | 'filters' | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const find = useRef<HTMLInputElement>(null);
  const isWide = useMedia('(min-width: 1080px)');
  const mayExport = useMay('ledger:export');
  const mayManageKeys = useMay('keys:manage');

  usePageTitle('Ledger');
  useLineKeys({ list, search: find });
  const found = useLedgerSearch(ledgerSearchOf(filters), searchOf(filters));
  const streams = useLoaded((signal) => ledgerApi.streams(signal), 'streams');
  const facets = useLoaded((signal) => ledgerApi.facets(stream, signal), stream);
  const keys = useLoaded((signal) => ledgerApi.signingKeys(signal), 'keys');

  const change = (next: LedgerFilters) => navigate(paths.ledger + searchOf(next), { replace: true });
  const clear = () => change({ stream });
  const count = setFilters(filters).length;
  const summary = streams.value?.find((one) => one.stream === stream);
  const again = () => {
    found.again();
    streams.again();
    facets.again();
  };
  const form = <FilterForm filters={filters} onChange={change} streams={streams.value ?? []} facets={facets.value} />;
  const actions: TopBarAction[] = [
    { id: 'again', label: 'Look again', icon: 'refresh-cw', variant: 'quiet', iconOnly: true, onSelect: again },
    {
      id: 'receipt',
      label: 'Verify a receipt',
      icon: 'badge-check',
      place: 'menu',
      onSelect: () => navigate(paths.receipt),
    },
    {
      id: 'export',
      label: 'Export',
      icon: 'download',
      onSelect: () => setDialog('export'),
      disabledReason: mayExport ? undefined : 'For auditors',
    },
    { id: 'verify', label: 'Verify', icon: 'shield-check', variant: 'primary', onSelect: () => setDialog('verify') },
  ];

  const results = () => {
    const { lines, error, busy, next } = found;
    if (lines === null)
      return error ? (
        <HubFailure title="The ledger could not be read" error={error} onRetry={again} busy={busy} />
      ) : (
        <LineSkeleton />
      );
    if (lines.length === 0) {
      if (count > 0) return <NoMatch onClear={clear} person={filters.person !== undefined} />;
      return <FirstDecision stream={stream} mayManageKeys={mayManageKeys} />;
    }
    return (
      <>
        <LineTable lines={lines} label={stream === 'audit' ? 'Events' : 'Decisions'} />
        {error && (
          <Callout live tone="warn" title="The next entries did not come">
            {error.message} {error.advice}
          </Callout>
        )}
        <div className="lg-more">
          <span role="status" className="lg-count">
            {next === null
              ? `${lines.length.toLocaleString()} ${lines.length === 1 ? 'entry' : 'entries'}, that is all`
              : `The newest ${lines.length.toLocaleString()}`}
          </span>
          {next !== null && (
            <Button busy={busy} onClick={found.more}>
              Show 50 more
            </Button>
          )}
        </div>
      </>
    );
  };

  return (
    <>
      <TopBar title="Ledger" actions={actions} />
      <div className="lg-page">
        {isWide && (
          <aside className="lg-aside" aria-label="Filters">
            {form}
          </aside>
        )}
        <div className="st-scroll lg-main" ref={list}>
          <div className="lg-tools">
            <PersonSearch ref={find} stream={stream} onFound={(person) => change({ ...filters, person })} />
            {!isWide && (
              <Button icon="list-filter" onClick={() => setDialog('filters')}>
                {count > 0 ? `Filters (${count})` : 'Filters'}
              </Button>
            )}
          </div>
          {summary && summary.size > 0 && <StreamFacts summary={summary} keys={keys.value} />}
          <FilterChips filters={filters} onChange={change} facets={facets.value} />
          {results()}
        </div>
      </div>
      <Sheet
        open={dialog === 'filters' && !isWide}
        onOpenChange={(open) => setDialog(open ? 'filters' : null)}
        title="Filters"
      >
        {form}
      </Sheet>
      <ExportDialog
        open={dialog === 'export'}
        onOpenChange={(open) => setDialog(open ? 'export' : null)}
        filters={filters}
      />
      <VerifyDialog
        open={dialog === 'verify'}
        onOpenChange={(open) => setDialog(open ? 'verify' : null)}
        stream={stream}
      />
    </>
  );
}
