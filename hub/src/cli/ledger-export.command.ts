import {
  decisionStream,
  exportCheckpointLine,
  exportEndLine,
  exportEntryLine,
  exportHeaderLine,
  signingKeyId,
} from '../../../engine/index.ts';
import { openToRead } from '../operate/open-store.ts';
import { chosenLocation, databaseOption } from '../operate/store-option.ts';
import { signingNumber } from '../secrets/secrets.service.ts';
import { UsageError, type Command } from './command.ts';
import { counted, redrawn } from './redrawn.ts';

/** `steward ledger export`: a stream as JSON lines that can be verified elsewhere. */
export const ledgerExportCommand: Command = {
  words: ['ledger', 'export'],
  operands: [],
  summary: 'write a stream of a ledger as JSON lines, to keep or to verify elsewhere',
  help: [
    'Writes the header, every entry as it is hashed, and the signed checkpoints to standard output. Personal inputs stay sealed; whoever may read them exports them in the explorer, where that is recorded.',
    '--from and --until choose sequences; what is left out cannot be verified as a chain.',
  ],
  options: {
    database: databaseOption,
    stream: { type: 'string', help: `the stream (default: ${decisionStream})` },
    from: { type: 'string', help: 'the first entry, by its number (default: 1)' },
    until: { type: 'string', help: 'the last entry, by its number (default: the newest)' },
  },
  examples: [
    'steward ledger export > decisions.jsonl',
    'steward ledger export --database steward.sqlite --stream audit --from 1000 > audit.jsonl',
  ],
  async run({ options, streams }) {
    const stream = String(options['stream'] ?? decisionStream);
    const store = await openToRead(chosenLocation(options, process.env));
    const progress = redrawn(streams);
    try {
      const { ledger, secrets } = store.storage;
      // In this order: whatever is added meanwhile stands behind the head, and is left out.
      const checkpoints = await ledger.checkpoints(stream);
      const head = await ledger.head(stream);
      if (head === null) throw new UsageError(`there is no stream ${stream} in this ledger.`);
      const from = sequenceOf('from', options['from']) ?? 1;
      const last = Math.min(head.size, sequenceOf('until', options['until']) ?? head.size);
      const filtered = from > 1 || last < head.size;
      const held = checkpoints.filter(({ size }) => size <= last && size >= from);
      const signingKeys = (await secrets.all())
        .filter((secret) => signingNumber(secret) > 0)
        .map(({ publicPart: publicKey, createdAt, retiredAt }) => ({
          id: signingKeyId(publicKey) ?? '',
          publicKey,
          createdAt,
          retiredAt,
        }));
      const checkpointSizes = held.map(({ size }) => size);
      const exportedAt = new Date().toISOString();
      await streams.write(
        exportHeaderLine({ stream, from, until: last + 1, filtered, exportedAt, signingKeys, head, checkpointSizes }),
      );
      let written = 0;
      for await (const rows of ledger.entries(stream, from, last + 1)) {
        await streams.write(rows.map((row) => exportEntryLine(row)).join(''));
        written += rows.length;
        progress.show(`${counted(written)} of ${counted(last - from + 1)} entries`);
      }
      for (const checkpoint of held) await streams.write(exportCheckpointLine(checkpoint));
      await streams.write(exportEndLine(written));
      return 0;
    } finally {
      progress.clear();
      await store.close();
    }
  },
};

function sequenceOf(name: string, given: string | boolean | undefined): number | null {
  if (given === undefined) return null;
  const sequence = Number(given);
  if (!Number.isSafeInteger(sequence) || sequence < 1)
    throw new UsageError(`--${name} ${String(given)}: expected the number of an entry, 1 or more.`);
  return sequence;
}
