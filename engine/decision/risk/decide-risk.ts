import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import { firstRow } from '../evaluate/compile-table.ts';
import { matchItem, decideTable, noMatchIssue, type MatchedRows } from '../evaluate/decide.ts';
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
 * Classifies one item: the first row that matches sets the level; every later matching row of the same level is a
 * further ground and follows it in `reasons`, the deciding row first.
 * @param rules the table that finds the level (output `level`, one of `riskLevels`), and the one that says its duties
 * @param item the item as it stands in n8n
 * @param mapping where the facts are in the item
 * @param noMatch `error`: an item that no row matches is an error; `high`: it counts as high, with that as its reason
 *   (row `no_match`, `ruleId` null)
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
): Result<RiskDecision> {
  const issues = checkRiskTable(rules.table);
  if (issues.length > 0) return { ok: false, issues };
  const matched = matchItem(rules.table, item, mapping);
  if (!matched.ok) return matched;
  const { compiled, mask } = matched.value;
  const deciding = firstRow(mask, 0);
  const first = compiled.rows[deciding];
  if (first === undefined && noMatch === 'error') return { ok: false, issues: [noMatchIssue(rules.table)] };
  // `checkRiskTable` has seen that every row gives one.
  const level = first === undefined ? 'high' : (levelOf(first) as RiskLevel);
  const duties = dutiesOf(rules.duties, level);
  if (!duties.ok) return duties;
  const decision: Decision = {
    kind: 'risk',
    outcome: level,
    reasons:
      first === undefined
        ? [{ row: 'no_match', text: 'No row of the table matches, so the case is treated as high risk.' }]
        : grounds(rules.table, matched.value, deciding, level),
    ruleId: first?.id ?? null,
    tableId: rules.table.id,
    tableVersion: rules.table.version,
  };
  return { ok: true, value: { decision, level, duties: { ...duties.value } } };
}

/** The reasons of the deciding row and of every later matching row of its level. */
function grounds(table: DecisionTable, { compiled, mask }: MatchedRows, deciding: number, level: RiskLevel): Reason[] {
  const reasons: Reason[] = [];
  for (let index = deciding; index !== -1; index = firstRow(mask, index + 1)) {
    const row = compiled.rows[index] as TableRow;
    if (row.then['level'] === level) reasons.push(reasonOf(table, row));
  }
  return reasons;
}

function levelOf(row: TableRow): RiskLevel | null {
  const level = Object.hasOwn(row.then, 'level') ? row.then['level'] : null;
  return riskLevels.find((candidate) => candidate === level) ?? null;
}

const riskIssues = new WeakMap<DecisionTable, Issue[]>();

/**
 * Finds what keeps a table from finding levels of risk, beyond what `checkTable` finds: an output `level`, and one of the
 * four levels in every row that is not disabled. Once per table object.
 * @param table the table that finds the level
 * @returns `risk_level_output_missing`, or `not_a_risk_level` for each row; empty when all is well
 * @example checkRiskTable({ ...table, outputs: [] })[0].code // 'risk_level_output_missing'
 */
export function checkRiskTable(table: DecisionTable): Issue[] {
  let issues = riskIssues.get(table);
  if (issues === undefined) riskIssues.set(table, (issues = findRiskIssues(table)));
  return issues;
}

function findRiskIssues(table: DecisionTable): Issue[] {
  const known = [...riskLevels];
  if (!table.outputs.some((output) => output.id === 'level')) {
    return [errorIssue('risk_level_output_missing', ['outputs'], { table: table.name, known })];
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
  const { humanReview: review, disclosure, logging, contestPath, retentionDays } = decided.value.outcome ?? {};
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
