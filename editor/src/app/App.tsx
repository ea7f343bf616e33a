import { Suspense, type ReactNode } from 'react';
import { matchRoute, Route, Router, Switch, useLocation, useRouter } from 'wouter';
import { AppShell, ButtonLink, EmptyState, Loading, TopBar, UiProvider, type NavigationPage } from '../../ui/index.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Boundary } from './Boundary.tsx';
import { base, href, paths } from './location.ts';
import { NotForYou } from './NotForYou.tsx';
import { useOpenReviews } from './open-reviews.ts';
import { usePageTitle } from './page-title.ts';
import { mayUse, pages, type Page } from './pages.ts';
import { useMay, useMe } from './session.ts';
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

function Pages() {
  const [location, navigate] = useLocation();
  const { parser } = useRouter();
  const { me, signedOut } = useMe();
  useFocusOnPage(location);
  const shown = pages.find(({ path }) => matchRoute(parser, path, location)[0]);
  // A public page is nobody's to be sent away from; until somebody is known to be signed in, it stands for itself.
  const session = me ?? (signedOut || shown?.isPublic ? 'out' : 'unknown');
  const openReviews = useOpenReviews(useMay('identity:steward'));
  const waiting = (id: string): NavigationPage['waiting'] =>
    id === 'identity' && openReviews ? { count: openReviews, label: 'questions wait for an answer' } : undefined;
  const railPages = pages.flatMap(({ id, path, rail, needs, isPublic }) =>
    rail && (isPublic ? session === 'out' : mayUse({ needs }, session))
      ? [{ id, href: href(path), ...rail, waiting: waiting(id) }]
      : [],
  );
  const isInRail = railPages.some(({ id }) => id === shown?.id);
  const guarded = (page: Page, view: ReactNode) =>
    me === null || mayUse(page, me) ? view : <NotForYou me={me} needs={page.needs} />;
  return (
    <AppShell
      pages={railPages}
      current={(isInRail ? shown?.id : shown?.parent) ?? null}
      homeHref={href(paths.journeys)}
      onNavigate={(target) => navigate(target.slice(base.length) || '/')}
      foot={<AccountMenu />}
    >
      <Boundary resetKey={location}>
        <Suspense fallback={<Loading label="Loading the page" />}>
          <Switch>
            {pages.map((page) => {
              const { id, path, view: View } = page;
              return (
                <Route key={id} path={path}>
                  {/* Keyed: another journey is another page, not the same one with other properties. */}
                  {(captured: Record<string, string | undefined>) => {
                    const params = decodedAll(captured);
                    return guarded(page, <View key={location} id={params['id'] ?? ''} params={params} />);
                  }}
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

function decodedAll(captured: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(captured).map(([name, value]) => [name, decoded(value ?? '')]));
}

/** An id as the address bar holds it; one that nobody escaped stays as it is. */
function decoded(captured: string): string {
  try {
    return decodeURIComponent(captured);
  } catch {
    return captured;
  }
}
