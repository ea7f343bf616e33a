import type { IssueMessage } from '../issue.ts';

/** Wording of what is wrong with a receipt. */
export const receiptMessages: Record<string, IssueMessage> = {
  receipt_not_json:
    'This is no receipt: it is not the JSON that Steward hands out. Take the file as it was given, unopened and unchanged.',
  receipt_too_new:
    'This receipt has version {version}, which this program does not know yet. Verify it with a newer version of Steward.',
  receipt_malformed: ({ member }) =>
    member === ''
      ? 'This is no receipt of Steward.'
      : `This is no complete receipt: "${String(member)}" is missing or of another form. Take the file as it was given.`,
  receipt_entry_unreadable: 'The decision in this receipt cannot be read. It is not what the ledger recorded.',
  receipt_entry_not_canonical:
    'The decision in this receipt is not written in the form that the ledger hashes. It was changed after it was handed out.',
  receipt_other_stream:
    'The decision belongs to the stream "{stream}", and the signature is about the stream "{signed}". The two do not belong together.',
  receipt_beyond_checkpoint:
    'The decision says that it is entry {sequence}, and the signature is about the first {size} entries. The two do not belong together.',
  receipt_path_wrong:
    'The decision is not the one that was signed: its hash does not lead to the signed state of the ledger. The decision or the proof was changed.',
  receipt_key_differs:
    'The key in this receipt is not the key {named} that the signed state of the ledger names. One of them was replaced.',
  receipt_signature_wrong:
    'The signature does not hold: the state of the ledger in this receipt was not signed by the key in it.',
  receipt_key_retired:
    'The state of the ledger was signed at {at}, after the key was retired at {retiredAt}. Ask for a new receipt.',
  receipt_key_unknown:
    'The key {keyId} that signed is none of those that you trust. Compare it with the keys that the company publishes.',
};
