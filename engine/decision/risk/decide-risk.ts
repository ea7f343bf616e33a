import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { decideTable, noMatchIssue, type DecideOptions } from '../evaluate/decide.ts';
import { givesSeveral } from '../table/gives-several.ts';
import type { Decision, Reason } from '../decision.ts';
import { itemIsFacts, type FactMapping } from '../facts/fact-mapping.ts';
import type { DecisionTable, TableRow } from '../model.ts';
import { reasonOf } from '../evaluate/reason.ts';
import { riskLevels, type OversightDuties, type RiskLevel } from './risk.ts';

/** What to do with an item that no row of the risk table matches. */
export type RiskNoMatch = 'error' | 'high';

/** The risk of an item. */
export interface RiskDecision {
  decision: Decision;
  level: RiskLevel;
  duties: OversightDuties;
}

/**
 * Classifies one item: the row that decides sets the level; every other matching row of the same level is a further ground
 * and follows it in `reasons`, the deciding row first.
 * @param rules the table that finds the level (output `level`, one of `riskLevels`), and the one that says its duties
 * @param item the item as it stands in n8n
 * @param mapping where the facts are in the item
 * @param noMatch `error`: an item for which the table gives no level is an error; `high`: it counts as high, with that as
 *   its reason (row `no_match`, `ruleId` null)
 * @param options the day of the decision, where rows have days of validity
 * @returns decision (`outcome` is the level), level and duties. Issues as `decideTable`, those of `checkRiskTable` whichever
 *   row would decide, `no_match`, and `incomplete_duties`
 * @example decideRisk(riskPacks['automated-decision-risk'], item, mapping, 'error')
 * @source EU AI Act (Regulation (EU) 2024/1689) Articles 5, 6 and 50: the levels
 */
export function decideRisk(
  rules: { table: DecisionTable; duties: DecisionTable },
  item: JsonObject,
  mapping: FactMapping,
  noMatch: RiskNoMatch,
  options: DecideOptions = {},
): Result<RiskDecision> {
  const issues = checkRiskTable(rules.table);
  if (issues.length > 0) return { ok: false, issues };
  const decided = decideTable(rules.table, item, mapping, options);
  if (!decided.ok) return decided;
  const { outcome } = decided.value;
  const found = outcome === null || Array.isArray(outcome) ? null : asLevel(outcome['level']);
  if (found === null && noMatch === 'error') return { ok: false, issues: [noMatchIssue(rules.table)] };
  const level = found ?? 'high';
  const duties = dutiesOf(rules.duties, level);
  if (!duties.ok) return duties;
  const decision: Decision = {
    ...decided.value.decision,
    kind: 'risk',
    outcome: level,
    reasons: found === null ? [{ ...nothingKnown }] : grounds(rules.table, decided.value.decision, level),
  };
  return { ok: true, value: { decision, level, duties: { ...duties.value } } };
}

const nothingKnown: Reason = {
  row: 'no_match',
  text: 'No row of the table matches, so the case is treated as high risk.',
};

/** The reasons that the table gives, and those of every other matching row of the level, top down. */
function grounds(table: DecisionTable, { reasons, matched }: Decision, level: RiskLevel): Reason[] {
  if (matched.length <= reasons.length) return reasons;
  const named = new Set(reasons.map(({ row }) => row));
  const rows = rowsById(table);
  for (const id of matched) {
    const row = rows.get(id);
    if (row !== undefined && !named.has(id) && levelOf(row) === level) reasons.push(reasonOf(table, row));
  }
  return reasons;
}

const rowsOfTables = new WeakMap<DecisionTable, ReadonlyMap<string, TableRow>>();

function rowsById(table: DecisionTable): ReadonlyMap<string, TableRow> {
  let rows = rowsOfTables.get(table);
  if (rows === undefined) rowsOfTables.set(table, (rows = new Map(table.rows.map((row) => [row.id, row]))));
  return rows;
}

function levelOf(row: TableRow): RiskLevel | null {
  return Object.hasOwn(row.then, 'level') ? asLevel(row.then['level']) : null;
}

function asLevel(value: JsonValue | undefined): RiskLevel | null {
  return riskLevels.find((candidate) => candidate === value) ?? null;
}

const riskIssues = new WeakMap<DecisionTable, Issue[]>();

/**
 * Finds what keeps a table from finding levels of risk, beyond what `checkTable` finds: a hit policy that gives one result,
 * an output `level`, and one of the four levels in every row that is not disabled, and as its default where it has one.
 * Once per table object.
 * @param table the table that finds the level
 * @returns `risk_needs_single`, `risk_level_output_missing`, or `not_a_risk_level` for each row; empty when all is well
 * @example checkRiskTable({ ...table, outputs: [] })[0].code // 'risk_level_output_missing'
 */
export function checkRiskTable(table: DecisionTable): Issue[] {
  let issues = riskIssues.get(table);
  if (issues === undefined) riskIssues.set(table, (issues = findRiskIssues(table)));
  return issues;
}

function findRiskIssues(table: DecisionTable): Issue[] {
  const known = [...riskLevels];
  if (givesSeveral(table) || table.hitPolicy === 'collect') {
    return [errorIssue('risk_needs_single', ['hitPolicy'], { table: table.name, hitPolicy: table.hitPolicy })];
  }
  const at = table.outputs.findIndex((output) => output.id === 'level');
  if (at === -1) return [errorIssue('risk_level_output_missing', ['outputs'], { table: table.name, known })];
  const otherwise = table.outputs[at]?.default ?? null;
  if (otherwise !== null && asLevel(otherwise) === null) {
    return [errorIssue('not_a_risk_level', ['outputs', at, 'default'], { found: otherwise, known })];
  }
  return table.rows.flatMap((row, index) => {
    if (row.disabled === true || levelOf(row) !== null) return [];
    const found = row.then['level'] ?? null;
    return [errorIssue('not_a_risk_level', ['rows', index, 'then', 'level'], { row: row.id, found, known })];
  });
}

const dutiesByTable = new WeakMap<DecisionTable, Map<RiskLevel, Result<OversightDuties>>>();

/**
 * What a level of risk asks for.
 * @param duties a table with the input `level` and the members of `OversightDuties` as outputs
 * @returns the duties, or `incomplete_duties` when the table gives none or not all of them for the level
 * @example dutiesOf(pack.duties, 'high')
 */
export function dutiesOf(duties: DecisionTable, level: RiskLevel): Result<OversightDuties> {
  let known = dutiesByTable.get(duties);
  if (known === undefined) dutiesByTable.set(duties, (known = new Map()));
  let result = known.get(level);
  if (result === undefined) known.set(level, (result = readDuties(duties, level)));
  return result;
}

const humanReviews = ['forbidden', 'before_effect', 'on_request', 'none'] as const;

function readDuties(duties: DecisionTable, level: RiskLevel): Result<OversightDuties> {
  const decided = decideTable(duties, { level }, itemIsFacts);
  if (!decided.ok) return decided;
  const { outcome } = decided.value;
  const found = outcome === null || Array.isArray(outcome) ? {} : outcome;
  const { humanReview: review, disclosure, logging, contestPath, retentionDays } = found;
  const humanReview = humanReviews.find((candidate) => candidate === review);
  if (
    humanReview === undefined ||
    typeof disclosure !== 'boolean' ||
    typeof logging !== 'boolean' ||
    typeof contestPath !== 'boolean' ||
    typeof retentionDays !== 'number' ||
    !(retentionDays >= 0)
  ) {
    return { ok: false, issues: [errorIssue('incomplete_duties', [], { table: duties.name, level })] };
  }
  return { ok: true, value: { humanReview, disclosure, logging, contestPath, retentionDays } };
}
