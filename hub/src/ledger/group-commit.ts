import { setImmediate as nextTurn } from 'node:timers/promises';
import { ProblemError } from '../http/problem.ts';
import type { AppendOutcome, PendingAppend } from './pending.ts';

export interface GroupCommitOptions {
  /** Writes all of them in one commit; one outcome each, in order. */
  commit(appends: readonly PendingAppend[]): Promise<AppendOutcome[]>;
  /** Records of one commit. An append is never split. @default 5000 */
  maxBatchRecords?: number;
  /** Records that may wait; more are refused with `ledger_busy`. @default 20000 */
  maxWaitingRecords?: number;
  /** Characters of personal content that may wait. @default 64 Mi */
  maxWaitingCharacters?: number;
}

interface Waiting {
  append: PendingAppend;
  resolve(outcome: AppendOutcome): void;
  reject(error: unknown): void;
}

/**
 * Takes appends as they come and commits all that wait at once: a disk that syncs a hundred times a second still takes in
 * thousands of records. One writer per stream and process; other processes are kept apart by the store.
 */
export class GroupCommit {
  readonly #options: Required<GroupCommitOptions>;
  #queue: Waiting[] = [];
  #waitingRecords = 0;
  #waitingCharacters = 0;
  #running: Promise<void> | null = null;

  constructor(options: GroupCommitOptions) {
    this.#options = {
      maxBatchRecords: 5_000,
      maxWaitingRecords: 20_000,
      maxWaitingCharacters: 64 * 1024 * 1024,
      ...options,
    };
  }

  get waitingRecords(): number {
    return this.#waitingRecords;
  }

  /**
   * Resolves when the append is on disk, or refused.
   * @throws ProblemError `ledger_busy`
   */
  append(append: PendingAppend): Promise<AppendOutcome> {
    const { maxWaitingRecords, maxWaitingCharacters } = this.#options;
    if (this.#waitingRecords >= maxWaitingRecords || this.#waitingCharacters >= maxWaitingCharacters) {
      return Promise.reject(new ProblemError('ledger_busy'));
    }
    this.#waitingRecords += append.records.length;
    this.#waitingCharacters += charactersOf(append);
    return new Promise((resolve, reject) => {
      this.#queue.push({ append, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      // What other connections have sent by now joins this commit.
      await nextTurn();
      const batch = this.#takeBatch();
      await this.#commit(batch);
      for (const { append } of batch) {
        this.#waitingRecords -= append.records.length;
        this.#waitingCharacters -= charactersOf(append);
      }
    }
    this.#running = null;
  }

  #takeBatch(): Waiting[] {
    let records = 0;
    let count = 0;
    for (const { append } of this.#queue) {
      if (count > 0 && records + append.records.length > this.#options.maxBatchRecords) break;
      records += append.records.length;
      count++;
    }
    return this.#queue.splice(0, count);
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#options.commit(batch.map(({ append }) => append));
      batch.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index];
        if (outcome === undefined) reject(new Error('an append got no outcome'));
        else resolve(outcome);
      });
    } catch (error) {
      // A fault that lies in one of them is not the fault of the others.
      if (batch.length > 1 && !(error instanceof ProblemError)) for (const one of batch) await this.#commit([one]);
      else for (const { reject } of batch) reject(error);
    }
  }
}

function charactersOf({ records }: PendingAppend): number {
  return records.reduce((sum, { plain }) => sum + (plain?.length ?? 0), 0);
}
