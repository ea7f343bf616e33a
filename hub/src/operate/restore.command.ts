import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { constants, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UsageError, type Command } from '../cli/command.ts';
import { readTrustedKeys } from '../cli/ledger/trusted-keys.ts';
import { counted, redrawn } from '../cli/redrawn.ts';
import { openIdentity } from '../identity/identity.service.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { signingNumber } from '../secrets/secrets.service.ts';
import { availableKeys, configuredKeys } from './configured-keys.ts';
import { copyWholeStore } from './copy/copy-whole-store.ts';
import { storeTables } from './copy/store-tables.ts';
import { openEmptyStore } from './empty-target.ts';
import { openLedgerOf } from './open-ledger.ts';
import { openStore, type OpenStore } from './open-store.ts';
import { readErasures, reapplyErasures } from './reapply-erasures.ts';
import { nameOfLocation } from './store-location.ts';
import { chosenLocation, databaseOption } from './store-option.ts';
import { verifyAndTell } from './verify-copy.ts';

/** `steward-hub restore FILE`: a backup into an empty store. */
export const restoreCommand: Command = {
  words: ['restore'],
  operands: ['FILE'],
  summary: 'restore a backup into an empty store, and verify it',
  help: [
    'The ledger in the backup is verified first: a backup with findings is not restored. All tables are copied, all or nothing, and compared with the backup; then the ledger is verified once more.',
    'A backup is older than what was erased since. --erasures takes an export of the audit stream (steward ledger export --stream audit) of the store that is being replaced, and erases everybody again whose erasure it records. It needs the master key, and is believed when a key of the backup signed it, or one that --key names.',
    'Hubs must not run on the store meanwhile. The exit code is 1 when something was found.',
  ],
  options: {
    database: databaseOption,
    erasures: { type: 'string', help: 'an export of the audit stream; everybody erased in it is erased again' },
    key: {
      type: 'string',
      help: 'further keys that may have signed the export of --erasures, as ledger verify takes them',
    },
    'with-findings': { type: 'boolean', help: 'restore a backup although its ledger has findings' },
  },
  examples: [
    'steward-hub restore /var/backups/steward-2026-11-22.sqlite --erasures audit.jsonl',
    'steward-hub restore steward.sqlite --database postgres://steward@localhost/steward',
  ],
  async run({ operands, options, streams }) {
    const backup = path.resolve(operands[0] ?? '');
    if (!existsSync(backup)) throw new UsageError(`there is no file ${backup}.`);
    const location = chosenLocation(options, process.env);
    const folder = await mkdtemp(path.join(tmpdir(), 'steward-restore-'));
    try {
      // A copy: an older backup is brought to today's form first, and the backup itself stays as it is.
      const copy = path.join(folder, 'backup.sqlite');
      await copyFile(backup, copy, constants.COPYFILE_FICLONE);
      const from = await openStore({ kind: 'sqlite', file: copy });
      try {
        const ring = availableKeys(location, process.env);
        streams.note('The ledger in the backup:\n');
        const isWell = await verifyAndTell(from, ring, streams);
        if (!isWell && options['with-findings'] !== true) {
          streams.note('Nothing was restored. --with-findings restores it all the same.\n');
          return 1;
        }
        const erasures =
          options['erasures'] === undefined
            ? []
            : await readErasures(String(options['erasures']), await trustedKeys(from, options['key']), streams);
        const tables = await storeTables();
        const to = await openEmptyStore(location, tables);
        try {
          await copyTables(from, to, streams);
          await eraseAgain(to, erasures, streams.note);
          streams.note('The restored ledger:\n');
          const isRestoredWell = await verifyAndTell(to, availableKeys(location, process.env), streams);
          streams.note(`Restored into ${nameOfLocation(location)}.\n`);
          await tellOtherMasterKey(to, ring, streams.note);
          return isRestoredWell ? 0 : 1;
        } finally {
          await to.close();
        }
      } finally {
        await from.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** The keys of the backup, and those that the administrator names. */
async function trustedKeys({ storage }: OpenStore, given: string | boolean | undefined): Promise<string[]> {
  const known = (await storage.secrets.all()).filter((secret) => signingNumber(secret) > 0);
  return [
    ...known.map(({ publicPart }) => publicPart),
    ...(typeof given === 'string' ? await readTrustedKeys(given) : []),
  ];
}

/** A hub with another master key would not start on the restored store, so it is said now. */
async function tellOtherMasterKey(
  { storage }: OpenStore,
  ring: KeyRing | null,
  note: (text: string) => void,
): Promise<void> {
  const held = [ring?.current.id, ring?.previous?.id];
  const needed = new Set((await storage.secrets.all()).map(({ masterKeyId }) => masterKeyId));
  for (const id of needed) {
    if (held.includes(id)) continue;
    const given = ring === null ? 'none is set here' : `the one that is set here is ${ring.current.id}`;
    note(`The hub needs the master key ${id} to start on this store; ${given}.\n`);
  }
}

async function copyTables(from: OpenStore, to: OpenStore, streams: Parameters<typeof redrawn>[0]): Promise<void> {
  const drawn = redrawn(streams);
  const copied = await copyWholeStore(from, to, await storeTables(), (text) => drawn.show(text));
  drawn.clear();
  const rows = [...copied.values()].reduce((sum, table) => sum + table.rows, 0);
  streams.note(`${counted(rows, 'row')} of ${counted(copied.size, 'table')} copied and compared.\n`);
}

async function eraseAgain(
  store: OpenStore,
  erasures: Awaited<ReturnType<typeof readErasures>>,
  note: (text: string) => void,
): Promise<void> {
  if (erasures.length === 0) return;
  const ring = configuredKeys(store.location, process.env);
  const ledger = await openLedgerOf(store, ring, (line) => note(`${line}\n`));
  try {
    const identity = await openIdentity({
      storage: store.storage,
      ledger,
      clock: { now: () => Date.now() },
      newId: () => randomBytes(16).toString('base64url'),
      log: { warn: (_fields, message) => note(`${message}\n`) },
    });
    const { erased, profiles, unknown } = await reapplyErasures(store.storage, { ledger, identity }, erasures);
    const also = profiles > 0 ? ` and ${counted(profiles, 'profile')}` : '';
    note(
      `${counted(erased, 'person', 'people')}${also} erased again${unknown > 0 ? `; ${counted(unknown)} of whom the backup knows nothing` : ''}.\n`,
    );
  } finally {
    await ledger.close();
  }
}
