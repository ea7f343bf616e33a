import type { Kysely, Transaction } from 'kysely';
import { isJsonObject, type LedgerFacets } from '../../../../engine/index.ts';
import type { EntryRow } from '../../ledger/ledger.store.ts';
import type { Tables } from '../schema.ts';

const facetColumns = ['journey', 'step', 'outcome', 'tableId', 'ruleId'] as const;
type FacetColumn = (typeof facetColumns)[number];

const mostShown = 200;
/** The most new values of a column that one commit adds; the others come with a later one, when they occur again. */
const mostAdded = 50;
/** chosen: what nobody would choose from a list; PostgreSQL's keys take some 2,700 bytes. */
const longestValue = 500;
/** The most that are kept of a column of a stream. */
const mostKept = 1_000;

interface Facet {
  column: FacetColumn;
  value: string;
  label: string;
  sequence: number;
}

/**
 * The values that can be searched for, kept as they occur, so that no search form has to look through a stream. What this
 * process has written once it does not write again.
 */
export function facetBook() {
  const known = new Map<string, Map<string, string>>();
  const knownOf = (stream: string, column: FacetColumn): Map<string, string> => {
    const name = `${column}\n${stream}`;
    const values = known.get(name) ?? new Map<string, string>();
    known.set(name, values);
    return values;
  };

  function unseen(stream: string, rows: readonly EntryRow[]): Facet[] {
    return facetColumns.flatMap((column) => {
      const latest = new Map<string, EntryRow>();
      for (const row of rows) {
        const value = row[column];
        if (value !== null && value.length <= longestValue) latest.set(value, row);
      }
      const before = knownOf(stream, column);
      const facets: Facet[] = [];
      for (const [value, row] of latest) {
        if (column !== 'journey' && before.has(value)) continue;
        const label = column === 'journey' ? journeyName(row) : '';
        if (before.get(value) !== label) facets.push({ column, value, label, sequence: row.sequence });
        if (facets.length === mostAdded) break;
      }
      return facets;
    });
  }

  return {
    /** Writes what is new in the rows; call `keep` with the answer once it is committed. */
    async add(db: Transaction<Tables>, stream: string, rows: readonly EntryRow[]): Promise<Facet[]> {
      const facets = unseen(stream, rows);
      for (const { column, value, label, sequence } of facets)
        await db
          .insertInto('ledger_facets')
          .values({ stream, facet: column, value, label, sequence })
          .onConflict((conflict) => conflict.columns(['stream', 'facet', 'value']).doUpdateSet({ label }))
          .execute();
      for (const column of new Set(facets.map((facet) => facet.column))) await forgetOld(db, stream, column);
      return facets;
    },

    keep(stream: string, facets: readonly Facet[]): void {
      for (const { column, value, label } of facets) {
        const values = knownOf(stream, column);
        if (values.size >= mostKept) values.clear();
        values.set(value, label);
      }
    },

    async list(db: Kysely<Tables>, stream: string): Promise<LedgerFacets> {
      const listed = async (column: FacetColumn) =>
        db
          .selectFrom('ledger_facets')
          .select(['value', 'label'])
          .where('stream', '=', stream)
          .where('facet', '=', column)
          .orderBy('sequence', 'desc')
          .orderBy('value')
          .limit(mostShown)
          .execute();
      const values = async (column: FacetColumn) => (await listed(column)).map(({ value }) => value);
      return {
        journeys: (await listed('journey')).map(({ value, label }) => ({ id: value, name: label })),
        steps: await values('step'),
        outcomes: await values('outcome'),
        tables: await values('tableId'),
        rules: await values('ruleId'),
      };
    },
  };
}

/** Drops the oldest values of a column of which there are too many, such as outcomes that are amounts. */
async function forgetOld(db: Transaction<Tables>, stream: string, column: FacetColumn): Promise<void> {
  const limit = await db
    .selectFrom('ledger_facets')
    .select('sequence')
    .where('stream', '=', stream)
    .where('facet', '=', column)
    .orderBy('sequence', 'desc')
    .offset(mostKept)
    .limit(1)
    .executeTakeFirst();
  if (!limit) return;
  await db
    .deleteFrom('ledger_facets')
    .where('stream', '=', stream)
    .where('facet', '=', column)
    .where('sequence', '<=', limit.sequence)
    .execute();
}

/** The journey's name stands in the entry alone. */
function journeyName({ entry, journey }: EntryRow): string {
  const parsed: unknown = JSON.parse(entry);
  const record = isJsonObject(parsed) ? parsed['record'] : null;
  const named = isJsonObject(record) ? record['journey'] : null;
  const name = isJsonObject(named) ? named['name'] : null;
  return typeof name === 'string' ? name.replaceAll('\0', '\uFFFD') : (journey ?? '');
}
