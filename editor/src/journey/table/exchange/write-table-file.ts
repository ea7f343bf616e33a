import {
  describeIssue,
  dmnLimits,
  exportDmn,
  exportJsonRules,
  tableToFile,
  type DecisionTable,
  type Result,
} from '../../../../../engine/index.ts';

/** A form in which a table leaves Steward. */
export interface ExportForm {
  id: 'xlsx' | 'csv' | 'csv-semicolon' | 'dmn' | 'rules' | 'json';
  title: string;
  hint: string;
  ending: string;
  type: string;
}

export const exportForms: readonly ExportForm[] = [
  {
    id: 'xlsx',
    title: 'Excel workbook',
    hint: 'Everything, tests and sources too. Edit it in Excel, LibreOffice or Google Sheets and import it again.',
    ending: '.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  {
    id: 'csv',
    title: 'CSV with commas',
    hint: 'The same as text, for version control and scripts.',
    ending: '.csv',
    type: 'text/csv',
  },
  {
    id: 'csv-semicolon',
    title: 'CSV with semicolons',
    hint: 'For spreadsheets set to a country where the comma parts fractions.',
    ending: '.csv',
    type: 'text/csv',
  },
  {
    id: 'dmn',
    title: 'DMN',
    hint: 'The standard of decision tables, for Camunda and other tools.',
    ending: '.dmn',
    type: 'application/xml',
  },
  {
    id: 'rules',
    title: 'json-rules-engine',
    hint: 'One rule per row, for programs in JavaScript. Run it with allowUndefinedFacts.',
    ending: '.rules.json',
    type: 'application/json',
  },
  {
    id: 'json',
    title: 'Table document',
    hint: 'As Steward keeps it, for its command line.',
    ending: '.table.json',
    type: 'application/json',
  },
];

export type WrittenFile =
  | { ok: true; name: string; content: string | Uint8Array; type: string; notes: string[] }
  | { ok: false; problems: string[] };

/** Writes a table in one of the forms, or says why that form cannot hold it. `day`: rules are made for that day. */
export async function writeTableFile(form: ExportForm, table: DecisionTable, day: string): Promise<WrittenFile> {
  const written = await contentOf(form.id, table, day);
  if (!written.ok) return { ok: false, problems: written.issues.map(describeIssue) };
  const notes = form.id === 'dmn' ? dmnLimits(table).map(describeIssue) : [];
  return { ok: true, name: `${table.id}${form.ending}`, content: written.value, type: form.type, notes };
}

async function contentOf(
  id: ExportForm['id'],
  table: DecisionTable,
  day: string,
): Promise<Result<string | Uint8Array>> {
  switch (id) {
    case 'xlsx':
      return tableToFile('table.xlsx', table);
    case 'csv':
      return tableToFile('table.csv', table);
    case 'csv-semicolon':
      return tableToFile('table.csv', table, { delimiter: ';' });
    case 'dmn':
      return exportDmn(table);
    case 'rules': {
      const rules = exportJsonRules(table, { day });
      return rules.ok ? json(rules.value) : rules;
    }
    case 'json':
      return json(table);
  }
}

function json(value: unknown): Result<string> {
  return { ok: true, value: `${JSON.stringify(value, null, 2)}\n` };
}
