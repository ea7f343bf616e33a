/** How many persons a text is looked through for; more are told apart by the whole name alone. */
const mostPeople = 200;

/** Who is who in one text: `Ada Lovelace`, `A. Lovelace` and `Lovelace` are one person, `Byron Lovelace` another. */
export class KnownPeople {
  private readonly people: string[][] = [];

  /** The same for names of one person; the first who fits, where a word fits several. */
  keyOf(name: string): string {
    const words = name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s]/gu, '')
      .split(/\s+/)
      .filter((word) => word !== '');
    const known = this.people.findIndex((other) => isPart(words, other) || isPart(other, words));
    if (known < 0) {
      if (this.people.length >= mostPeople) return `name ${words.join(' ')}`;
      this.people.push(words);
      return `person ${this.people.length - 1}`;
    }
    if (words.length > (this.people[known] as string[]).length) this.people[known] = words;
    return `person ${known}`;
  }
}

/** Whether each word is one of the others, or the first letter of one. */
function isPart(words: readonly string[], others: readonly string[]): boolean {
  return words.every((word) => others.some((other) => other === word || (word.length === 1 && other.startsWith(word))));
}
