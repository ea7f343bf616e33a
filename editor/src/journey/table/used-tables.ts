import type { DecisionTable, Journey, TableEdit } from '../../../../engine/index.ts';
import { tablePacks } from '../../../../rules/index.ts';

/** A place where a condition's value may come from. */
export interface ValueSource {
  /** Id of the table; empty: the customer's data. */
  id: string;
  title: string;
  detail: string;
  /** The table, unless it is the customer's data. */
  table: DecisionTable | null;
  /** It is not used yet: it has to be added with the column. */
  isNew: boolean;
}

/** Where conditions of a table can read from: the customer's data, tables that it uses, and tables that it could use. */
export function valueSources(table: DecisionTable, journey: Journey): ValueSource[] {
  const used = table.uses ?? [];
  const data: ValueSource = {
    id: '',
    title: 'The customer’s data',
    detail: 'A field of what the step reads',
    table: null,
    isNew: false,
  };
  const own = used.map((entry) => sourceOf(entry, 'Result of a table that this one uses', false));
  const taken = new Set([table.id, ...used.map(({ id }) => id)]);
  const others = [
    ...Object.values(journey.tables).map((entry) => sourceOf(entry, 'Table of this journey; a copy goes along', true)),
    ...Object.values(tablePacks).map((pack) => sourceOf(pack.table, 'Rule pack; a copy goes along', true)),
  ];
  const free = others.filter(({ id, table: other }) => {
    // A used table has no used tables of its own.
    if (taken.has(id) || other?.uses !== undefined) return false;
    taken.add(id);
    return true;
  });
  return [data, ...own, ...free];
}

function sourceOf(table: DecisionTable, detail: string, isNew: boolean): ValueSource {
  return { id: table.id, title: table.name, detail, table, isNew };
}

/** The edit that adds the table of a source, where it is not used yet. Its tests stay with the original. */
export function sourceEdits(source: ValueSource | undefined): TableEdit[] {
  if (source?.table == null || !source.isNew) return [];
  const { tests: _, ...table } = source.table;
  return [{ kind: 'add-used-table', table }];
}

/** Inputs of a table, and of the tables that it uses, that read the result of one. */
export function readersOf(table: DecisionTable, used: string): string[] {
  return [table, ...(table.uses ?? [])].flatMap(({ inputs }) =>
    inputs.filter(({ from }) => from === used).map(({ name }) => name),
  );
}
