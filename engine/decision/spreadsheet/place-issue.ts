import type { Issue, Severity } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';
import type { PlacedRow } from './blocks.ts';
import { cellAddress } from './sheets.ts';

/** An issue about a cell of a file: `params.sheet` and `params.address` name it. */
export function cellIssue(
  code: string,
  severity: Severity,
  row: Pick<PlacedRow, 'sheet' | 'index'>,
  column: number,
  params: Record<string, JsonValue> = {},
): Issue {
  return placeIssue({ code, path: [], severity, params }, row, column, []);
}

/** Says of an issue in which cell of a file it lies, and where in the table that came of it. */
export function placeIssue(
  issue: Issue,
  row: Pick<PlacedRow, 'sheet' | 'index'>,
  column: number,
  path: Issue['path'],
): Issue {
  return { ...issue, path, params: { ...issue.params, sheet: row.sheet, address: cellAddress(row.index, column) } };
}
