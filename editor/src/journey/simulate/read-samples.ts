import { isJsonObject, type JsonObject, type JsonValue } from '../../../../engine/index.ts';

/** What a file of sample customers held, or why it could not be read: what is wrong, where, and what to do. */
export type ReadSamples = { ok: true; customers: JsonObject[] } | { ok: false; message: string };

/** chosen: more than anybody looks through by hand, and still simulated in seconds in a browser. */
export const mostSamples = 20_000;

/** Reads sample customers from JSON (a list, one object, or `{customers: […]}`), JSON lines, or CSV with a header. */
export function readSamples(text: string): ReadSamples {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return { ok: false, message: 'The file is empty. It needs at least one customer.' };
  const read = trimmed.startsWith('[') || trimmed.startsWith('{') ? readJson(trimmed) : readCsv(trimmed);
  if (!read.ok) return read;
  if (read.customers.length === 0) return { ok: false, message: 'The file holds no customers.' };
  if (read.customers.length > mostSamples) {
    const count = read.customers.length.toLocaleString('en');
    return {
      ok: false,
      message: `${count} customers are more than the ${mostSamples.toLocaleString('en')} that can be kept here. Take a sample of them.`,
    };
  }
  return read;
}

function readJson(text: string): ReadSamples {
  try {
    return fromValue(JSON.parse(text) as JsonValue);
  } catch (error) {
    if (text.startsWith('{') && text.includes('\n')) return readJsonLines(text);
    return { ok: false, message: `This is not valid JSON: ${error instanceof Error ? error.message : 'unreadable'}.` };
  }
}

function fromValue(value: JsonValue): ReadSamples {
  const list =
    isJsonObject(value) && Array.isArray(value.customers) ? value.customers : Array.isArray(value) ? value : [value];
  const wrong = list.findIndex((entry) => !isJsonObject(entry));
  if (wrong >= 0)
    return {
      ok: false,
      message: `Entry ${wrong + 1} is not an object. Each customer is written as { "field": value, … }.`,
    };
  return { ok: true, customers: list as JsonObject[] };
}

function readJsonLines(text: string): ReadSamples {
  const customers: JsonObject[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return {
        ok: false,
        message: `Line ${index + 1} is not valid JSON. Write one customer per line, or a list in [ ].`,
      };
    }
    if (!isJsonObject(value)) return { ok: false, message: `Line ${index + 1} is not an object.` };
    customers.push(value);
  }
  return { ok: true, customers };
}

function readCsv(text: string): ReadSamples {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const separator = [',', ';', '\t'].reduce(
    (best, mark) => (count(firstLine, mark) > count(firstLine, best) ? mark : best),
    ',',
  );
  const rows = parseSeparated(text, separator);
  const header = rows[0]?.map((name) => name.trim()) ?? [];
  if (header.length < 2 && rows.length < 2) {
    return {
      ok: false,
      message:
        'Neither JSON nor CSV with a header line. Start with the names of the fields, such as order.amount,customer.tier.',
    };
  }
  const unnamed = header.indexOf('');
  if (unnamed >= 0) return { ok: false, message: `Column ${unnamed + 1} has no name in the header line.` };
  const customers: JsonObject[] = [];
  for (const [index, row] of rows.slice(1).entries()) {
    if (row.length !== header.length) {
      return { ok: false, message: `Line ${index + 2} has ${row.length} cells, the header has ${header.length}.` };
    }
    const customer: JsonObject = {};
    header.forEach((path, column) => setPath(customer, path, cellValue(row[column] ?? '')));
    customers.push(customer);
  }
  return { ok: true, customers };
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

function parseSeparated(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === separator) {
      row.push(cell);
      cell = '';
    } else if (character === '\n') {
      row.push(cell);
      rows.push(row);
      row = [];
      cell = '';
    } else if (character !== '\r') cell += character;
  }
  row.push(cell);
  rows.push(row);
  return rows.filter((cells) => cells.some((text) => text !== ''));
}

/** CSV has no types: numbers and true/false are read as such, everything else stays text; an empty cell is absent. */
function cellValue(text: string): JsonValue | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (trimmed === 'true') return true;
  if (trimmed === 'false') return false;
  // A leading zero marks an identifier (postcode, account), not a quantity.
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(trimmed) && trimmed.length < 16) return Number(trimmed);
  return text;
}

/** `order.amount` in a header makes nested objects. */
function setPath(target: JsonObject, path: string, value: JsonValue | undefined): void {
  if (value === undefined) return;
  const names = path.split('.');
  let object = target;
  for (const name of names.slice(0, -1)) {
    if (name === '__proto__') return;
    const inner = object[name];
    if (isJsonObject(inner)) object = inner;
    else {
      const made: JsonObject = {};
      object[name] = made;
      object = made;
    }
  }
  const last = names.at(-1);
  if (last !== undefined && last !== '__proto__') object[last] = value;
}
