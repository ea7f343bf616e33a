/** Where the hub serves these pages, without a slash at the end; the hub tells it in the page. */
export const base = told('steward-base') ?? '/steward';

/** Where n8n stands on the same origin, with a slash at the end. */
const n8nBase = told('n8n-base') ?? '/';

/** Addresses of pages, relative to the base: what the router takes. */
export const paths = {
  journeys: '/',
  journey: (id: string) => `/journeys/${encodeURIComponent(id)}`,
  design: '/design',
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

function told(name: string): string | undefined {
  if (typeof document === 'undefined') return undefined;
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
}
