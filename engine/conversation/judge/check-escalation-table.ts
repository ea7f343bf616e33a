import type { DecisionTable } from '../../decision/model.ts';
import { givesSeveral } from '../../decision/table/gives-several.ts';
import { errorIssue, type Issue } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';
import { conversationOutcomes, type ConversationOutcome } from '../model/judgement.ts';

const found = new WeakMap<DecisionTable, Issue[]>();

/**
 * Finds what keeps a table from judging conversations, beyond what `checkTable` finds: a hit policy that gives one result, an output
 * `outcome`, and `continue`, `escalate` or `urgent` in every row that is not disabled, and as its default where it has one. Once per
 * table object.
 * @returns `escalation_needs_single`, `escalation_outcome_missing`, or `not_an_escalation_outcome` for each row; empty when all is well
 * @example checkEscalationTable({ ...table, outputs: [] })[0].code // 'escalation_outcome_missing'
 */
export function checkEscalationTable(table: DecisionTable): Issue[] {
  let issues = found.get(table);
  if (issues === undefined) found.set(table, (issues = findIssues(table)));
  return issues;
}

function findIssues(table: DecisionTable): Issue[] {
  const known = [...conversationOutcomes];
  if (givesSeveral(table) || table.hitPolicy === 'collect') {
    return [errorIssue('escalation_needs_single', ['hitPolicy'], { table: table.name, hitPolicy: table.hitPolicy })];
  }
  const at = table.outputs.findIndex(({ id }) => id === 'outcome');
  if (at === -1) return [errorIssue('escalation_outcome_missing', ['outputs'], { table: table.name, known })];
  const otherwise = table.outputs[at]?.default ?? null;
  if (otherwise !== null && asOutcome(otherwise) === null) {
    return [errorIssue('not_an_escalation_outcome', ['outputs', at, 'default'], { found: otherwise, known })];
  }
  return table.rows.flatMap((row, index) => {
    const value = row.then['outcome'] ?? null;
    if (row.disabled === true || asOutcome(value) !== null) return [];
    const path = ['rows', index, 'then', 'outcome'];
    return [errorIssue('not_an_escalation_outcome', path, { row: row.id, found: value, known })];
  });
}

/** The outcome that a value is; null for any other value. */
export function asOutcome(value: JsonValue | undefined): ConversationOutcome | null {
  return conversationOutcomes.find((outcome) => outcome === value) ?? null;
}
