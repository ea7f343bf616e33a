/** Where the hub serves these pages, without a slash at the end; the hub tells it in the page. */
export const base = told('steward-base') ?? '/steward';

/** True when the hub runs for itself: it then signs people in, and there is no n8n on this origin. */
export const standalone = told('steward-mode') === 'standalone';

/** Where n8n stands on the same origin, with a slash at the end. */
const n8nBase = told('n8n-base') ?? '/';

/** Addresses of pages, relative to the base: what the router takes. */
export const paths = {
  journeys: '/',
  journey: (id: string) => `/journeys/${encodeURIComponent(id)}`,
  design: '/design',
  ledger: '/ledger',
  entry: (stream: string, sequence: number) => `/ledger/${encodeURIComponent(stream)}/${sequence}`,
  /** All that was decided about a person, under the random name that the ledger knows them by. */
  person: (ref: string) => `/ledger/person/${encodeURIComponent(ref)}`,
  /** Profiles of customers, and what is known of each. */
  profiles: '/identity',
  profile: (id: string) => `/identity/profiles/${encodeURIComponent(id)}`,
  /** Pairs of records that a person is asked about. */
  reviews: '/identity/reviews',
  review: (id: string) => `/identity/reviews/${encodeURIComponent(id)}`,
  /** The rule by which records are one customer. */
  identityPolicy: '/identity/policy',
  /** Needs no account. */
  receipt: '/receipt',
  keys: '/settings/keys',
  people: '/settings/people',
};

/** The same address for an `href`. */
export function href(path: string): string {
  return path === '/' ? `${base}/` : `${base}${path}`;
}

/** n8n's own pages, on the same origin. */
export const n8nPages = {
  home: `${n8nBase}home/workflows`,
  workflow: (workflowId: string) => `${n8nBase}workflow/${encodeURIComponent(workflowId)}`,
  /** n8n comes back to the address it is given, query and hash included; a relative one ends on its 404 page. */
  signIn: (backTo: string) => `${n8nBase}signin?redirect=${encodeURIComponent(backTo)}`,
};

/** Where a signed-out person signs in; it leads back to the address given, query and hash included. */
export function signInHref(backTo: string): string {
  return standalone ? `${base}/sign-in?redirect=${encodeURIComponent(backTo)}` : n8nPages.signIn(backTo);
}

/** Guides for people, on the project's own pages. */
const docs = 'https://github.com/steward-journeys/n8n-nodes-steward/blob/main/docs';
export const docsPages = {
  recording: `${docs}/nodes/recording.md`,
  identity: `${docs}/data-stewards.md`,
};

function told(name: string): string | undefined {
  if (typeof document === 'undefined') return undefined;
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
}
