import type { JsonObject, JsonValue } from '../../json.ts';
import type { TableRow } from '../model.ts';
import { memberChecks, rowChecks } from './field-checks.ts';
import { keptFields, restoreFields, type FieldCheck, type KeptFields } from './kept-fields.ts';

type MemberField = keyof typeof memberChecks;
const memberFields = Object.keys(memberChecks) as MemberField[];

/**
 * What a rule of DMN cannot say of a row. Cells, results and remarks count one by one, as `when:amount`, so that the
 * change of one in another tool leaves the others.
 * @example keptRow({ id: 'r', when: {}, then: {} }, { id: 'r', when: { a: '-' }, then: {} }) // { is: { 'when:a': '-' }, … }
 */
export function keptRow(plain: TableRow, ours: TableRow): KeptFields | null {
  const [shown, real] = [flat(plain), flat(ours)];
  return keptFields(shown, real, new Set([...Object.keys(shown), ...Object.keys(real)]));
}

/** A row as its rule reads, with what was kept beside it. */
export function restoreRow(plain: TableRow, kept: KeptFields | null): TableRow {
  if (kept === null) return plain;
  const checks = new Map<string, FieldCheck>(Object.entries(rowChecks));
  for (const key of [...Object.keys(kept.is), ...Object.keys(kept.insteadOf)]) {
    const field = memberFields.find((name) => key === name || key.startsWith(`${name}:`));
    if (field !== undefined) checks.set(key, key === field ? isEmpty : memberChecks[field]);
  }
  return unflat(restoreFields(flat(plain), kept, Object.fromEntries(checks)));
}

const isEmpty: FieldCheck = (value) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** A row as one object without objects in it; remarks that are there and empty as `annotations: {}`. */
function flat({ when, then, annotations, ...fields }: TableRow): JsonObject {
  const members = Object.entries({ when, then, annotations: annotations ?? {} }).flatMap(([field, values]) =>
    Object.entries(values).map(([key, value]) => [`${field}:${key}`, value] as [string, JsonValue]),
  );
  const noRemarks = annotations !== undefined && Object.keys(annotations).length === 0;
  return { ...fields, ...Object.fromEntries(members), ...(noRemarks ? { annotations: {} } : {}) };
}

function unflat(flatRow: JsonObject): TableRow {
  const members = (field: MemberField) =>
    Object.fromEntries(
      Object.entries(flatRow)
        .filter(([key]) => key.startsWith(`${field}:`))
        .map(([key, value]) => [key.slice(field.length + 1), value]),
    );
  const annotations = members('annotations');
  const hasRemarks = Object.keys(annotations).length > 0 || Object.hasOwn(flatRow, 'annotations');
  return {
    ...Object.fromEntries(Object.entries(flatRow).filter(([key]) => Object.hasOwn(rowChecks, key))),
    when: members('when'),
    then: members('then'),
    ...(hasRemarks ? { annotations } : {}),
  } as TableRow;
}
