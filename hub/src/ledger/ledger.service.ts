import { auditStream, decisionStream, type AppendAnswer, type AppendRequest } from '../../../engine/index.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import type { SecretStore } from '../secrets/secret.store.ts';
import { openSecrets, type Secrets } from '../secrets/secrets.service.ts';
import type { GroupCommitOptions } from './group-commit.ts';
import { Appender, type LedgerLog } from './ledger.append.ts';
import { Checkpoints } from './ledger.checkpoints.ts';
import { pendingEvent, type LedgerEvent } from './ledger.events.ts';
import { ledgerExport, type LedgerExport } from './ledger.export.ts';
import { ledgerPersonal, type LedgerPersonal } from './ledger.personal.ts';
import { ledgerProofs, type LedgerProofs } from './ledger.proofs.ts';
import { ledgerReading, type LedgerReading } from './ledger.reading.ts';
import type { LedgerStore } from './ledger.store.ts';
import { ledgerVerification, type LedgerVerification } from './ledger.verification.ts';
import { ledgerTables } from './ledger.tables.ts';
import type { AppendedRecord } from './pending.ts';
import { randomPool } from './random-pool.ts';
import { pendingDecisions } from './pending-decisions.ts';

export interface OpenLedgerOptions {
  storage: { ledger: LedgerStore; secrets: SecretStore };
  ring: KeyRing;
  clock: { now(): number };
  /** So many random bytes. */
  random(bytes: number): Uint8Array;
  /** A name that nothing else bears. */
  newId(): string;
  log: LedgerLog;
  /** How long new entries may stand without a checkpoint. @default 60000; 0 makes none by time */
  checkpointEveryMs?: number;
  limits?: Omit<GroupCommitOptions, 'commit'>;
}

/** Entries after which a checkpoint is made, however little time has passed. */
const entriesPerCheckpoint = 1_000;

export interface Ledger extends LedgerReading, LedgerProofs, LedgerPersonal, LedgerExport, LedgerVerification {
  readonly secrets: Secrets;
  /**
   * Resolves when everything is on disk.
   * @param recordedBy `key:<id>` or `person:<id>`
   * @throws ProblemError `invalid_request`, `record_too_large`, `idempotency_conflict`, `ledger_busy`, `ledger_damaged`, `ledger_closing`
   */
  append(request: AppendRequest, recordedBy: string): Promise<AppendAnswer>;
  /** @returns the digests that the tables are kept under, in order */
  putTables(tables: readonly unknown[]): Promise<string[]>;
  /**
   * Resolves with its place in the audit stream when the event is on disk.
   * @param recordedBy @default the event's actor, or `hub`
   */
  recordEvent(event: LedgerEvent, recordedBy?: string): Promise<AppendedRecord>;
  /** Makes the checkpoints that are due by time. */
  checkpoint(): Promise<void>;
  /** @throws Error that says which streams are damaged, and how, or why the store's keys do not open */
  checkHealth(): Promise<void>;
  /** Records that wait for a commit. */
  readonly waitingRecords: number;
  /** Takes no more, finishes what waits, and signs where the streams end. */
  close(): Promise<void>;
}

function recorderOf({ actor }: LedgerEvent): string {
  return actor === null ? 'hub' : `person:${actor.id}`;
}

/**
 * Opens the ledger of a store.
 * @throws Error for the administrator when its keys lie under another master key
 */
export async function openLedger(options: OpenLedgerOptions): Promise<Ledger> {
  const { storage, ring, clock, random, log, newId, limits, checkpointEveryMs = 60_000 } = options;
  const store = storage.ledger;
  const now = (): number => clock.now();
  const secrets = await openSecrets({ store: storage.secrets, ring, now, random });
  const tables = ledgerTables(store, now);
  const checkpoints = new Checkpoints({ store, secrets, now });
  const reading = ledgerReading({ store, secrets, tables });

  const sign = async (stream: string): Promise<void> => {
    await checkpoints
      .make(stream)
      .catch((error: unknown) => log.error({ stream, err: error }, 'no checkpoint was made'));
  };
  const onCommit = (stream: string, before: number, size: number): void => {
    if (Math.floor(before / entriesPerCheckpoint) < Math.floor(size / entriesPerCheckpoint)) void sign(stream);
  };
  const appender = new Appender({
    store,
    secrets,
    now,
    random: randomPool(random),
    log,
    onCommit,
    ...(limits && { limits }),
  });

  const checkpoint = async (): Promise<void> => {
    await secrets.refresh();
    for (const { stream } of await store.heads()) await sign(stream);
  };
  const timer =
    checkpointEveryMs === 0 ? undefined : setInterval(() => void checkpoint().catch(logTimer), checkpointEveryMs);
  const logTimer = (error: unknown): void => log.error({ err: error }, 'checkpoints could not be made');
  timer?.unref();

  const recordEvent = async (event: LedgerEvent, recordedBy = recorderOf(event)): Promise<AppendedRecord> => {
    const [place] = await appender.append(auditStream, pendingEvent(event, recordedBy));
    if (place === undefined) throw new Error('an event got no place in the audit stream');
    return place;
  };
  const personal = ledgerPersonal({ store, secrets, now, newId, record: recordEvent });
  await personal.finishErasures();

  return {
    ...reading,
    ...personal,
    ...ledgerExport({ store, secrets, reading, personal, now, newId, record: recordEvent }),
    ...ledgerVerification({ store, secrets }),
    ...ledgerProofs({ store, secrets, checkpoints }),
    secrets,

    async append(request, recordedBy) {
      const { stream = decisionStream, tables: sent = [], decisions, hashes = false } = request;
      const pending = pendingDecisions(request, { lookupSecret: secrets.secret('lookup'), recordedBy });
      if (sent.length > 0) await tables.put(sent, 'tables');
      const places = await appender.append(stream, pending);
      return {
        stream,
        sequences: places.map(({ sequence }) => sequence),
        duplicates: places.flatMap(({ duplicate }, index) => (duplicate ? [index] : [])),
        unknownTables: await tables.unknownOf(decisions),
        ...(hashes && { hashes: places.map(({ hash }) => hash) }),
      };
    },

    putTables: (sent) => tables.put(sent, 'tables'),

    recordEvent,
    checkpoint,

    checkHealth() {
      const faults = [...appender.damaged.values(), ...(secrets.fault === null ? [] : [secrets.fault.message])];
      return faults.length === 0 ? Promise.resolve() : Promise.reject(new Error(faults.join('; ')));
    },

    get waitingRecords() {
      return appender.waitingRecords;
    },

    async close() {
      clearInterval(timer);
      await appender.close();
      await checkpoint().catch(logTimer);
    },
  };
}
