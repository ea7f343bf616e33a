import type { JsonObject, JsonValue } from '../json.ts';

/**
 * How the rows that match make the outcome.
 *
 * | policy | outcome | several rows match |
 * | --- | --- | --- |
 * | `unique` | the row's results | an error: the table contradicts itself |
 * | `any` | the rows' common results | an error when their results differ |
 * | `priority` | the results that stand first in the outputs' `allowed` | the first of equals wins |
 * | `first` | the topmost row's results | the topmost wins |
 * | `rule-order` | a list of results, top down | all |
 * | `output-order` | a list of results, in the order of the outputs' `allowed` | all |
 * | `collect` | a list of results, top down; or one figure (`aggregation`) | all |
 * @source DMN 1.5, 8.2.8 (hit policies)
 */
export const hitPolicies = ['unique', 'any', 'priority', 'first', 'rule-order', 'output-order', 'collect'] as const;
export type HitPolicy = (typeof hitPolicies)[number];

/** What `collect` makes of the values of its one output; without one it lists the results. @source DMN 1.5, 8.2.8 */
export const aggregations = ['sum', 'min', 'max', 'count'] as const;
export type Aggregation = (typeof aggregations)[number];

/**
 * Types of inputs and outputs. Dates, times and durations are ISO 8601 texts (`2026-11-22`, `08:30:00`,
 * `2026-11-22T08:30:00Z`, `P3DT12H`, `P1Y6M`). A `list` holds numbers, strings or booleans.
 * @source DMN 1.5, 10.3.2.3 (FEEL's types)
 */
export const valueTypes = [
  'number',
  'string',
  'boolean',
  'date',
  'time',
  'date-time',
  'day-time-duration',
  'year-month-duration',
  'list',
] as const;
export type ValueType = (typeof valueTypes)[number];

/** What people call the types. */
export const valueTypeTitles: Record<ValueType, string> = {
  number: 'Number',
  string: 'Text',
  boolean: 'Yes or no',
  date: 'Date',
  time: 'Time',
  'date-time': 'Date and time',
  'day-time-duration': 'Duration in days and time',
  'year-month-duration': 'Duration in years and months',
  list: 'List',
};

/** One column of conditions. A column that no row tests is there for other cells to compare with. */
export interface TableInput {
  /** Key of the column in `TableRow.when`; unique in the table. Cells compare with it by this name: `> limit`. */
  id: string;
  name: string;
  /** Where the value is in the facts (or in the outcome of `from`): dot-separated field names and list indexes, `order.amount`, `items.0.sku`. */
  path: string;
  /** Id of a table in `DecisionTable.uses`: `path` is then read in that table's outcome. Where it has several outcomes, the value is the list of theirs. */
  from?: string;
  type: ValueType;
  /** Unit of a number, for people: `EUR`, `days`. */
  unit?: string;
  /** The values that may occur; any other is an error of the item (`value_not_allowed`). For a list: its members. Absent and null pass. */
  allowed?: (string | number)[];
  /** Where they cannot be listed: S-FEEL unary tests that a value has to pass, `[18..120]`. Only one of the two. */
  allowedRange?: string;
  /** An absent or null value is an error of the item (`missing_input`). */
  required?: boolean;
  description?: string;
}

/** One column of results. */
export interface TableOutput {
  /** Key of the column in `TableRow.then` and in the outcome; unique in the table. Any text: `Approval Status`. */
  id: string;
  name: string;
  type: ValueType;
  unit?: string;
  /** The values that may occur. Their order is the priority of `priority` and `output-order`, the first being the highest. */
  allowed?: (string | number)[];
  /** The result when no row matches. When at least one output has one, outputs without give null. */
  default?: JsonValue;
  description?: string;
}

/** A column of remarks that decide nothing. */
export interface TableAnnotation {
  /** Key in `TableRow.annotations`. */
  id: string;
  name: string;
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
  /** First day on which the row counts, `YYYY-MM-DD`. */
  validFrom?: string;
  /** Last day on which the row counts, `YYYY-MM-DD`. */
  validUntil?: string;
  /** Remarks by annotation id. */
  annotations?: Record<string, string>;
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

/** What a table gives: results by output id; a list of those under `rule-order`, `output-order` and plain `collect`; null when no row matches and no output has a default. */
export type Outcome = JsonObject | JsonObject[] | null;

/** A case that the table itself carries: these facts must give this outcome. */
export interface TableTest {
  name: string;
  facts: JsonObject;
  /** Expected outcome (only the outputs named here are compared), or null when no row may match. */
  outcome: Outcome;
  /** Expected id of the deciding row, when it matters which. */
  row?: string;
  /** The day on which the case is decided, `YYYY-MM-DD`; needed where rows have days of validity. */
  day?: string;
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
  /** Only with `collect`. */
  aggregation?: Aggregation;
  /** First and last day on which the table may decide, `YYYY-MM-DD`; on other days it is an error. */
  validFrom?: string;
  validUntil?: string;
  inputs: TableInput[];
  outputs: TableOutput[];
  annotations?: TableAnnotation[];
  rows: TableRow[];
  /** Tables whose outcomes inputs of this table (or of each other) read by `from`; no table in it has `uses` of its own. */
  uses?: DecisionTable[];
  assumptions?: Assumption[];
  sources?: TableSource[];
  tests?: TableTest[];
}
