import type { Secrets } from '../secrets/secrets.service.ts';
import { ProblemError } from '../http/problem.ts';
import { planAppends } from './append-plan.ts';
import { GroupCommit, type GroupCommitOptions } from './group-commit.ts';
import { checkLength, signedByStranger, StreamDamaged, UnknownSigningKey } from './head-check.ts';
import type { LedgerStore } from './ledger.store.ts';
import type { AppendedRecord, AppendOutcome, PendingAppend } from './pending.ts';

export interface AppenderPorts {
  store: LedgerStore;
  secrets: Secrets;
  /** Milliseconds since 1970. */
  now(): number;
  random(bytes: number): Uint8Array;
  log: LedgerLog;
  limits?: Omit<GroupCommitOptions, 'commit'>;
  /** Told after each commit how long the stream was before, and is now. */
  onCommit(stream: string, before: number, size: number): void;
}

/** Chosen: 200, because a stream is for a region or a kind of business, not for a customer or a day. */
const mostStreams = 200;

/** Lines for administrators: streams, sizes and causes; nothing personal. */
export interface LedgerLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const otherKeys =
  'The keys of the store do not open with the master key of this hub: restart it with the one that is in use.';

/** The one way into the streams of the ledger. */
export class Appender {
  readonly #ports: AppenderPorts;
  readonly #streams = new Map<string, GroupCommit>();
  readonly #admitted = new Set<string>();
  readonly #damaged = new Map<string, string>();
  /** Entries that streams had at least. */
  readonly #leastSizes = new Map<string, number>();
  #isClosed = false;

  constructor(ports: AppenderPorts) {
    this.#ports = ports;
  }

  /** Streams that nothing is added to, and why. */
  get damaged(): ReadonlyMap<string, string> {
    return this.#damaged;
  }

  get waitingRecords(): number {
    return [...this.#streams.values()].reduce((sum, { waitingRecords }) => sum + waitingRecords, 0);
  }

  /**
   * Resolves when everything is on disk.
   * @throws ProblemError `ledger_busy`, `ledger_damaged`, `ledger_closing`, `idempotency_conflict`, `too_many_streams`,
   *   `not_ready` while the keys of the store do not open
   */
  async append(stream: string, append: PendingAppend): Promise<AppendedRecord[]> {
    if (this.#isClosed) throw new ProblemError('ledger_closing');
    const { fault } = this.#ports.secrets;
    // A master key that was taken out of use elsewhere: what is sealed under it now might be lost with it.
    if (fault !== null) throw new ProblemError('not_ready', { detail: otherKeys, cause: fault });
    const outcome = await this.#stream(stream).append(append);
    if (outcome.kind === 'appended') return outcome.records;
    throw new ProblemError('idempotency_conflict', {
      detail: 'Nothing of this append was taken: these keys stand for other decisions already.',
      params: { keys: outcome.keys },
    });
  }

  /** Takes no more, and resolves when what waits is on disk. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#streams.values()].map((stream) => stream.idle()));
  }

  /** A stream costs a row, a checkpoint and a line of metrics for ever: a caller that invents them is stopped. */
  async #admit(stream: string): Promise<void> {
    if (this.#admitted.has(stream)) return;
    const heads = await this.#ports.store.heads();
    if (heads.length < mostStreams || heads.some((head) => head.stream === stream)) {
      this.#admitted.add(stream);
      return;
    }
    this.#streams.delete(stream);
    throw new ProblemError('too_many_streams', {
      detail: `The ledger has ${mostStreams} streams, which is the most it keeps. Append to one of them.`,
      params: { limit: mostStreams },
    });
  }

  #stream(stream: string): GroupCommit {
    let commits = this.#streams.get(stream);
    if (commits === undefined) {
      commits = new GroupCommit({ ...this.#ports.limits, commit: (appends) => this.#commit(stream, appends) });
      this.#streams.set(stream, commits);
    }
    return commits;
  }

  async #commit(stream: string, appends: readonly PendingAppend[]): Promise<AppendOutcome[]> {
    await this.#admit(stream);
    try {
      return await this.#commitOnce(stream, appends);
    } catch (error) {
      if (!(error instanceof UnknownSigningKey)) throw this.#explained(stream, error);
      await this.#ports.secrets.refresh();
      return await this.#commitOnce(stream, appends).catch((again: unknown) => {
        throw this.#explained(stream, again);
      });
    }
  }

  async #commitOnce(stream: string, appends: readonly PendingAppend[]): Promise<AppendOutcome[]> {
    const { store, secrets, now, random, onCommit } = this.#ports;
    let outcomes: AppendOutcome[] = [];
    let [before, size] = [0, 0];
    const least = await this.#leastSize(stream);
    await store.append(stream, async (view) => {
      checkLength(stream, view.head, least);
      const plan = await planAppends({ stream, secrets, now, random }, view, appends);
      outcomes = plan.outcomes;
      size = plan.commit?.head.size ?? 0;
      before = size - (plan.commit?.rows.length ?? 0);
      return plan.commit;
    });
    this.#damaged.delete(stream);
    if (size > 0) {
      this.#leastSizes.set(stream, size);
      onCommit(stream, before, size);
    }
    return outcomes;
  }

  /** As this process left the stream; at first, as far as it was signed in a checkpoint. */
  async #leastSize(stream: string): Promise<number> {
    return this.#leastSizes.get(stream) ?? (await this.#ports.store.newestCheckpoint(stream))?.size ?? 0;
  }

  /** What stops a stream is said once in the log, and to every caller until an administrator has seen to it. */
  #explained(stream: string, error: unknown): unknown {
    const damage = error instanceof UnknownSigningKey ? signedByStranger(stream, error.message) : error;
    if (!(damage instanceof StreamDamaged)) return error;
    const { why } = damage;
    if (!this.#damaged.has(stream)) this.#ports.log.error({ stream, why }, damage.message);
    this.#damaged.set(stream, `${stream}: ${why}`);
    return damage;
  }
}
