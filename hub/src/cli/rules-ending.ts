import { UsageError } from './command.ts';

/** Endings of files that hold rules, in the order in which messages name them. */
export const rulesEndings = ['.table.json', '.dmn', '.rules.json', '.csv', '.xlsx'] as const;
export type RulesEnding = (typeof rulesEndings)[number];

/** The ending by which a file says its form; fails with the endings that are known, and the one that was probably meant. */
export function rulesEndingOf(file: string): RulesEnding {
  const name = file.toLowerCase();
  const ending = rulesEndings.find((known) => name.endsWith(known));
  if (ending === undefined)
    throw new UsageError(`${file} has no ending of a file with rules: ${rulesEndings.join(', ')}.${hintFor(file)}`);
  return ending;
}

/** What a file that goes by a shorter or older ending should be called. */
function hintFor(file: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[^./\\]*)?$/s.exec(file) ?? [];
  switch (ending.toLowerCase()) {
    case '.json':
      return ` Name it ${stem}.table.json if it holds a decision table, ${stem}.rules.json if it holds rules of json-rules-engine.`;
    case '.xml':
      return ` Name it ${stem}.dmn if it holds DMN.`;
    case '.xls':
    case '.ods':
    case '.numbers':
      return ` Open it in a spreadsheet and save it as ${stem}.xlsx.`;
    case '.tsv':
    case '.txt':
      return ` Name it ${stem}.csv if it holds a table.`;
    default:
      return '';
  }
}

/** Kinds of documents that are JSON. */
type JsonForm = 'table' | 'rules' | 'journey' | 'workflow';

/** What a JSON document looks like, by its members; null for none of ours. */
export function jsonFormOf(value: unknown): JsonForm | null {
  if (Array.isArray(value)) return 'rules';
  if (typeof value !== 'object' || value === null) return null;
  const has = (name: string) => Object.hasOwn(value, name) && Array.isArray((value as Record<string, unknown>)[name]);
  if (has('rows')) return 'table';
  if (has('rules')) return 'rules';
  if (has('steps')) return 'journey';
  return has('nodes') ? 'workflow' : null;
}

/** Fails when a document is clearly of another form than its ending says. */
export function checkJsonForm(file: string, value: unknown, expected: 'table' | 'rules'): void {
  const form = jsonFormOf(value);
  if (form === null || form === expected) return;
  const [holds, todo] = {
    table: ['a decision table', 'Give its name the ending .table.json.'],
    rules: ['rules of json-rules-engine', 'Give its name the ending .rules.json.'],
    journey: ['a journey', 'Its tables stand in "tables": write the one you mean into a file of its own.'],
    workflow: ['an n8n workflow', 'steward journey import makes a journey of it.'],
  }[form];
  throw new UsageError(`${file} holds ${holds}. ${todo}`);
}

/** The form of what comes on standard input, which has no name: by how it begins. */
export function rulesEndingOfContent(bytes: Uint8Array): RulesEnding | 'json' {
  const start = Buffer.from(bytes.subarray(0, 1000)).toString('latin1');
  if (start.startsWith('PK')) return '.xlsx';
  // Past a byte order mark, and the zero bytes of UTF-16.
  const first = /[^\s\0\u00EF\u00BB\u00BF\u00FE\u00FF]/.exec(start)?.[0];
  if (first === '<') return '.dmn';
  return first === '{' || first === '[' ? 'json' : '.csv';
}
