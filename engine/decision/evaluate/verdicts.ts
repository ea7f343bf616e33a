/**
 * What was decided about facts, as small numbers: the rows that decided, named by their ids, so that a verdict stays what
 * it is when rows are edited, moved, or taken out and put back.
 */
export const noRowVerdict = 0;
export const conflictVerdict = 1;
export const refusedVerdict = 2;

/** Numbers rows and sets of rows; what has a number keeps it. */
export class Verdicts {
  private readonly slots = new Map<string, number>();
  private readonly ids: string[] = [];
  private readonly bySlot: number[] = [];
  private readonly bySet = new Map<string, number>();
  private readonly sets: number[][] = [[], [], []];

  /** How many verdicts there are. */
  get count(): number {
    return this.sets.length;
  }

  slotOf(row: string): number {
    let slot = this.slots.get(row);
    if (slot === undefined) {
      slot = this.ids.length;
      this.slots.set(row, slot);
      this.ids.push(row);
    }
    return slot;
  }

  /** The verdict that one row gives. */
  ofRow(row: string): number {
    const slot = this.slotOf(row);
    return (this.bySlot[slot] ??= this.add([slot]));
  }

  /** The verdict that several rows give, whatever their order. */
  ofRows(rows: readonly string[]): number {
    const [only] = rows;
    if (only === undefined) return noRowVerdict;
    if (rows.length === 1) return this.ofRow(only);
    const slots = rows.map((row) => this.slotOf(row)).sort((left, right) => left - right);
    const key = slots.join();
    let verdict = this.bySet.get(key);
    if (verdict === undefined) this.bySet.set(key, (verdict = this.add(slots)));
    return verdict;
  }

  /** Ids of the rows of a verdict; empty for those that no row gave. */
  rowsOf(verdict: number): string[] {
    return (this.sets[verdict] ?? []).map((slot) => this.ids[slot] as string);
  }

  private add(slots: number[]): number {
    this.sets.push(slots);
    return this.sets.length - 1;
  }
}
