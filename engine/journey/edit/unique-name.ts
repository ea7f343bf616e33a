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

/** A key that is not taken: `refunds`, `refunds-2`, `refunds-3`. */
export function uniqueKey(wanted: string, taken: (key: string) => boolean): string {
  const stem = wanted === '' || wanted === '__proto__' ? 'table' : wanted;
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? stem : `${stem}-${count}`;
    if (!taken(key)) return key;
  }
}
