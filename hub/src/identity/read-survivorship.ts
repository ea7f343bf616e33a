import { checkSurvivorship, type Issue, type Survivorship, type SurvivorshipRule } from '../../../engine/index.ts';
import { parseTable } from '../../../rules/index.ts';
import { ProblemError } from '../http/problem.ts';
import { worded } from '../journeys/journeys.document.ts';

/**
 * Which value is to survive, as somebody wants it; the routes have looked at its form but for that of its tables.
 * @throws ProblemError `invalid_survivorship`
 */
export function readSurvivorship(survivorship: Survivorship): Survivorship {
  const { otherwise, fields } = survivorship;
  const shapes = [
    ...shapeIssues(otherwise, ['otherwise']),
    ...Object.entries(fields).flatMap(([field, rule]) => shapeIssues(rule, ['fields', field])),
  ];
  const issues = shapes.length > 0 ? shapes : checkSurvivorship(survivorship);
  if (issues.length > 0) throw new ProblemError('invalid_survivorship', { issues: worded(issues) });
  return survivorship;
}

function shapeIssues(rule: SurvivorshipRule, at: string[]): Issue[] {
  if (rule.by !== 'table') return [];
  const read = parseTable(rule.table);
  return read.ok ? [] : read.issues.map((issue) => ({ ...issue, path: [...at, 'table', ...issue.path] }));
}
