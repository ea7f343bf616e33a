/**
 * A name that is not taken, by n8n's way of counting: `Respond`, `Respond1`, `Respond2`.
 *
 * @example uniqueName('Respond', new Set(['Respond', 'Respond1'])) // 'Respond2'
 */
export function uniqueName(wanted: string, taken: ReadonlySet<string>): string {
  const name = wanted.trim() === '' ? 'Step' : wanted;
  if (!taken.has(name)) return name;
  const stem = name.replace(/\d+$/, '') || name;
  for (let count = 1; ; count += 1) {
    const candidate = `${stem}${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Names that lead into JavaScript's own machinery; a journey's schema refuses them as keys. */
const reserved = new Set(['', '__proto__', 'constructor', 'prototype']);

/** A key of a table that is not taken: `refunds`, `refunds-2`, `refunds-3`. */
export function uniqueKey(wanted: string, taken: (key: string) => boolean): string {
  const stem = reserved.has(wanted) ? 'table' : wanted;
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? stem : `${stem}-${count}`;
    if (!taken(key)) return key;
  }
}
