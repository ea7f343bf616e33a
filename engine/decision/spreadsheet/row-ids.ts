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
