import {
  describeIssue,
  signingKeyId,
  verifyReceipt,
  type Issue,
  type ReceiptReport,
  type ReceiptStep,
} from '../../../engine/index.ts';
import { nodeCrypto } from '../ledger/node-crypto.ts';
import { UsageError, type Command } from './command.ts';
import { readTrustedKeys } from './ledger/trusted-keys.ts';
import { nameOf, readJson } from './read-document.ts';

/** `steward receipt verify FILE…`: checks receipts without the ledger. */
export const receiptVerifyCommand: Command = {
  words: ['receipt', 'verify'],
  operands: ['FILE…'],
  summary: 'check receipts of decisions, without the ledger',
  help: [
    'A receipt holds one decision and the proof that it stands in the ledger: word for word as it was recorded, under a state that the hub signed. Nothing is asked of the hub.',
    'Whose signature it is, only you can know: --key names the keys that you trust, as the company publishes them. Without it the key is shown, for you to compare.',
    'The exit code is 1 when one of the receipts does not hold.',
  ],
  options: {
    key: {
      type: 'string',
      help: 'trust these keys alone: ids or public keys, separated by commas, or a file (PEM, or the answer of /ledger/signing-keys)',
    },
    json: { type: 'boolean', help: 'write {"receipts": [{"file", "ok", "steps", "entry", "hash", "checkpoint", …}]}' },
  },
  examples: ['steward receipt verify receipt.json', 'steward receipt verify receipts/*.json --key 21fe31dfa154a261'],
  async run({ operands, options, streams }) {
    if (operands.filter((file) => file === '-').length > 1)
      throw new UsageError('standard input holds one receipt only.');
    const given = options['key'] as string | undefined;
    const trustedKeyIds = given === undefined ? undefined : await readTrustedKeys(given);
    const checked: { file: string; report: ReceiptReport }[] = [];
    for (const file of operands) {
      const options = { crypto: nodeCrypto, ...(trustedKeyIds !== undefined && { trustedKeyIds }) };
      const report = verifyReceipt(await readJson(file, streams), options);
      checked.push({ file, report });
    }
    if (options['json'] === true) {
      const receipts = checked.map(({ file, report }) => ({ file, ...report, steps: report.steps.map(worded) }));
      await streams.write(`${JSON.stringify({ receipts }, null, 2)}\n`);
    } else for (const { file, report } of checked) await streams.write(textOf(nameOf(file), report));
    return checked.every(({ report }) => report.ok) ? 0 : 1;
  },
};

const stepWords: Record<ReceiptStep['step'], string> = {
  form: 'it is a receipt',
  entry: 'the decision is written as the ledger records it',
  path: 'the decision stands in the signed state of the ledger',
  signature: 'the state was signed by the key in the receipt',
  key: 'the key is one that you trust',
};

function textOf(file: string, { ok, steps, entry, checkpoint, signingKey }: ReceiptReport): string {
  const lines = steps.map(({ step, state, issues }) => {
    if (state === 'passed') return `  ok      ${stepWords[step]}`;
    if (state === 'unchecked')
      return step === 'key' ? keyLine(signingKey) : `  -       ${stepWords[step]}: not checked`;
    return issues.map((issue) => `  FAILED  ${describeIssue(issue)}`).join('\n');
  });
  const what =
    entry === null || checkpoint === null
      ? ''
      : `: entry ${entry.sequence} of ${entry.stream}, decided ${entry.record.decidedAt}, signed ${checkpoint.at}`;
  return `${file} ${ok ? 'holds' : 'DOES NOT HOLD'}${what}\n${lines.join('\n')}\n`;
}

function keyLine(key: ReceiptReport['signingKey']): string {
  if (key === null) return `  -       ${stepWords.key}: not checked`;
  const id = signingKeyId(key.publicKey) ?? key.id;
  return `  ?       signed by the key ${id}: compare it with the keys that the company publishes, or pass it as --key`;
}

/** Issues with their words. */
function worded(step: ReceiptStep): Omit<ReceiptStep, 'issues'> & { issues: (Issue & { message: string })[] } {
  return { ...step, issues: step.issues.map((issue) => ({ ...issue, message: describeIssue(issue) })) };
}
