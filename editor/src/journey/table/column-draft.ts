import {
  canonicalValue,
  checkCell,
  describeIssue,
  isTemporalType,
  uniqueKey,
  type JsonValue,
  type TableInput,
  type TableOutput,
  type ValueType,
} from '../../../../engine/index.ts';
import { formatOutput, parseOutput } from './output-values.ts';

/** How a column says which values may occur. */
export type ColumnLimits = 'none' | 'values' | 'range';

/** A column as its form holds it. */
export interface ColumnDraft {
  name: string;
  path: string;
  /** Id of the used table whose result is read; empty: the customer's data. */
  from: string;
  type: ValueType;
  unit: string;
  limits: ColumnLimits;
  /** As typed, the highest ranked first; blank ones count for nothing. */
  allowed: string[];
  /** A condition that every value has to pass. */
  range: string;
  required: boolean;
  /** The result when no row matches; empty for none. */
  default: string;
  description: string;
}

export function draftOf(column: TableInput | TableOutput | undefined): ColumnDraft {
  const input: Partial<TableInput> = column !== undefined && 'path' in column ? column : {};
  const output: Partial<TableOutput> = column !== undefined && !('path' in column) ? column : {};
  const { allowed } = column ?? {};
  return {
    name: column?.name ?? '',
    path: input.path ?? '',
    from: input.from ?? '',
    type: column?.type ?? 'string',
    unit: column?.unit ?? '',
    limits: allowed !== undefined ? 'values' : input.allowedRange !== undefined ? 'range' : 'none',
    allowed: allowed?.map(String) ?? [],
    range: input.allowedRange ?? '',
    required: input.required ?? false,
    default: formatOutput(output.default ?? null),
    description: column?.description ?? '',
  };
}

/** The limits that a column of the type can have. */
export function limitsOf(type: ValueType, kind: 'input' | 'output'): ColumnLimits[] {
  if (type === 'boolean') return ['none'];
  return kind === 'input' && type !== 'list' ? ['none', 'values', 'range'] : ['none', 'values'];
}

export interface ColumnProblem {
  member: keyof ColumnDraft;
  message: string;
}

/** What keeps the draft from becoming a column, and where. */
export function columnProblem(draft: ColumnDraft, kind: 'input' | 'output'): ColumnProblem | null {
  if (draft.name.trim() === '') return { member: 'name', message: 'A column needs a name.' };
  if (kind === 'input' && draft.path.trim() === '')
    return {
      member: 'path',
      message: draft.from === '' ? 'Say in which field the value is.' : 'Say which result of the table it is.',
    };
  return limitsProblem(draft, kind) ?? (kind === 'output' ? defaultProblem(draft) : null);
}

function limitsProblem(draft: ColumnDraft, kind: 'input' | 'output'): ColumnProblem | null {
  const limits = limitsHeld(draft, kind);
  if (limits === 'values') {
    const values = given(draft);
    if (values.length === 0) return { member: 'allowed', message: 'Name at least one value, or allow any.' };
    const wrong = values.find((value) => valueOf(value, draft.type) === null);
    if (wrong !== undefined)
      return { member: 'allowed', message: `${wrong} is not ${formOf[draft.type] ?? 'a value'}.` };
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    return twice === undefined ? null : { member: 'allowed', message: `${twice} stands there twice.` };
  }
  if (limits !== 'range') return null;
  if (['', '-'].includes(draft.range.trim()))
    return { member: 'range', message: 'Say between which values, or allow any.' };
  const column: TableInput = { id: 'value', name: draft.name.trim(), path: 'value', type: draft.type };
  const issue = checkCell(draft.range.trim(), column, []).issues.find(({ severity }) => severity === 'error');
  return issue === undefined ? null : { member: 'range', message: describeIssue(issue) };
}

function defaultProblem(draft: ColumnDraft): ColumnProblem | null {
  const value = defaultOf(draft);
  if (value === null) return null;
  const fits =
    draft.type === 'number' || draft.type === 'boolean'
      ? typeof value === draft.type
      : !isTemporalType(draft.type) || canonicalValue(String(value), draft.type) !== null;
  if (!fits)
    return { member: 'default', message: `${draft.default.trim()} is not ${formOf[draft.type] ?? 'a value'}.` };
  if (limitsHeld(draft, 'output') !== 'values') return null;
  const values = Array.isArray(value) ? value.map(String) : [String(value)];
  const stranger = values.find((one) => !given(draft).includes(one));
  return stranger === undefined ? null : { member: 'default', message: `${stranger} is not among the allowed values.` };
}

const formOf: Partial<Record<ValueType, string>> = {
  number: 'a number',
  boolean: 'yes or no',
  date: 'a date such as 2026-11-22',
  time: 'a time such as 08:30:00',
  'date-time': 'a date and time such as 2026-11-22T08:30:00',
  'day-time-duration': 'a duration such as P3DT12H',
  'year-month-duration': 'a duration such as P1Y6M',
};

/** Limits that the type cannot have fall away with it. */
function limitsHeld(draft: ColumnDraft, kind: 'input' | 'output'): ColumnLimits {
  return limitsOf(draft.type, kind).includes(draft.limits) ? draft.limits : 'none';
}

function given({ allowed }: ColumnDraft): string[] {
  return allowed.map((value) => value.trim()).filter((value) => value !== '');
}

function valueOf(text: string, type: ValueType): string | number | null {
  if (type === 'number') return Number.isFinite(Number(text)) ? Number(text) : null;
  if (!isTemporalType(type)) return text;
  const value = canonicalValue(text, type);
  return value === null ? null : String(value);
}

function defaultOf(draft: ColumnDraft): JsonValue {
  return parseOutput(draft.default, { id: 'default', name: draft.name, type: draft.type });
}

/**
 * The column of conditions. A new one gets an id made from its name, because ids stand in decision records and exported
 * rules, where people read them. Members that it does without are given as undefined, so that an edit removes them.
 */
export function inputFrom(draft: ColumnDraft, id: string | null, taken: readonly string[]): Unset<TableInput> {
  const limits = limitsHeld(draft, 'input');
  return {
    ...commonFrom(draft, 'input', id, taken),
    path: draft.path.trim(),
    from: draft.from === '' ? undefined : draft.from,
    allowedRange: limits === 'range' ? draft.range.trim() : undefined,
    required: draft.required || undefined,
  };
}

/** The column of results, as `inputFrom` makes one of conditions. */
export function outputFrom(draft: ColumnDraft, id: string | null, taken: readonly string[]): Unset<TableOutput> {
  const value = defaultOf(draft);
  return { ...commonFrom(draft, 'output', id, taken), default: value === null ? undefined : value };
}

/** A column in which `undefined` says that a member is to go. */
export type Unset<Column> = { [Member in keyof Column]: Column[Member] | undefined } & Pick<
  TableOutput,
  'id' | 'name' | 'type'
>;

function commonFrom(draft: ColumnDraft, kind: 'input' | 'output', id: string | null, taken: readonly string[]) {
  const values = given(draft).flatMap((value) => valueOf(value, draft.type) ?? []);
  const unit = draft.unit.trim();
  const description = draft.description.trim();
  return {
    id: id ?? uniqueKey(idFrom(draft.name), (key) => taken.includes(key)),
    name: draft.name.trim(),
    type: draft.type,
    unit: unit === '' ? undefined : unit,
    allowed: limitsHeld(draft, kind) === 'values' && values.length > 0 ? values : undefined,
    description: description === '' ? undefined : description,
  };
}

/** The column without the members that are undefined, for a new one. */
export function settled<Column extends object>(
  column: Column,
): { [Member in keyof Column]: Exclude<Column[Member], undefined> } {
  const says = Object.entries(column).filter(([, value]) => value !== undefined);
  return Object.fromEntries(says) as { [Member in keyof Column]: Exclude<Column[Member], undefined> };
}

/** `Customer value` → `customerValue`. */
function idFrom(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[^\p{Letter}\p{Number} ]/gu, '')
    .trim()
    .split(/\s+/);
  const joined = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
  return /^[a-z]/i.test(joined) ? joined : `column${joined}`;
}
