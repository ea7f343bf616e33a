import {
  decisionStream,
  ledgerLine,
  type EntryDetail,
  type LedgerEntry,
  type LedgerFacets,
  type LedgerPage,
  type LedgerSearch,
  type StreamSummary,
} from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import type { Secrets } from '../secrets/secrets.service.ts';
import type { EntryFilter, EntryRow, LedgerStore } from './ledger.store.ts';
import type { LedgerTables } from './ledger.tables.ts';
import { lookupOf } from './subject-keys.ts';

export interface ReadingPorts {
  store: LedgerStore;
  secrets: Secrets;
  tables: LedgerTables;
}

/** What may be searched by, the stream and the page aside. */
export type SearchFilter = Omit<LedgerSearch, 'stream' | 'before' | 'limit'>;

/** Looks at streams without opening anything personal. */
export interface LedgerReading {
  streams(): Promise<StreamSummary[]>;
  facets(stream: string): Promise<LedgerFacets>;
  search(search: LedgerSearch): Promise<LedgerPage>;
  /** @throws ProblemError `entry_not_found` */
  entry(stream: string, sequence: number): Promise<EntryDetail>;
  /** With the person by the ledger's name; null when the ledger knows no such person, so that nothing can be found. */
  filterOf(search: SearchFilter): Promise<EntryFilter | null>;
}

export function ledgerReading({ store, secrets, tables }: ReadingPorts): LedgerReading {
  const refOf = async ({ subject, subjectRef }: SearchFilter): Promise<string | null | undefined> => {
    if (subject === undefined) return subjectRef;
    const ref = (await store.subjectByLookup(lookupOf(secrets.secret('lookup'), subject)))?.ref ?? null;
    return subjectRef === undefined || subjectRef === ref ? ref : null;
  };
  const filterOf = async (search: SearchFilter): Promise<EntryFilter | null> => {
    const subject = await refOf(search);
    if (subject === null) return null;
    const { table: tableId, rule: ruleId, subject: _plain, subjectRef: _ref, ...same } = search;
    const columns = { ...same, tableId, ruleId, subject };
    // As columns are written: databases hold no U+0000 in text.
    return Object.fromEntries(
      Object.entries(columns).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value.replaceAll('\0', '\uFFFD')]],
      ),
    );
  };

  return {
    filterOf,

    async streams() {
      return Promise.all(
        (await store.heads()).map(async ({ stream, size, lastHash, recordedAt }) => {
          const newest = await store.newestCheckpoint(stream);
          const checkpoint = newest && { size: newest.size, at: newest.at };
          return { stream, size, lastHash, lastRecordedAt: recordedAt, checkpoint };
        }),
      );
    },

    facets: (stream) => store.facets(stream),

    async search({ stream = decisionStream, before, limit = 50, ...search }) {
      const filter = await filterOf(search);
      const named = search.subject === undefined ? {} : { subjectRef: filter?.subject ?? null };
      if (filter === null) return { lines: [], next: null, ...named };
      // One more than is shown tells whether there are more.
      const rows = await store.search(stream, filter, { before: before ?? null, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const next = rows.length > limit ? (shown.at(-1)?.sequence ?? null) : null;
      return { lines: shown.map((row) => ledgerLine(entryOf(row))), next, ...named };
    },

    async entry(stream, sequence) {
      const row = await rowAt(store, stream, sequence);
      const entry = entryOf(row);
      const [head, used, subject] = await Promise.all([
        store.head(stream),
        entry.record.kind === 'decision' ? tables.of(entry.record.decision) : [],
        row.subject === null ? null : store.subject(row.subject),
      ]);
      return {
        entry,
        hash: row.hash,
        tables: used,
        inputs: entry.sealed === undefined ? 'none' : subject?.wrappedKey ? 'sealed' : 'erased',
        previous: sequence > 1 ? sequence - 1 : null,
        next: head !== null && sequence < head.size ? sequence + 1 : null,
      };
    },
  };
}

/** @throws ProblemError `entry_not_found` */
export async function rowAt(store: LedgerStore, stream: string, sequence: number): Promise<EntryRow> {
  const row = await store.entry(stream, sequence);
  if (row === null) throw new ProblemError('entry_not_found');
  return row;
}

/** @throws ProblemError `ledger_damaged` when the text is no entry any more */
export function entryOf({ entry, sequence }: EntryRow): LedgerEntry {
  try {
    return JSON.parse(entry) as LedgerEntry;
  } catch (cause) {
    throw new ProblemError('ledger_damaged', {
      detail: 'The text of an entry was changed in the store.',
      params: { sequence },
      cause,
    });
  }
}
