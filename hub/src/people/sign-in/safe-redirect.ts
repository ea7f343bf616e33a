/**
 * Where to go after signing in: an address of the hub's own pages, whatever somebody wrote into the link.
 * @param wanted as it came
 * @param home address of the hub's pages, such as `https://hub.example.com/steward`
 * @returns path, query and fragment; the first page when the wanted address is none of ours
 */
export function safeRedirect(wanted: unknown, home: string): string {
  const { origin, pathname } = new URL(home);
  const first = `${pathname}/`;
  // chosen: longer ones do not fit into the cookie that keeps them.
  if (typeof wanted !== 'string' || wanted.length > 1_500 || !URL.canParse(wanted, origin)) return first;
  // Parsed as browsers do, so that `//evil.example`, `/\evil.example` and `/steward/../elsewhere` are what they mean.
  const target = new URL(wanted, origin);
  const isOurs = target.origin === origin && target.pathname.startsWith(first);
  const isSignIn = /^sign-(?:in|out)(?:\/|$)/.test(target.pathname.slice(first.length));
  return isOurs && !isSignIn ? target.pathname + target.search + target.hash : first;
}
