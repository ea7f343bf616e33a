import { checkSurvivorship, describeIssue, type DecisionTable } from '../../../../engine/index.ts';
import { parseTable } from '../../../../rules/index.ts';

/** A file's text as a table that ranks values, or the first thing that keeps it from being one. */
export function readRankingTable(text: string): { ok: true; table: DecisionTable } | { ok: false; problem: string } {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'The file is no JSON. Choose a table that was saved as .table.json.' };
  }
  const read = parseTable(document);
  const issues = read.ok
    ? checkSurvivorship({ otherwise: { by: 'table', table: read.value }, fields: {} })
    : read.issues;
  const [first] = issues;
  if (read.ok && first === undefined) return { ok: true, table: read.value };
  return { ok: false, problem: first ? describeIssue(first) : 'The file holds no table.' };
}
