/** A text's runs of three letters, without case, accents and punctuation. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const letters = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const plain = ` ${letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
  const trigrams = new Set<string>();
  for (let start = 0; start + 3 <= plain.length; start += 1) trigrams.add(plain.slice(start, start + 3));
  return trigrams;
}

/** How alike two texts are: trigrams they share among all they have (Jaccard), 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const trigram of a) if (b.has(trigram)) shared += 1;
  return shared / (a.size + b.size - shared);
}
