import type { FindingList } from './finding-list.ts';
import type { LedgerEntry } from './entry.ts';
import { searchColumns, type SearchColumns } from './search-columns.ts';
import type { StoredRow } from './verification.ts';

const columnNames = [
  'kind',
  'recordKey',
  'subject',
  'journey',
  'step',
  'tableId',
  'ruleId',
  'outcome',
  'decidedAt',
] as const satisfies readonly (keyof SearchColumns)[];

/**
 * Holds an entry whose hash is right against its stream, its place and the columns beside it. It looks at the form of the
 * text where its members stand, not at every byte: the hash says that it is what the hub wrote.
 */
export function checkContent(
  stream: string,
  sequence: number,
  row: StoredRow,
  entry: LedgerEntry | null,
  findings: FindingList,
): void {
  if (entry === null) {
    findings.add('entry_unreadable', sequence);
    return;
  }
  if (entry.stream !== stream) findings.add('entry_of_other_stream', sequence, { stream: entry.stream });
  else if (!hasCanonicalForm(row.entry, entry)) findings.add('not_canonical', sequence);
  const { columns } = row;
  if (columns === undefined) return;
  if (columns.sequence !== undefined && columns.sequence !== sequence) {
    findings.add('column_differs', sequence, { column: 'sequence' });
  }
  const expected = searchColumns(entry);
  for (const column of columnNames) {
    const kept = columns[column];
    if (kept !== undefined && kept !== expected[column]) findings.add('column_differs', sequence, { column });
  }
}

function hasCanonicalForm(text: string, { sequence, stream, previous }: LedgerEntry): boolean {
  return (
    text.startsWith(`{"previous":"${previous}","record":{`) &&
    text.endsWith(`,"sequence":${sequence},"stream":${JSON.stringify(stream)},"v":1}`)
  );
}
