import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Me, Permission } from '../../../engine/index.ts';
import { paths } from './location.ts';

/** What shows a page: `id` is what the route captured under that name, or empty; `params` is all that it captured. */
export type PageView = ComponentType<{ id: string; params: Readonly<Record<string, string>> }>;

/** A page of Steward. Adding one is adding one entry: route, rail and code splitting follow from it. */
export interface Page {
  id: string;
  /** Route, as wouter reads it; what it captures comes as properties. */
  path: string;
  view: LazyExoticComponent<PageView>;
  /** What a person must be allowed to do to use it: one of these. Empty: any signed-in person. */
  needs: readonly Permission[];
  /** Shows without an account, too. */
  isPublic?: true;
  /** Its place in the rail; a page without one lights up its `parent`. */
  rail?: { label: string; icon: string; place: 'main' | 'foot' };
  parent?: string;
}

export const pages: readonly Page[] = [
  {
    id: 'journeys',
    path: paths.journeys,
    needs: ['journeys:read'],
    view: view(() => import('../journeys/JourneysPage.tsx').then((file) => file.JourneysPage)),
    rail: { label: 'Journeys', icon: 'route', place: 'main' },
  },
  {
    id: 'journey',
    path: '/journeys/:id',
    needs: ['journeys:read'],
    view: view(() => import('../journey/JourneyPage.tsx').then((file) => file.JourneyPage)),
    parent: 'journeys',
  },
  {
    id: 'ledger',
    path: paths.ledger,
    needs: ['ledger:read'],
    view: view(() => import('../ledger/LedgerPage.tsx').then((file) => file.LedgerPage)),
    rail: { label: 'Ledger', icon: 'scroll-text', place: 'main' },
  },
  {
    id: 'person',
    path: '/ledger/person/:ref',
    needs: ['ledger:read'],
    view: view(() => import('../ledger/person/PersonPage.tsx').then((file) => file.PersonPage)),
    parent: 'ledger',
  },
  {
    id: 'entry',
    path: '/ledger/:stream/:sequence',
    needs: ['ledger:read'],
    view: view(() => import('../ledger/entry/EntryPage.tsx').then((file) => file.EntryPage)),
    parent: 'ledger',
  },
  {
    id: 'identity',
    path: paths.profiles,
    needs: ['identity:read'],
    view: view(() => import('../identity/profiles/ProfilesPage.tsx').then((file) => file.ProfilesPage)),
    rail: { label: 'Identity', icon: 'users', place: 'main' },
  },
  {
    id: 'profile',
    path: '/identity/profiles/:id',
    // Who may only erase comes here by a link that a data steward sent, and sees nothing but the question.
    needs: ['identity:read', 'identity:erase'],
    view: view(() => import('../identity/profile/ProfilePage.tsx').then((file) => file.ProfilePage)),
    parent: 'identity',
  },
  {
    id: 'reviews',
    path: paths.reviews,
    needs: ['identity:read'],
    view: view(() => import('../identity/reviews/ReviewsPage.tsx').then((file) => file.ReviewsPage)),
    parent: 'identity',
  },
  {
    id: 'review',
    path: '/identity/reviews/:id',
    needs: ['identity:read'],
    view: view(() => import('../identity/reviews/ReviewsPage.tsx').then((file) => file.ReviewsPage)),
    parent: 'identity',
  },
  {
    id: 'identity-policy',
    path: paths.identityPolicy,
    needs: ['identity:read'],
    view: view(() => import('../identity/policy/PolicyPage.tsx').then((file) => file.PolicyPage)),
    parent: 'identity',
  },
  {
    id: 'receipt',
    path: paths.receipt,
    needs: [],
    isPublic: true,
    view: view(() => import('../receipt/ReceiptPage.tsx').then((file) => file.ReceiptPage)),
    // In the rail only for those who see nothing else; the ledger leads the others here.
    rail: { label: 'Verify a receipt', icon: 'badge-check', place: 'main' },
    parent: 'ledger',
  },
  {
    id: 'keys',
    path: paths.keys,
    needs: ['keys:manage'],
    view: view(() => import('../settings/KeysPage.tsx').then((file) => file.KeysPage)),
    rail: { label: 'Access', icon: 'key-round', place: 'foot' },
  },
  {
    id: 'people',
    path: paths.people,
    needs: ['people:manage'],
    view: view(() => import('../settings/PeoplePage.tsx').then((file) => file.PeoplePage)),
    parent: 'keys',
  },
  {
    id: 'design',
    path: paths.design,
    needs: [],
    view: view(() => import('../design/DesignPage.tsx').then((file) => file.DesignPage)),
    rail: { label: 'Design system', icon: 'palette', place: 'foot' },
  },
];

/** True when a person may use a page. While nobody has said yet who is signed in, what everybody has. */
export function mayUse({ needs, isPublic }: Pick<Page, 'needs' | 'isPublic'>, session: SessionOf): boolean {
  if (isPublic) return true;
  if (session === 'out') return false;
  const held: readonly Permission[] = session === 'unknown' ? ['journeys:read', 'ledger:read'] : session.permissions;
  return needs.length === 0 || needs.some((permission) => held.includes(permission));
}

/** Who is signed in, as far as it is known. */
export type SessionOf = Pick<Me, 'permissions'> | 'unknown' | 'out';

/** Loads a page's code when it is first shown. */
function view(load: () => Promise<PageView>): LazyExoticComponent<PageView> {
  return lazy(async () => ({ default: await load() }));
}
