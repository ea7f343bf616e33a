import { randomBytes } from 'node:crypto';
import type { Command } from '../cli/command.ts';
import { rotateSigningKey } from '../secrets/rotate-signing-key.ts';
import { databaseOption } from './store-option.ts';
import { withLedger } from './with-ledger.ts';

export const signingKeyRenewCommand: Command = {
  words: ['keys', 'renew-signing'],
  operands: [],
  summary: 'sign checkpoints with a new key from now on',
  help: [
    'Makes a new signing key and retires the one before in ten minutes; hubs at work take over the new one within a minute. What the old key signed is verified by it for ever. It is recorded in the audit stream.',
    'Tell those who compare keys: the new one is listed by keys list, and at /steward/api/v1/ledger/signing-keys. Interrupted, run it again.',
  ],
  options: { database: databaseOption },
  examples: ['steward-hub keys renew-signing'],
  async run({ options, streams }) {
    const { keyId, retired, retiredAt } = await withLedger(options, streams, ({ store, ledger, ring }) =>
      rotateSigningKey({
        store: store.storage.secrets,
        ring,
        now: () => Date.now(),
        random: (bytes) => randomBytes(bytes),
        record: (event) => ledger.recordEvent(event),
        actor: null,
      }),
    );
    streams.note(`The hub signs with the key ${keyId} from now on. Retired at ${retiredAt}: ${retired.join(', ')}.\n`);
    return 0;
  },
};
