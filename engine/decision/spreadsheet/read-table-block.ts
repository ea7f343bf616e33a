import type { Issue, Result } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import { aggregations, hitPolicies, type DecisionTable } from '../model.ts';
import type { Block, PlacedRow } from './blocks.ts';
import { columnMarker, headFields, rowMarker } from './layout.ts';
import { tableId } from './column-id.ts';
import { cellIssue } from './place-issue.ts';
import { readColumns } from './read-columns.ts';
import { readRules } from './read-rules.ts';
import { moreLabel, readMore } from './record-fields.ts';
import { textOf } from './sheets.ts';

/**
 * Reads one table of our own layout: head, columns, rules.
 * @returns the table without its tests, sources, assumptions and used tables; or what its columns are missing
 */
export function readTableBlock(block: Block): Result<{ table: DecisionTable; notes: Issue[] }> {
  const columnsAt = block.rows.findIndex((row) => isLabel(row, columnMarker));
  const namesAt = block.rows.findIndex((row, index) => index > columnsAt && isLabel(row, rowMarker));
  const kinds = block.rows[columnsAt];
  const names = block.rows[namesAt];
  if (kinds === undefined || names === undefined) {
    return { ok: false, issues: [cellIssue('no_columns_row', 'error', block.marker, 0)] };
  }
  const head = readHead([block.marker, ...block.rows.slice(0, columnsAt)]);
  const columns = readColumns(kinds, block.rows.slice(columnsAt + 1, namesAt), names);
  const issues = [...head.issues, ...columns.issues];
  if (issues.length > 0) return { ok: false, issues };
  const { inputs, outputs, annotations } = columns;
  const rules = readRules(block.rows.slice(namesAt + 1), columns.placed, inputs);
  const table = {
    schemaVersion: 1,
    ...head.members,
    inputs,
    outputs,
    ...(annotations.length === 0 ? {} : { annotations }),
    rows: rules.rows,
    ...head.more,
  };
  return {
    ok: true,
    value: { table: table as DecisionTable, notes: [...head.notes, ...columns.notes, ...rules.notes] },
  };
}

function isLabel(row: PlacedRow, label: string): boolean {
  return textOf(row.cells[0]).trim().toLowerCase() === label.toLowerCase();
}

function readHead(rows: readonly PlacedRow[]) {
  const notes: Issue[] = [];
  const issues: Issue[] = [];
  const entries = new Map<string, JsonObject[string]>();
  let more: JsonObject = {};
  for (const row of rows) {
    const field = headFields.find(({ label }) => isLabel(row, label));
    if (field !== undefined) {
      const value = field.read(row.cells[1]);
      if (value !== undefined) entries.set(field.key, value);
      if (field.key === 'hitPolicy' && value !== undefined && !(hitPolicies as readonly unknown[]).includes(value)) {
        issues.push(cellIssue('unknown_hit_policy', 'error', row, 1, { found: value, known: [...hitPolicies] }));
      }
      if (field.key === 'aggregation' && value !== undefined && !(aggregations as readonly unknown[]).includes(value)) {
        issues.push(cellIssue('unknown_aggregation_word', 'error', row, 1, { found: value, known: [...aggregations] }));
      }
    } else if (isLabel(row, moreLabel)) {
      const members = readMore(row.cells[1]);
      if (members === undefined) notes.push(cellIssue('cell_not_json', 'error', row, 1, { column: moreLabel }));
      else more = members;
    } else {
      const found = textOf(row.cells[0]);
      notes.push(
        cellIssue('unknown_head_row', 'warning', row, 0, { found, known: headFields.map(({ label }) => label) }),
      );
    }
  }
  const marker = rows[0] as PlacedRow;
  const name = entries.get('name');
  const assumed: [string, string][] = [
    ['name', 'Decision table'],
    ['id', tableId(typeof name === 'string' ? name : '')],
    ['version', '1'],
    ['hitPolicy', 'first'],
  ];
  for (const [key, value] of assumed) {
    if (entries.has(key) || Object.hasOwn(more, key)) continue;
    entries.set(key, value);
    const label = headFields.find((field) => field.key === key)?.label ?? key;
    notes.push(cellIssue('head_assumed', 'warning', marker, 1, { member: label, value }));
  }
  return { members: Object.fromEntries(entries), more, notes, issues };
}
