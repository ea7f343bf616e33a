import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Button, Callout, ErrorState, IconButton, Kbd, TextInput, TopBar } from '../../ui/index.ts';
import { paths } from '../app/location.ts';
import { usePageTitle } from '../app/page-title.ts';
import { FirstJourney } from './FirstJourney.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { JourneySkeleton } from './JourneySkeleton.tsx';
import { JourneyTable } from './JourneyTable.tsx';
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
  const open = (id: string) => navigate(paths.journey(id));

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
  return (
    <>
      <TopBar
        title="Journeys"
        actions={[
          { id: 'import', label: 'Import from n8n', icon: 'file-down', onSelect: () => setDialog('import') },
          { id: 'new', label: 'New journey', icon: 'plus', variant: 'primary', shortcut: 'N', onSelect: openNew },
        ]}
      />
      <div className="st-scroll">
        <div className="st-content jl-page" ref={list}>
          {journeys === null ? (
            error ? (
              <ErrorState title="The journeys could not be loaded" onRetry={() => void loadJourneys()} busy={loading}>
                {error.message} {error.advice}
              </ErrorState>
            ) : (
              <JourneySkeleton />
            )
          ) : journeys.length === 0 ? (
            <FirstJourney onNew={openNew} onImport={() => setDialog('import')} />
          ) : (
            <>
              <div className="jl-tools">
                <TextInput
                  ref={search}
                  type="search"
                  icon="search"
                  aria-label="Search journeys"
                  placeholder="Search journeys"
                  value={query}
                  onChange={setQuery}
                  onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
                  suffix={
                    query ? (
                      <IconButton
                        icon="x"
                        label="Clear the search"
                        size="s"
                        tooltip={false}
                        onClick={() => setQuery('')}
                      />
                    ) : (
                      <Kbd keys="/" />
                    )
                  }
                  className="jl-search"
                />
                <span className="jl-count" role="status">
                  {counted(shown.length, journeys.length)}
                </span>
              </div>
              {error && (
                <Callout
                  tone="warn"
                  title="This list may be out of date"
                  live
                  actions={
                    <Button size="s" onClick={() => void loadJourneys()} busy={loading}>
                      Try again
                    </Button>
                  }
                >
                  {error.message} {error.advice}
                </Callout>
              )}
              {shown.length > 0 ? (
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
          )}
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

function counted(shown: number, all: number): string {
  if (shown < all) return `${shown} of ${all}`;
  return all === 1 ? '1 journey' : `${all} journeys`;
}
