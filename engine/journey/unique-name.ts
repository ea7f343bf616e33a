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
