import type { IssueMessage } from '../issue.ts';

/** Several missing entries, or one. */
function missing({ from, until, count }: Record<string, unknown>): string {
  return count === 1 ? `Entry ${String(from)} is missing` : `Entries ${String(from)} to ${String(until)} are missing`;
}

/** Wording of what a verification finds in a ledger. */
export const verificationMessages: Record<string, IssueMessage> = {
  // Entries
  entry_changed: 'Entry {sequence} was changed: its text has another hash than the one that was recorded for it.',
  entry_missing: (params) => `${missing(params)}: the entries before and behind are there.`,
  entry_inserted: 'A row too many claims to be entry {sequence}; it stands behind entry {after}.',
  entries_out_of_order: 'The row of entry {sequence} holds entry {found}: rows were swapped or moved.',
  entry_unreadable: 'Entry {sequence} is no entry of a ledger, although its hash is right.',
  entry_of_other_stream: 'Entry {sequence} belongs to the stream "{stream}".',
  chain_broken: ({ sequence, next }) =>
    next === null
      ? `Entry ${String(sequence)} is not the one that was signed as the last: another was put in its place.`
      : `Entry ${String(sequence)} is not the one that entry ${String(next)} was chained to: another was put in its place.`,
  first_entry_has_previous: 'Entry 1 names an entry before it. The beginning of the stream was cut away or replaced.',
  not_canonical: 'Entry {sequence} is not written in the form that the ledger writes.',
  clock_went_back: 'Entry {sequence} was recorded earlier than the entry before it, as its time says.',
  column_differs: ({ sequence, column }) =>
    `The column "${String(column)}" of entry ${String(sequence)} does not say what the entry says: searches give wrong answers.`,

  // The end of the stream
  tail_missing: (params) => `${missing(params)} at the end of the stream: they were signed, and are gone.`,
  entries_beyond_head:
    'The stream has {count} entries more than the {size} that were signed, from entry {sequence} on. They were not recorded by the hub.',
  head_missing: 'The signed end of the stream is gone, so nothing says whether entries were cut off or added.',
  head_signature_wrong: 'The signature of the end of the stream does not hold: it was not written by the hub.',
  head_key_unknown: 'The end of the stream was signed by the key {keyId}, which is none of the hub.',

  // Checkpoints
  checkpoint_key_unknown: 'The checkpoint at {size} entries was signed by the key {keyId}, which is none of the hub.',
  checkpoint_signature_wrong:
    'The signature of the checkpoint at {size} entries does not hold: it was not written by the hub, or was changed.',
  checkpoint_key_retired: 'The checkpoint at {size} entries is dated {at}, when the key {keyId} was retired already.',
  checkpoint_of_other_stream: 'The checkpoint at {size} entries belongs to the stream "{stream}".',
  checkpoint_root_differs:
    'The first {size} entries are not those that were signed at {at}: at least one of them was replaced.',
  checkpoint_not_announced:
    'The checkpoint at {size} entries is not in the list at the beginning of the file, so it was added afterwards.',
  older_than_checkpoint:
    'The ledger has {entries} entries and is older than the checkpoint of {at}, which has {size}: it was restored from an older backup, or entries were cut off.',

  // Export files
  export_unreadable: 'Line {line} of the file is no line of an export. The file was changed, or is none.',
  export_too_new:
    'The export has version {version}, which this program does not know yet. Use a newer version of Steward.',
  export_cut_short: 'The end of the file is missing: it was cut short while it was written or sent.',
  export_count_differs: 'The file says that it has {said} entries and has {entries}. Lines were added or taken away.',
  export_out_of_place: 'Line {line} of the file stands where it does not belong.',
};
