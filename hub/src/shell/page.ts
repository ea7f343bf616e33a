export interface PageValues {
  nonce: string;
  /** Where the browser finds the hub, such as `/steward`. */
  publicPath: string;
  /** Where the browser finds n8n, with a slash at the end. */
  n8nPath: string;
  mode: 'mounted' | 'standalone';
}

/** The path that the built page names its files under. */
const builtPath = '/steward';

/**
 * Tells the built page where it stands: its files behind the public path, and values for the scripts in `meta` elements
 * (`steward-base`, `steward-mode`, `n8n-base`, `csp-nonce`; the last as an attribute that scripts alone can read).
 */
export function fillPage(template: string, { nonce, publicPath, n8nPath, mode }: PageValues): string {
  const metas =
    `<meta name="steward-base" content="${escapeAttribute(publicPath)}">` +
    `<meta name="steward-mode" content="${mode}">` +
    `<meta name="n8n-base" content="${escapeAttribute(n8nPath)}">` +
    `<meta name="csp-nonce" nonce="${nonce}">`;
  return template
    .replaceAll(new RegExp(`(\\s(?:src|href)=")${builtPath}/`, 'g'), (_, start: string) => `${start}${publicPath}/`)
    .replace(/<head[^>]*>/i, (head) => head + metas);
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
