import { uniqueKey, type TableInput, type TableOutput, type ValueType } from '../../../../engine/index.ts';

/** A column as its form holds it. */
export interface ColumnDraft {
  name: string;
  path: string;
  type: ValueType;
  unit: string;
  /** Separated by commas. */
  allowed: string;
}

export function draftOf(column: TableInput | TableOutput | undefined): ColumnDraft {
  return {
    name: column?.name ?? '',
    path: column !== undefined && 'path' in column ? column.path : '',
    type: column?.type ?? 'string',
    unit: column?.unit ?? '',
    allowed: column?.allowed?.join(', ') ?? '',
  };
}

/** What keeps the draft from becoming a column, and where. */
export function columnProblem(
  draft: ColumnDraft,
  kind: 'input' | 'output',
): { member: keyof ColumnDraft; message: string } | null {
  if (draft.name.trim() === '') return { member: 'name', message: 'A column needs a name.' };
  if (kind === 'input' && draft.path.trim() === '')
    return { member: 'path', message: 'Say in which field the value is.' };
  if (draft.type === 'number') {
    const wrong = values(draft).find((value) => !Number.isFinite(Number(value)));
    if (wrong !== undefined) return { member: 'allowed', message: `${wrong} is not a number.` };
  }
  return null;
}

/**
 * The column without its path. A new one gets an id made from its name, because ids stand in decision records and
 * exported rules, where people read them. Empty members are given as such, so that an edit can remove them.
 */
export function columnFrom(draft: ColumnDraft, id: string | null, taken: readonly string[]): TableOutput {
  const allowed =
    draft.type === 'boolean' ? [] : values(draft).map((value) => (draft.type === 'number' ? Number(value) : value));
  const unit = draft.unit.trim();
  return {
    id: id ?? uniqueKey(idFrom(draft.name), (key) => taken.includes(key)),
    name: draft.name.trim(),
    type: draft.type,
    ...(unit === '' && id === null ? {} : { unit }),
    ...(allowed.length === 0 && id === null ? {} : { allowed }),
  };
}

function values(draft: ColumnDraft): string[] {
  return draft.allowed
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
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
