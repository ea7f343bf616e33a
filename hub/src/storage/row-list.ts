/**
 * In the place of a statement's parameters: the statement is run once for each row. One statement for many rows at once takes
 * SQLite longer, and to send each row through Kysely takes longer than to insert it.
 */
export class RowList {
  readonly #rows: readonly (readonly unknown[])[];
  #done = 0;

  constructor(rows: readonly (readonly unknown[])[]) {
    this.#rows = rows;
  }

  /**
   * Goes on where it was interrupted, when the database was busy.
   * @returns how many rows there are
   */
  runEach(run: (row: readonly unknown[]) => void): number {
    for (; this.#done < this.#rows.length; this.#done += 1) run(this.#rows[this.#done] as readonly unknown[]);
    return this.#done;
  }
}
