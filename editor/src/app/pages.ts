import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { paths } from './location.ts';

/** What shows a page; `id` is what the route captured under that name, or empty. */
export type PageView = ComponentType<{ id: string }>;

/** A page of Steward. Adding one is adding one entry: route, rail and code splitting follow from it. */
export interface Page {
  id: string;
  /** Route, as wouter reads it; what it captures comes as properties. */
  path: string;
  view: LazyExoticComponent<PageView>;
  /** Its place in the rail; a page without one lights up its `parent`. */
  rail?: { label: string; icon: string; place: 'main' | 'foot' };
  parent?: string;
}

export const pages: readonly Page[] = [
  {
    id: 'journeys',
    path: paths.journeys,
    view: view(() => import('../journeys/JourneysPage.tsx').then((file) => file.JourneysPage)),
    rail: { label: 'Journeys', icon: 'route', place: 'main' },
  },
  {
    id: 'journey',
    path: '/journeys/:id',
    view: view(() => import('../journey/JourneyPage.tsx').then((file) => file.JourneyPage)),
    parent: 'journeys',
  },
  {
    id: 'design',
    path: paths.design,
    view: view(() => import('../design/DesignPage.tsx').then((file) => file.DesignPage)),
    rail: { label: 'Design system', icon: 'palette', place: 'foot' },
  },
];

/** Loads a page's code when it is first shown. */
function view(load: () => Promise<PageView>): LazyExoticComponent<PageView> {
  return lazy(async () => ({ default: await load() }));
}
