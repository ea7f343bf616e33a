import { errorIssue, type Issue } from '../../issue.ts';
import { isDay, type DaysOfValidity } from '../facts/day.ts';
import type { DecisionTable } from '../model.ts';

/**
 * Finds days that do not exist, and last days before first days, of the table, its rows and its tests.
 * @returns `day_does_not_exist`, `days_reversed`
 */
export function checkDays(table: DecisionTable): Issue[] {
  return [
    ...checkBounds(table, [], {}),
    ...table.rows.flatMap((row, index) => checkBounds(row, ['rows', index], { row: row.id })),
  ];
}

/** The days on which a table's tests are decided. */
export function checkTestDays(table: DecisionTable): Issue[] {
  return (table.tests ?? []).flatMap(({ name, day }, index) =>
    day === undefined || isDay(day)
      ? []
      : [errorIssue('day_does_not_exist', ['tests', index, 'day'], { test: name, day })],
  );
}

function checkBounds({ validFrom, validUntil }: DaysOfValidity, at: Issue['path'], context: Issue['params']): Issue[] {
  const issues: Issue[] = [];
  for (const [member, day] of Object.entries({ validFrom, validUntil })) {
    if (day === undefined || isDay(day)) continue;
    issues.push(errorIssue('day_does_not_exist', [...at, member], { ...context, day }));
  }
  if (issues.length === 0 && validFrom !== undefined && validUntil !== undefined && validUntil < validFrom) {
    issues.push(errorIssue('days_reversed', [...at, 'validUntil'], { ...context, from: validFrom, until: validUntil }));
  }
  return issues;
}
