import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { Aggregation, DecisionTable, HitPolicy, TableInput, TableOutput, TableRow } from '../model.ts';
import { decisionContext, type DecisionNames } from './decision-context.ts';
import { isTable, type DmnDecision } from './dmn-elements.ts';
import { tableChecks } from './field-checks.ts';
import { readKeptFields, restoreFields } from './kept-fields.ts';
import { readInputs, readOutputs } from './read-columns.ts';
import { annotationsOf, readRows } from './read-rows.ts';

/** Hit policies by DMN's words. @source DMN 1.5, 8.2.8 */
export const hitPolicyWords: ReadonlyMap<string, HitPolicy> = new Map([
  ['UNIQUE', 'unique'],
  ['ANY', 'any'],
  ['PRIORITY', 'priority'],
  ['FIRST', 'first'],
  ['RULE ORDER', 'rule-order'],
  ['OUTPUT ORDER', 'output-order'],
  ['COLLECT', 'collect'],
]);

/** Aggregations by DMN's words. @source DMN 1.5, 8.2.8 */
export const aggregationWords: ReadonlyMap<string, Aggregation> = new Map([
  ['SUM', 'sum'],
  ['MIN', 'min'],
  ['MAX', 'max'],
  ['COUNT', 'count'],
]);

/** Whether rows are read, or only what they refer to. */
export type TableParts = 'all' | 'columns';

/** One decision as a table of ours, without the tables that it needs. */
export interface ReadTable {
  decision: DmnDecision;
  table: DecisionTable;
  /** Decisions whose outcomes its inputs read. */
  required: Set<DmnDecision>;
  /** Order of `uses` in the table that was written, by id of table. */
  usesOrder: string[] | null;
  notes: Issue[];
}

/**
 * Reads a decision that is a table.
 * @returns the table, or every issue that keeps it from being run
 * @example readTable(decision, nameTables(elements, types))
 */
export function readTable(decision: DmnDecision, names: DecisionNames, parts: TableParts = 'all'): Result<ReadTable> {
  const logic = decision.decisionLogic;
  if (!isTable(logic)) throw new TypeError('readTable takes decisions that are tables');
  const context = decisionContext(decision, names);
  const inputs = readInputs(logic, context);
  const outputs = readOutputs(logic, context);
  const policy = hitPolicyWords.get(logic.hitPolicy ?? 'UNIQUE');
  const issues = [...inputs.issues, ...outputs.issues];
  if (policy === undefined) {
    const known = [...hitPolicyWords.keys()];
    issues.push(errorIssue('unknown_hit_policy', [], { found: logic.hitPolicy ?? '', known }));
  }
  if (outputs.columns.length === 0) issues.push(errorIssue('no_outputs', [], { decision: context.name }));
  // A column that cannot be read would shift the cells of all others.
  if (issues.length > 0 || policy === undefined) return { ok: false, issues };
  const rules = parts === 'all' ? logic : { ...logic, rule: [], annotation: logic.annotation ?? [] };
  const read = readRows(rules, inputs.columns, outputs.columns, context);
  if (read.issues.length > 0) return { ok: false, issues: read.issues };

  const annotations = annotationsOf(logic);
  const aggregation = aggregationWords.get(logic.aggregation ?? '');
  const table: DecisionTable = {
    schemaVersion: 1,
    id: names.tableIds.get(decision) as string,
    name: decision.name?.trim() || (names.tableIds.get(decision) as string),
    version: '1',
    ...(decision.description === undefined ? {} : { description: decision.description }),
    hitPolicy: policy,
    ...(policy === 'collect' && aggregation !== undefined ? { aggregation } : {}),
    inputs: inputs.columns.map(({ input }) => input as TableInput),
    outputs: outputs.columns.map((output) => output as TableOutput),
    ...(annotations.length === 0 ? {} : { annotations }),
    rows: read.rows,
  };
  const { id: _, disabledRows: __, usesOrder: ___, ...checks } = tableChecks;
  const kept = readKeptFields(decision, 'table');
  const restored = restoreFields(table, kept, checks);
  return {
    ok: true,
    value: {
      decision,
      table: { ...restored, rows: withDisabled(restored.rows, kept?.is['disabledRows']) },
      required: context.required,
      usesOrder: usesOrderOf(kept?.is),
      notes: context.notes,
    },
  };
}

/** Rows that are switched off are no rules of DMN; they come back at their places. */
function withDisabled(rows: TableRow[], kept: JsonValue | undefined): TableRow[] {
  if (kept === undefined || !tableChecks.disabledRows(kept)) return rows;
  const all = [...rows];
  const ids = new Set(rows.map(({ id }) => id));
  for (const { at, row } of kept as unknown as { at: number; row: TableRow }[]) {
    if (!ids.has(row.id)) all.splice(Math.max(0, at), 0, row);
    ids.add(row.id);
  }
  return all;
}

function usesOrderOf(kept: JsonObject | undefined): string[] | null {
  const order = kept?.['usesOrder'];
  return order !== undefined && tableChecks.usesOrder(order) ? (order as string[]) : null;
}
