import { decideTable } from '../../decision/evaluate/decide.ts';
import { itemIsFacts } from '../../decision/facts/fact-mapping.ts';
import type { DecisionTable } from '../../decision/model.ts';
import { checkTable } from '../../decision/table/check-table.ts';
import { errorIssue, type Issue } from '../../issue.ts';
import type { ClaimFacts, Survivorship } from '../model/golden-record.ts';

/** The result by which a survivorship table ranks. */
const rankOutput = 'rank';

/** Where a value stands: the table's `rank`; after all others when no row matches, or the table cannot say. */
export function rankByTable(table: DecisionTable, facts: ClaimFacts): number {
  const decided = decideTable(table, { ...facts }, itemIsFacts);
  if (!decided.ok || decided.value.outcome === null || Array.isArray(decided.value.outcome)) return Infinity;
  const rank = decided.value.outcome[rankOutput];
  return typeof rank === 'number' ? rank : Infinity;
}

/**
 * Finds what is wrong with the tables of a survivorship.
 * @returns errors of `checkTable`; `survivorship_rank_missing` where a table has no number `rank` among its results, or gives a list.
 *   Paths begin at the survivorship
 * @example checkSurvivorship({ otherwise: { by: 'table', table }, fields: {} })
 */
export function checkSurvivorship({ otherwise, fields }: Survivorship): Issue[] {
  const rules = [
    { at: ['otherwise'], rule: otherwise },
    ...Object.entries(fields).map(([field, rule]) => ({ at: ['fields', field], rule })),
  ];
  return rules.flatMap(({ at, rule }) => {
    if (rule.by !== 'table') return [];
    const { table } = rule;
    const path = [...at, 'table'];
    const ranks = table.outputs.some(({ id, type }) => id === rankOutput && type === 'number');
    const isList = ['rule-order', 'output-order', 'collect'].includes(table.hitPolicy);
    return [
      ...checkTable(table)
        .filter(({ severity }) => severity === 'error')
        .map((issue) => ({ ...issue, path: [...path, ...issue.path] })),
      ...(ranks && !isList ? [] : [errorIssue('survivorship_rank_missing', path, { table: table.name })]),
    ];
  });
}
