import { errorIssue, type Result } from '../../issue.ts';
import type { DecisionTable } from '../../decision/model.ts';
import type { Journey } from '../model.ts';
import { sameJson } from '../../same-json.ts';
import { uniqueKey } from '../../unique-key.ts';
import { editTable, type TableEdit } from './table-edit.ts';

export function addTable(journey: Journey, key: string, table: DecisionTable): Result<Journey> {
  if (uniqueKey(key, () => false) !== key || Object.hasOwn(journey.tables, key)) {
    return { ok: false, issues: [errorIssue('table_key_taken', [], { table: key })] };
  }
  return { ok: true, value: { ...journey, tables: { ...journey.tables, [key]: table } } };
}

export function editJourneyTable(journey: Journey, key: string, edit: TableEdit): Result<Journey> {
  const table = Object.hasOwn(journey.tables, key) ? journey.tables[key] : undefined;
  if (table === undefined)
    return { ok: false, issues: [errorIssue('step_table_missing', ['tables', key], { table: key })] };
  const edited = editTable(table, edit);
  if (!edited.ok) {
    return { ok: false, issues: edited.issues.map((issue) => ({ ...issue, path: ['tables', key, ...issue.path] })) };
  }
  // An edit that says what stands there already changes nothing, so nothing has to be drawn, saved or undone.
  if (sameJson(table, edited.value)) return { ok: true, value: journey };
  return { ok: true, value: { ...journey, tables: { ...journey.tables, [key]: edited.value } } };
}
