import { Suspense } from 'react';
import { Route, Router, Switch, useLocation, useRoute } from 'wouter';
import { AppShell, ButtonLink, EmptyState, Loading, TopBar, UiProvider, type NavigationPage } from '../../ui/index.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Boundary } from './Boundary.tsx';
import { base, href, paths } from './location.ts';
import { usePageTitle } from './page-title.ts';
import { pages } from './pages.ts';
import { useFocusOnPage } from './use-focus-on-page.ts';

/** Steward's pages under n8n's `/steward`. */
export function App() {
  return (
    <UiProvider>
      <Router base={base}>
        <Pages />
      </Router>
    </UiProvider>
  );
}

const railPages: NavigationPage[] = pages.flatMap(({ id, path, rail }) =>
  rail ? [{ id, href: href(path), ...rail }] : [],
);

function Pages() {
  const [location, navigate] = useLocation();
  useFocusOnPage(location);
  const [onJourney] = useRoute('/journeys/:id');
  const shown = onJourney ? pages.find(({ id }) => id === 'journey') : pages.find(({ path }) => path === location);
  return (
    <AppShell
      pages={railPages}
      current={shown?.parent ?? shown?.id ?? null}
      homeHref={href(paths.journeys)}
      onNavigate={(target) => navigate(target.slice(base.length) || '/')}
      foot={<AccountMenu />}
    >
      <Boundary resetKey={location}>
        <Suspense fallback={<Loading label="Loading the page" />}>
          <Switch>
            {pages.map(({ id, path, view: View }) => {
              return (
                <Route key={id} path={path}>
                  {/* Keyed: another journey is another page, not the same one with other properties. */}
                  {(params: { id?: string }) => <View key={location} id={decoded(params.id ?? '')} />}
                </Route>
              );
            })}
            <Route>
              <MissingPage />
            </Route>
          </Switch>
        </Suspense>
      </Boundary>
    </AppShell>
  );
}

function MissingPage() {
  usePageTitle('No such page');
  return (
    <>
      <TopBar title="No such page" />
      <EmptyState
        icon="map"
        title="There is nothing at this address"
        actions={<ButtonLink href={href(paths.journeys)}>Go to the journeys</ButtonLink>}
      >
        It may be mistyped, or the page has moved.
      </EmptyState>
    </>
  );
}

/** An id as the address bar holds it; one that nobody escaped stays as it is. */
function decoded(captured: string): string {
  try {
    return decodeURIComponent(captured);
  } catch {
    return captured;
  }
}
