import { describeIssue, type LedgerFinding, type VerificationReport } from '../../../engine/index.ts';
import { availableKeys } from '../operate/configured-keys.ts';
import { openToRead } from '../operate/open-store.ts';
import { chosenLocation, databaseOption } from '../operate/store-option.ts';
import { UsageError, type Command, type Invocation } from './command.ts';
import { readKeptCheckpoints } from './ledger/kept-checkpoints.ts';
import { readTrustedKeys } from './ledger/trusted-keys.ts';
import { verifyExport } from './ledger/verify-export.ts';
import { verifyStore, type KeyInStore, type StoreVerification } from './ledger/verify-store.ts';
import { counted, redrawn } from './redrawn.ts';
import { threadsOf } from './threads-option.ts';

/** `steward ledger verify`: finds whatever was changed, removed, swapped or added in a ledger. */
export const ledgerVerifyCommand: Command = {
  words: ['ledger', 'verify'],
  operands: [],
  summary: 'check that nobody changed a ledger, in its store or in an export',
  help: [
    'Looks at every entry: its hash, its link to the entry before, its place, the columns it is searched by; and at what the hub signed: the end of each stream, and all checkpoints. Hubs may go on writing meanwhile.',
    'Who has the database and the hub’s keys can make another ledger that verifies. Against that help a checkpoint or a receipt that somebody else kept (--checkpoint), and keys that the company publishes (--key). With the master key at hand (STEWARD_MASTER_KEY, or master.key beside a SQLite file) signing keys that were planted in the store are found, too.',
    'The exit code is 1 when something was found.',
  ],
  options: {
    export: { type: 'string', help: 'an export as JSON lines, in place of a store' },
    database: databaseOption,
    stream: { type: 'string', help: 'only this stream (default: all)' },
    key: {
      type: 'string',
      help: 'believe these signing keys alone: ids or public keys, separated by commas, or a file',
    },
    checkpoint: {
      type: 'string',
      help: 'a file with checkpoints or receipts that were kept: nothing before them may have changed',
    },
    threads: { type: 'string', help: 'how many threads read a store (default: one per core, 4 at most)' },
    json: {
      type: 'boolean',
      help: 'write {"ok", "streams": [{"stream", "entries", "findings", …}], "keys", "seconds"}',
    },
  },
  examples: [
    'steward ledger verify',
    'steward ledger verify --database postgres://steward@localhost/steward --json',
    'steward ledger verify --export decisions.jsonl --key 21fe31dfa154a261 --checkpoint kept.json',
  ],
  async run(invocation) {
    const { options, streams } = invocation;
    const begunAt = performance.now();
    const { streams: reports, keys } = await verified(invocation);
    const seconds = (performance.now() - begunAt) / 1000;
    const ok = reports.every((report) => report.ok);
    if (options['json'] === true) {
      const worded = reports.map((report) => ({ ...report, findings: report.findings.map(withWords) }));
      await streams.write(`${JSON.stringify({ ok, streams: worded, keys, seconds }, null, 2)}\n`);
    } else {
      for (const report of reports) await streams.write(textOf(report));
      for (const line of keyLines(reports, keys)) await streams.write(`${line}\n`);
      if (reports.length === 0) await streams.write('There are no streams.\n');
    }
    return ok ? 0 : 1;
  },
};

async function verified({ options, streams }: Invocation): Promise<StoreVerification> {
  const [file, stream] = [options['export'], options['stream']] as (string | undefined)[];
  if (file !== undefined && options['database'] !== undefined)
    throw new UsageError('--export and --database are two ledgers; name one of them.');
  const trusted = options['key'] === undefined ? undefined : await readTrustedKeys(String(options['key']));
  const kept =
    options['checkpoint'] === undefined ? [] : await readKeptCheckpoints(String(options['checkpoint']), streams);
  const drawn = redrawn(streams);
  const progress = (name: string, checked: number, of: number): void =>
    drawn.show(`${name}: ${counted(checked)}${of > 0 ? ` of ${counted(of)}` : ''} entries`);
  try {
    if (file !== undefined) return await verifyExport(file, { stream, trusted, kept, progress });
    const location = chosenLocation(options, process.env);
    const store = await openToRead(location);
    try {
      const threads = threadsOf(options['threads']);
      const ring = availableKeys(location, process.env);
      return await verifyStore(store, {
        ...{ stream, trusted, kept, ring, progress },
        ...(threads !== undefined && { threads }),
      });
    } finally {
      await store.close();
    }
  } finally {
    drawn.clear();
  }
}

function withWords(finding: LedgerFinding): LedgerFinding & { message: string } {
  return { ...finding, message: describeIssue(finding) };
}

function textOf({ stream, entries, ok, findings, moreFindings, head, checkpoints, root }: VerificationReport): string {
  const end = head === 'signed' ? 'its end is signed' : head === 'wrong' ? 'its end is WRONG' : 'its end is not signed';
  const summary = `${stream}: ${counted(entries, 'entry', 'entries')}, ${ok ? 'unchanged' : 'NOT as recorded'}; ${end}, ${counted(checkpoints, 'checkpoint')} ${checkpoints === 1 ? 'holds' : 'hold'}`;
  const lines = findings.map((finding) => `  FOUND  ${describeIssue(finding)}`);
  if (moreFindings > 0) lines.push(`  and ${counted(moreFindings)} more`);
  if (root !== null) lines.push(`  root ${root}`);
  return `${[summary, ...lines].join('\n')}\n`;
}

const madeWords: Record<KeyInStore['made'], string> = {
  own: 'made with the hub’s master key',
  planted: 'NOT made with the hub’s master key: it is not believed',
  unchecked: 'compare it with the keys that the company publishes, or pass it as --key',
};

function keyLines(reports: readonly VerificationReport[], keys: readonly KeyInStore[]): string[] {
  const signers = new Set(reports.flatMap(({ signedBy }) => signedBy.map(({ id }) => id)));
  return keys
    .filter(({ id, made }) => signers.has(id) || made === 'planted')
    .map(({ id, made }) => `${signers.has(id) ? 'signed by' : 'found'} the key ${id}: ${madeWords[made]}`);
}
