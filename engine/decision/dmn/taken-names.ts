/** Names that are used already, each once. */
export class TakenNames extends Set<string> {
  /** The last number that a name was given, so that the same name a thousand times costs a thousand steps. */
  private readonly counts = new Map<string, number>();

  /**
   * Takes the name itself, or the name with the first number from 2 that makes it new.
   * @param separator stands before the number
   * @example new TakenNames(['a']).claim('a', '-') // 'a-2'
   */
  claim(base: string, separator: string): string {
    let name = base;
    for (let count = this.counts.get(base) ?? 2; this.has(name); count++) {
      name = `${base}${separator}${count}`;
      this.counts.set(base, count + 1);
    }
    this.add(name);
    return name;
  }
}
