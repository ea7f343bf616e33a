import type { JsonObject, JsonValue } from '../json.ts';

/** How many rows decide. `first`: the first row, from the top, that matches. @source DMN 1.5, 8.2.8 */
export const hitPolicies = ['first'] as const;
export type HitPolicy = (typeof hitPolicies)[number];

/** Types of inputs and outputs. A `list` holds numbers, strings or booleans. */
export const valueTypes = ['number', 'string', 'boolean', 'list'] as const;
export type ValueType = (typeof valueTypes)[number];

/** One column of conditions. */
export interface TableInput {
  /** Key of the column in `TableRow.when`; unique in the table. */
  id: string;
  name: string;
  /** Where the value is in the facts: dot-separated field names and list indexes, `order.amount`, `items.0.sku`. */
  path: string;
  type: ValueType;
  /** Unit of a number, for people: `EUR`, `days`. */
  unit?: string;
  /** The values that may occur; used by the editor and, later, by the analysis. */
  allowed?: (string | number)[];
  description?: string;
}

/** One column of results. */
export interface TableOutput {
  /** Key of the column in `TableRow.then` and in the outcome; unique in the table. */
  id: string;
  name: string;
  type: ValueType;
  unit?: string;
  allowed?: (string | number)[];
  description?: string;
}

export interface TableRow {
  /** Unique in the table; stays when rows move. */
  id: string;
  /** S-FEEL unary tests by input id. An absent or blank cell, or `-`, matches anything. */
  when: Record<string, string>;
  /** Result values by output id; an absent one is null. */
  then: Record<string, JsonValue>;
  /** Why this row exists, in words a board can read. */
  reason?: string;
  /** Id of an entry of `DecisionTable.sources`. */
  source?: string;
  disabled?: boolean;
}

/** Something a table takes for granted, with somebody who answers for it. */
export interface Assumption {
  id: string;
  text: string;
  owner: string;
  /** The day by which it has to be looked at again, `YYYY-MM-DD`. */
  reviewBy: string;
}

/** What a row rests on: a law, a standard, a policy of the company. */
export interface TableSource {
  id: string;
  title: string;
  /** Article, section, clause. */
  section?: string;
  url?: string;
}

/** A case that the table itself carries: these facts must give this outcome. */
export interface TableTest {
  name: string;
  facts: JsonObject;
  /** Expected outcome (only the outputs named here are compared), or null when no row may match. */
  outcome: JsonObject | null;
  /** Expected id of the deciding row, when it matters which. */
  row?: string;
}

export interface DecisionTable {
  schemaVersion: 1;
  /** Kebab-case. */
  id: string;
  name: string;
  /** The author's own version: shown in every decision that the table makes. */
  version: string;
  description?: string;
  owner?: string;
  hitPolicy: HitPolicy;
  inputs: TableInput[];
  outputs: TableOutput[];
  rows: TableRow[];
  assumptions?: Assumption[];
  sources?: TableSource[];
  tests?: TableTest[];
}
