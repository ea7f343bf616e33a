/** Longest way through the slots. chosen: 4, because a Map is faster than further comparisons. */
const maxSteps = 4;

/** chosen: 4,096 slots; a column that names more texts than fit loosely goes by its Map. */
const maxSlots = 4_096;

/**
 * Finds the codes of a column's texts. A slot is found from the length and three characters of a text, so that most often
 * one comparison tells: three times as fast as a Map. Texts that are too much alike in these stay in the Map.
 */
export class NameCodes {
  private readonly names: ReadonlyMap<string | boolean, number>;
  /** Null when the Map answers. Code 0 ends the way from a slot. */
  private readonly slots: { texts: string[]; codes: Int32Array } | null;

  constructor(names: ReadonlyMap<string | boolean, number>) {
    this.names = names;
    this.slots = slotsOf(names);
  }

  /** The code of a text; 0 for one that the column does not name. */
  codeOf(text: string): number {
    if (this.slots === null) return this.names.get(text) ?? 0;
    const { texts, codes } = this.slots;
    const last = codes.length - 1;
    let at = slotOf(text, last);
    let code = codes[at] as number;
    while (code !== 0 && texts[at] !== text) {
      at = (at + 1) & last;
      code = codes[at] as number;
    }
    return code;
  }
}

function slotOf(text: string, last: number): number {
  const { length } = text;
  if (length === 0) return 0;
  const characters = text.charCodeAt(0) * 5 + text.charCodeAt(length >>> 1) * 31 + text.charCodeAt(length - 1) * 113;
  return (characters + length * 7) & last;
}

function slotsOf(names: ReadonlyMap<string | boolean, number>): { texts: string[]; codes: Int32Array } | null {
  let count = 16;
  while (count < names.size * 4) count *= 2;
  if (count > maxSlots) return null;
  const texts = new Array<string>(count).fill('');
  const codes = new Int32Array(count);
  for (const [name, code] of names) {
    if (typeof name !== 'string') return null;
    let at = slotOf(name, count - 1);
    let steps = 1;
    for (; codes[at] !== 0; at = (at + 1) & (count - 1)) if (++steps > maxSteps) return null;
    texts[at] = name;
    codes[at] = code;
  }
  return { texts, codes };
}
