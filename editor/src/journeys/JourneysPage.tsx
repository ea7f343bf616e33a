import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Button, Callout, TopBar } from '../../ui/index.ts';
import { paths } from '../app/location.ts';
import { usePageTitle } from '../app/page-title.ts';
import { FirstJourney } from './FirstJourney.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { JourneySkeleton } from './JourneySkeleton.tsx';
import { JourneyTable } from './JourneyTable.tsx';
import { JourneyTools } from './JourneyTools.tsx';
import { HubFailure } from '../app/HubFailure.tsx';
import { loadJourneys, useJourneys } from './journeys-store.ts';
import { listView, startSorting } from './list-view.ts';
import { NewJourneyDialog } from './NewJourneyDialog.tsx';
import { useListKeys } from './use-list-keys.ts';

/** All journeys: find one, open it, make another. */
export function JourneysPage() {
  const { journeys, loading, error } = useJourneys();
  const [, navigate] = useLocation();
  const [query, setQuery] = useState('');
  const [sorting, setSorting] = useState(startSorting);
  const [dialog, setDialog] = useState<'new' | 'import' | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const openNew = useCallback(() => setDialog('new'), []);
  const openImport = () => setDialog('import');
  const open = (id: string) => navigate(paths.journey(id));
  const retry = () => void loadJourneys();

  usePageTitle('Journeys');
  useListKeys({ list, search, onNew: openNew });
  useEffect(() => {
    void loadJourneys();
    // What others did while this window was away.
    const onFocus = () => void loadJourneys();
    addEventListener('focus', onFocus);
    return () => removeEventListener('focus', onFocus);
  }, []);

  const shown = listView(journeys ?? [], query, sorting);
  const content = () => {
    if (journeys === null && error)
      return <HubFailure title="The journeys could not be loaded" error={error} onRetry={retry} busy={loading} />;
    if (journeys?.length === 0) return <FirstJourney onNew={openNew} onImport={openImport} />;
    return (
      <>
        <JourneyTools
          ref={search}
          query={query}
          onQuery={setQuery}
          shown={shown.length}
          all={journeys?.length ?? null}
        />
        {error && (
          <Callout
            tone="warn"
            title="This list may be out of date"
            live
            actions={
              <Button size="s" onClick={retry} busy={loading}>
                Try again
              </Button>
            }
          >
            {error.message} {error.advice}
          </Callout>
        )}
        {journeys === null ? (
          <JourneySkeleton />
        ) : shown.length > 0 ? (
          <JourneyTable journeys={shown} sorting={sorting} onSort={setSorting} />
        ) : (
          <p className="jl-none">
            No journey fits “{query}”.{' '}
            <Button variant="quiet" size="s" onClick={() => setQuery('')}>
              Show all
            </Button>
          </p>
        )}
      </>
    );
  };
  return (
    <>
      <TopBar
        title="Journeys"
        actions={[
          { id: 'import', label: 'Import', icon: 'file-down', onSelect: openImport },
          { id: 'new', label: 'New journey', icon: 'plus', variant: 'primary', shortcut: 'N', onSelect: openNew },
        ]}
      />
      <div className="st-scroll">
        <div className="st-content jl-page" ref={list}>
          {content()}
        </div>
      </div>
      <NewJourneyDialog
        open={dialog === 'new'}
        onOpenChange={(next) => setDialog(next ? 'new' : null)}
        onCreated={open}
      />
      <ImportDialog
        open={dialog === 'import'}
        onOpenChange={(next) => setDialog(next ? 'import' : null)}
        onImported={open}
      />
    </>
  );
}
