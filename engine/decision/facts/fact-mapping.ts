import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { DecisionTable } from '../model.ts';
import { splitPath } from './read-path.ts';

/** Where the facts of a table stand in an item. */
export interface FactMapping {
  /** Path of the object inside the item that holds the facts, `body` behind a Webhook; empty for the item itself. */
  dataField: string;
  /** Inputs that stand elsewhere: input id → absolute path in the item. */
  fields: { input: string; field: string }[];
}

/** The item itself holds the facts. */
export const itemIsFacts: FactMapping = Object.freeze({ dataField: '', fields: [] });

/**
 * A mapping as people type it, made ready: without spaces around paths and ids, and without the rows that somebody added and
 * left empty. Nodes and steps both read through it.
 * @example readyMapping({ dataField: ' body', fields: [{ input: '', field: '' }] }) // { dataField: 'body', fields: [] }
 */
export function readyMapping({ dataField, fields }: FactMapping): FactMapping {
  return {
    dataField: dataField.trim(),
    fields: fields
      .map(({ input, field }) => ({ input: input.trim(), field: field.trim() }))
      .filter(({ input, field }) => input !== '' || field !== ''),
  };
}

/**
 * Reads the fields of a mapping: splits their paths and says which inputs they name.
 * @param table the table that is decided; inputs of a table that it uses are named with that table's id, `tier.points`
 * @returns segments by input id; or `unknown_mapped_input`, `invalid_field_path` with paths inside the mapping
 * @example mappedPaths(table, { dataField: '', fields: [{ input: 'amount', field: 'body.amount' }] })
 */
export function mappedPaths(table: DecisionTable, mapping: FactMapping): Result<Map<string, string[]>> {
  const issues: Issue[] = [];
  if (splitPath(mapping.dataField) === null) {
    issues.push(errorIssue('invalid_field_path', ['dataField'], { field: mapping.dataField }));
  }
  const known = mappableInputs(table);
  const mapped = new Map<string, string[]>();
  for (const [index, { input, field }] of mapping.fields.entries()) {
    const segments = field === '' ? null : splitPath(field);
    if (!known.includes(input)) {
      issues.push(errorIssue('unknown_mapped_input', ['fields', index, 'input'], { input, known }));
    }
    if (segments === null) issues.push(errorIssue('invalid_field_path', ['fields', index, 'field'], { field }));
    else mapped.set(input, segments);
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: mapped };
}

/**
 * The inputs that a mapping can name: those that are read in the item, first the table's own, then those of the tables that
 * it uses, as `table.input`.
 * @example mappableInputs(table) // ['amount', 'tier.points']
 */
export function mappableInputs(table: DecisionTable): string[] {
  const own = ({ inputs }: DecisionTable) => inputs.filter(({ from }) => from === undefined).map(({ id }) => id);
  return [...own(table), ...(table.uses ?? []).flatMap((used) => own(used).map((id) => `${used.id}.${id}`))];
}
