import { errorIssue, type Issue, type Result } from '../../issue.ts';
import { formatUnaryTests } from '../cell/format-unary-tests.ts';
import type { DecisionTable, TableRow } from '../model.ts';
import { BoxAlgebra, maxBoxes } from './condition-boxes.ts';
import { ImportColumns, leavesOf, type ImportReason } from './import-columns.ts';
import { ConditionReader, type ReadCondition } from './condition-reader.ts';
import { nameOf, noteOf, orderOfEvents } from './order-of-events.ts';
import { importOutputs } from './import-outputs.ts';
import type { JsonRule, RuleSet } from './rule-set.ts';
import { nullBit, undefinedBit } from './value-classes.ts';

/** Settings of `importJsonRules`. */
export interface ImportRulesOptions {
  /**
   * What the table gives: the results of all rules that hold, as json-rules-engine gives all events; or of the first alone,
   * for rule sets whose first event decides. @default 'rule-order'
   */
  hitPolicy?: 'rule-order' | 'first';
  /** Id and name of the table. @default the event's type for rules that `exportJsonRules` wrote; else 'imported-rules' */
  id?: string;
  name?: string;
}

/** Chosen: the most rows that a table of the designer is made for. */
const maxRows = 5000;

/**
 * Makes a decision table of a rule set, when a table can decide the same: comparisons of facts with constants, joined by
 * `all`, `any`, `not` and shared conditions. Each rule becomes a row; one whose alternatives lie in several columns becomes
 * several rows, of which at most one matches at a time. Events become results, rows stand in the order of the events.
 *
 * The table gives what json-rules-engine gives wherever that answers and values are of the types of their columns. It is
 * refused, by rule, where it could not: `rule_not_importable` with params.reason
 *
 * - `fact_against_fact`: a value that names a fact
 * - `path`: wildcards, slices, `length`, names that no path of a table can say
 * - `mixed_types`, `text_order`: a fact compared with values of several types; texts that are no days or times by order
 * - `operator`: what no cell asks about a list or a value
 * - `may_fail`: json-rules-engine would throw on absent values
 * - `null_or_absent`: null and absent, which are one in a table, would give different answers
 * - `too_many_rows` (500 per rule), `too_many_values` (2,000 per fact)
 * - `missing_condition`: a shared condition that does not exist
 * @param ruleSet from `readRuleSet`
 * @returns the table, and notes of severity `warning`: `order_within_priority` (events of rules of one priority may change
 *   places with the facts), `absent_facts_decide` (json-rules-engine fails on an absent fact, the table takes it as absent),
 *   `type_assumed`, `rule_never_holds`, `rule_split`. Or issues: `rule_not_importable`, `params_not_importable`,
 *   `param_types_differ`, `param_from_fact`, `error_event`, `too_many_rows_in_all`
 * @example importJsonRules(ruleSet, { hitPolicy: 'first' })
 */
export function importJsonRules(
  ruleSet: RuleSet,
  options: ImportRulesOptions = {},
): Result<{ table: DecisionTable; notes: Issue[] }> {
  const issues: Issue[] = [];
  const notes: Issue[] = [];
  checkEvents(ruleSet, issues);
  const outputs = importOutputs(ruleSet.rules, issues);
  const shared = new Map(Object.entries(ruleSet.conditions ?? {}));
  const roots = [...ruleSet.rules.map(({ conditions }) => conditions), ...shared.values()];
  const columns = new ImportColumns(leavesOf(roots), ruleSet.allowUndefinedFacts === true);
  const order = orderOfEvents(ruleSet, shared, notes);
  const rows: TableRow[] = [];
  // All comparisons become columns before any rule becomes boxes, because a box is told by all columns.
  const read = ruleSet.rules.map(({ conditions }) => new ConditionReader(columns, shared, ruleSet).read(conditions));
  const algebra = new BoxAlgebra(columns.columns.map(({ full }) => full));
  for (const index of order) {
    const rule = ruleSet.rules[index] as JsonRule;
    const made = rowsOfRule(algebra, columns, read[index] as ReadCondition);
    const name = nameOf(rule, index);
    if (!made.ok) issues.push(errorIssue('rule_not_importable', ['rules', index], { rule: name, reason: made.reason }));
    else if (made.rows.length === 0) notes.push(noteOf('rule_never_holds', index, { rule: name }));
    if (!made.ok || outputs === null) continue;
    if (made.rows.length > 1) notes.push(noteOf('rule_split', index, { rule: name, count: made.rows.length }));
    for (const [part, when] of made.rows.entries()) {
      const id = outputs.ids[index] as string;
      const reason = typeof rule.name === 'string' && rule.name !== id ? { reason: rule.name } : {};
      rows.push({ id: part === 0 ? id : `${id}/${part + 1}`, when, then: outputs.results[index] ?? {}, ...reason });
    }
  }
  if (rows.length > maxRows)
    issues.push(errorIssue('too_many_rows_in_all', [], { limit: maxRows, count: rows.length }));
  if (issues.length > 0 || outputs === null) return { ok: false, issues };
  for (const index of columns.untyped) {
    const field = columns.columns[index]?.input.path ?? '';
    notes.push({ code: 'type_assumed', path: [], severity: 'warning', params: { field } });
  }
  const id = options.id ?? outputs.tableId ?? 'imported-rules';
  const table: DecisionTable = {
    schemaVersion: 1,
    id,
    name: options.name ?? outputs.tableId ?? 'Imported rules',
    version: '1.0.0',
    hitPolicy: options.hitPolicy ?? 'rule-order',
    inputs: columns.columns.map(({ input }) => input),
    outputs: outputs.outputs.length > 0 ? outputs.outputs : [{ id: 'event', name: 'Event', type: 'string' }],
    rows,
  };
  return { ok: true, value: { table, notes } };
}

function checkEvents(ruleSet: RuleSet, issues: Issue[]): void {
  for (const [index, { event }] of ruleSet.rules.entries()) {
    const path = ['rules', index, 'event'];
    if (event.type === 'error') issues.push(errorIssue('error_event', [...path, 'type']));
    if (ruleSet.replaceFactsInEventParams !== true || typeof event.params !== 'object' || event.params === null)
      continue;
    for (const [key, param] of Object.entries(event.params)) {
      if (typeof param !== 'object' || param === null || !Object.hasOwn(param, 'fact')) continue;
      issues.push(errorIssue('param_from_fact', [...path, 'params', key], { param: key }));
    }
  }
}

type RowsOfRule = { ok: true; rows: Record<string, string>[] } | { ok: false; reason: ImportReason };

function rowsOfRule(algebra: BoxAlgebra, { columns }: ImportColumns, read: ReadCondition): RowsOfRule {
  if (!read.ok) return read;
  algebra.restart();
  const boxes = read.boxes(algebra);
  if (algebra.exceeded) return { ok: false, reason: 'too_many_rows' };
  const rows: Record<string, string>[] = [];
  for (const box of boxes) {
    let parts: Record<string, string>[] = [{}];
    for (const [index, values] of [...box].sort(([a], [b]) => a - b)) {
      const column = columns[index];
      if (column === undefined) continue;
      if (((values & undefinedBit) !== 0n) !== ((values & nullBit) !== 0n))
        return { ok: false, reason: 'null_or_absent' };
      const cells = column.cells(values).map(formatUnaryTests);
      parts = parts.flatMap((when) =>
        cells.map((cell) => (cell === '-' ? when : { ...when, [column.input.id]: cell })),
      );
      if (rows.length + parts.length > maxBoxes) return { ok: false, reason: 'too_many_rows' };
    }
    rows.push(...parts);
  }
  return { ok: true, rows };
}
