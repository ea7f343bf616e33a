import { tableDigest, type Decision, type DecisionTable } from '../../../engine/index.ts';
import { parseTable } from '../../../rules/index.ts';
import { ProblemError } from '../http/problem.ts';
import type { LedgerStore } from './ledger.store.ts';

export interface LedgerTables {
  /**
   * Keeps tables with those that they use, each under its digest.
   * @param path where they stand in the body, for what is wrong with them
   * @returns the digests of the tables, in order
   * @throws ProblemError `invalid_request`
   */
  put(tables: readonly unknown[], path: string): Promise<string[]>;
  /** Digests of tables that decided and that the ledger does not hold. */
  unknownOf(decisions: readonly Decision[]): Promise<string[]>;
  /** The tables that decided, as far as the ledger holds them: the last one first, then those it used. */
  of(decision: Decision): Promise<DecisionTable[]>;
}

/** Tables that decided, so that their decisions can be explained for as long as the ledger is kept. */
export function ledgerTables(store: LedgerStore, now: () => number): LedgerTables {
  // Tables stay for good, so that one known once is known.
  const known = new Set<string>();
  return {
    async put(tables, path) {
      const read = tables.map((table, index) => readTable(table, [path, index]));
      const kept = read.flatMap((table) => [table, ...(table.uses ?? [])]);
      const rows = kept.map((table) => ({ digest: tableDigest(table), table }));
      if (rows.length > 0) await store.putTables(rows, new Date(now()).toISOString());
      for (const { digest } of rows) known.add(digest);
      return read.map(tableDigest);
    },

    async unknownOf(decisions) {
      const asked = [...new Set(decisions.flatMap(digestsOf))].filter((digest) => !known.has(digest));
      if (asked.length === 0) return [];
      for (const digest of await store.knownTables(asked)) known.add(digest);
      return asked.filter((digest) => !known.has(digest));
    },

    async of(decision) {
      const tables = await Promise.all([...new Set(digestsOf(decision))].map((digest) => store.table(digest)));
      return tables.filter((table) => table !== null);
    },
  };
}

/** A branch, and a decision by other means, has no table. */
function digestsOf({ tableDigest: digest, required = [] }: Decision): string[] {
  const own = digest === '' ? [] : [digest];
  return [...own, ...required.flatMap(digestsOf)];
}

function readTable(value: unknown, at: (string | number)[]): DecisionTable {
  const table = parseTable(value);
  if (!table.ok) throw refused(at, table.issues[0]?.code ?? 'wrong_form', table.issues[0]?.path ?? []);
  for (const part of [table.value, ...(table.value.uses ?? [])]) {
    try {
      tableDigest(part);
    } catch {
      throw refused(at, 'no_digest', []);
    }
  }
  return table.value;
}

function refused(at: (string | number)[], code: string, path: (string | number)[]): ProblemError {
  const message = 'is no decision table that could have decided';
  return new ProblemError('invalid_request', {
    params: { in: 'body' },
    issues: [{ code, path: [...at, ...path], message }],
  });
}
