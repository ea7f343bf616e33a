import {
  decodeText,
  describeIssue,
  hasOwnLayout,
  importDmn,
  importJsonRules,
  isJsonObject,
  readCsv,
  readRuleSet,
  readXlsx,
  sheetsToTable,
  type DecisionTable,
  type Issue,
  type JsonValue,
  type Result,
  type RuleSet,
  type Sheet,
} from '../../../../../engine/index.ts';
import { parseTable } from '../../../../../rules/index.ts';

/** A table that a file holds, and what there is to say about how it was read. */
export interface FoundTable {
  title: string;
  table: DecisionTable;
  notes: string[];
}

/** What a file turned out to hold. */
export type ReadFile =
  | { kind: 'tables'; form: string; tables: FoundTable[]; top: number }
  /** Rules for json-rules-engine: people say whether the first event counts or all of them. */
  | { kind: 'rules'; ruleSet: RuleSet; name: string }
  /** A spreadsheet that Steward did not write: people say what its columns are. */
  | { kind: 'sheets'; sheets: Sheet[]; name: string }
  | { kind: 'failed'; problems: string[] };

export const readableEndings = ['.xlsx', '.csv', '.dmn', '.xml', '.json'] as const;

/** Reads a table out of a file of any form that Steward knows; the name's ending says which. */
export async function readTableFile(fileName: string, bytes: Uint8Array): Promise<ReadFile> {
  const ending = readableEndings.find((known) => fileName.toLowerCase().endsWith(known));
  const name = fileName.replace(/(\.(table|rules))?\.[a-z]+$/i, '');
  switch (ending) {
    case '.xlsx':
    case '.csv':
      return readSpreadsheet(name, ending === '.csv' ? readCsv(decodeText(bytes)) : await readXlsx(bytes));
    case '.dmn':
    case '.xml':
      return readDmn(decodeText(bytes));
    case '.json':
      return readJson(name, decodeText(bytes));
    case undefined:
      return {
        kind: 'failed',
        problems: [`Of the file ${fileName} it is not known what it holds. Known are ${readableEndings.join(', ')}.`],
      };
  }
}

function readSpreadsheet(name: string, sheets: Result<Sheet[]>): ReadFile {
  if (!sheets.ok) return failed(sheets.issues);
  if (!hasOwnLayout(sheets.value)) return { kind: 'sheets', sheets: sheets.value, name };
  const read = sheetsToTable(sheets.value);
  return read.ok ? oneTable('Steward’s own layout', read.value.table, read.value.notes) : failed(read.issues);
}

async function readDmn(xml: string): Promise<ReadFile> {
  const read = await importDmn(xml);
  if (!read.ok) return failed(read.issues);
  const { decisions, top, notes } = read.value;
  const tables = decisions.map(({ name, table }) => ({ title: name, table, notes: notes.map(describeIssue) }));
  const at = decisions.findIndex(({ id }) => id === top);
  return { kind: 'tables', form: 'DMN', tables, top: Math.max(0, at) };
}

function readJson(name: string, text: string): ReadFile {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return { kind: 'failed', problems: ['This is no JSON. Choose the file as it was saved, without changes.'] };
  }
  if (isJsonObject(value) && Array.isArray(value.rows) && !('rules' in value)) {
    const table = parseTable(value);
    return table.ok ? oneTable('a table of Steward', table.value, []) : failed(table.issues);
  }
  const ruleSet = readRuleSet(value);
  return ruleSet.ok ? { kind: 'rules', ruleSet: ruleSet.value, name } : failed(ruleSet.issues);
}

/** The table that decides as the rules do, when a table can. */
export function tableOfRules(ruleSet: RuleSet, hitPolicy: 'first' | 'rule-order', name: string): ReadFile {
  const read = importJsonRules(ruleSet, { hitPolicy });
  if (!read.ok) return failed(read.issues);
  const { table, notes } = read.value;
  const isNamed = table.name !== 'Imported rules';
  return oneTable('json-rules-engine', isNamed ? table : { ...table, name }, notes);
}

function oneTable(form: string, table: DecisionTable, notes: readonly Issue[]): ReadFile {
  return { kind: 'tables', form, tables: [{ title: table.name, table, notes: notes.map(describeIssue) }], top: 0 };
}

function failed(issues: readonly Issue[]): ReadFile {
  return { kind: 'failed', problems: issues.map(describeIssue) };
}

/** The table as the journey can keep it, or why not: the same form that a stored journey is held to. */
export function asKept(table: DecisionTable): { ok: true; table: DecisionTable } | { ok: false; problems: string[] } {
  const parsed = parseTable(table);
  return parsed.ok ? { ok: true, table: parsed.value } : { ok: false, problems: parsed.issues.map(describeIssue) };
}
