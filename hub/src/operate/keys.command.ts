import { sql } from 'kysely';
import { signingKeyId } from '../../../engine/index.ts';
import { UsageError, type Command } from '../cli/command.ts';
import { counted, redrawn } from '../cli/redrawn.ts';
import { UnwrapError, type KeyRing } from '../secrets/key-ring.ts';
import { readMasterKey, type MasterKey } from '../secrets/master-key.ts';
import { rotateMasterKey } from '../secrets/rotate-master-key.ts';
import { signingNumber } from '../secrets/secrets.service.ts';

import { availableKeys } from './configured-keys.ts';
import { openLedgerOf } from './open-ledger.ts';
import { openStore, openToRead, type OpenStore } from './open-store.ts';
import { chosenLocation, databaseOption } from './store-option.ts';

export const keysRotateCommand: Command = {
  words: ['keys', 'rotate'],
  operands: [],
  summary: 'put all keys of a store under a new master key',
  help: [
    'Every key in the store lies under the master key. This wraps all of them anew; nothing else changes, and no entry is touched. It is recorded in the audit stream.',
    'While hubs are at work: first restart them with the new key as STEWARD_MASTER_KEY_FILE and the old one as STEWARD_PREVIOUS_MASTER_KEY_FILE, then run this with the same settings, then restart them without the previous one. Interrupted, run it again.',
    'The exit code is 1 when a key lies under neither of the two, or was changed in the store.',
  ],
  options: {
    'new-key-file': { type: 'string', help: 'the file of the new master key; made when there is none' },
    database: databaseOption,
  },
  examples: ['steward-hub keys rotate --new-key-file /etc/steward/master-2027.key'],
  async run({ options, streams }) {
    const file = options['new-key-file'];
    if (typeof file !== 'string') throw new UsageError('keys rotate needs --new-key-file F.');
    const location = chosenLocation(options, process.env);
    const known = availableKeys(location, process.env);
    const current = newKey(file);
    const ring: KeyRing = {
      current,
      previous: known?.current.id === current.id ? known.previous : (known?.current ?? null),
    };
    if (ring.previous === null)
      throw new UsageError('the master key in use must be given, too: STEWARD_MASTER_KEY or STEWARD_MASTER_KEY_FILE.');
    const store = await openStore(location);
    const progress = redrawn(streams);
    try {
      const ledger = await openLedgerOf(store, ring, (line) => streams.note(`${line}\n`));
      const { secrets, subjects } = await rotateMasterKey({
        ...store.storage,
        ring,
        record: (event) => ledger.recordEvent(event),
        now: () => Date.now(),
        actor: null,
        onProgress: (done) => progress.show(`${counted(done, 'subject')} done`),
      }).finally(() => ledger.close());
      progress.clear();
      streams.note(
        `${counted(secrets, 'secret')} and ${counted(subjects, 'subject')} now lie under the master key ${current.id}.\n`,
      );
      streams.note(
        `Give it to every hub: STEWARD_MASTER_KEY_FILE=${file}, without a previous one. A hub that has the old key alone takes nothing more.\n`,
      );
      return 0;
    } catch (error) {
      progress.clear();
      if (!(error instanceof UnwrapError)) throw error;
      streams.note(`steward-hub: ${error.message}.\n`);
      return 1;
    } finally {
      await store.close();
    }
  },
};

function newKey(file: string): MasterKey {
  try {
    return readMasterKey({ keptIn: file });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export const keysListCommand: Command = {
  words: ['keys', 'list'],
  operands: [],
  summary: 'list the signing keys, and which master key all keys lie under',
  help: [
    'Signing keys with their public halves, as they are published for those who verify. More than one master key in the list means that a rotation has begun and not ended.',
  ],
  options: {
    database: databaseOption,
    json: { type: 'boolean', help: 'write {"signingKeys": […], "masterKeys": […]}' },
  },
  examples: ['steward-hub keys list'],
  async run({ options, streams }) {
    const store = await openToRead(chosenLocation(options, process.env));
    try {
      const secrets = await store.storage.secrets.all();
      const signingKeys = secrets
        .filter((secret) => signingNumber(secret) > 0)
        .sort((a, b) => signingNumber(a) - signingNumber(b))
        .map(({ publicPart, createdAt, retiredAt }) => ({
          id: signingKeyId(publicPart),
          publicKey: publicPart,
          createdAt,
          retiredAt,
        }));
      const masterKeys = await countByMasterKey(store, secrets);
      if (options['json'] === true) await streams.write(`${JSON.stringify({ signingKeys, masterKeys }, null, 2)}\n`);
      else {
        for (const { id, publicKey, createdAt, retiredAt } of signingKeys)
          await streams.write(
            `signing key ${id}  ${publicKey}  since ${createdAt}${retiredAt ? ` until ${retiredAt}` : ''}\n`,
          );
        for (const { id, secrets, subjects } of masterKeys)
          await streams.write(`master key  ${id}  ${counted(secrets, 'secret')}, ${counted(subjects, 'subject')}\n`);
      }
      return 0;
    } finally {
      await store.close();
    }
  },
};

async function countByMasterKey(
  { database }: OpenStore,
  secrets: readonly { masterKeyId: string }[],
): Promise<{ id: string; secrets: number; subjects: number }[]> {
  const { rows } = await sql<{ id: string; count: number | string }>`
    select master_key_id as id, count(*) as count from ledger_subjects
    where master_key_id is not null group by master_key_id`.execute(database);
  const subjects = new Map(rows.map(({ id, count }) => [id, Number(count)]));
  const ids = [...new Set([...secrets.map(({ masterKeyId }) => masterKeyId), ...subjects.keys()])].sort();
  return ids.map((id) => ({
    id,
    secrets: secrets.filter(({ masterKeyId }) => masterKeyId === id).length,
    subjects: subjects.get(id) ?? 0,
  }));
}
