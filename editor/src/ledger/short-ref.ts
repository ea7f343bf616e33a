/** The beginning of a random name or a hash: enough to tell two apart at a glance, the whole of it on hover. */
export function shortRef(ref: string, letters = 8): string {
  return ref.length <= letters + 1 ? ref : `${ref.slice(0, letters)}…`;
}
