/** Names that lead into JavaScript's own machinery; the schema of tables refuses them. */
const reserved = new Set(['', '__proto__', 'constructor', 'prototype']);

/**
 * A key that is not taken: `amount`, `amount_2`, `amount_3`.
 * @param joint stands between the wanted key and the count
 */
export function uniqueKey(wanted: string, taken: (key: string) => boolean, joint: string): string {
  const stem = reserved.has(wanted) ? 'column' : wanted;
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? stem : `${stem}${joint}${count}`;
    if (!taken(key)) return key;
  }
}

/**
 * Makes ids for new rows: `r1`, `r2`, … as far as they are free.
 * @returns a function that gives the next free id, each once
 */
export function rowIds(taken: Iterable<string>): () => string {
  const used = new Set(taken);
  let count = used.size;
  return () => {
    do count += 1;
    while (used.has(`r${count}`));
    used.add(`r${count}`);
    return `r${count}`;
  };
}
