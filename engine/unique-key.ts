/** Names that lead into JavaScript's own machinery; the schemas of documents refuse them as keys. */
const reserved = new Set(['', '__proto__', 'constructor', 'prototype']);

/**
 * A key that is not taken: `refunds`, `refunds-2`, `refunds-3`.
 * @param taken says which keys are in use; it has to let some key through
 * @param naming `joint` stands between the wanted key and the count, `fallback` for a wanted key that is empty or reserved
 * @example uniqueKey('amount', (key) => key === 'amount', { joint: '_', fallback: 'column' }) // 'amount_2'
 */
export function uniqueKey(
  wanted: string,
  taken: (key: string) => boolean,
  { joint, fallback }: { joint: string; fallback: string } = { joint: '-', fallback: 'table' },
): string {
  const stem = reserved.has(wanted) ? fallback : wanted;
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? stem : `${stem}${joint}${count}`;
    if (!taken(key)) return key;
  }
}
