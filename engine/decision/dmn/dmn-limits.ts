import type { Issue } from '../../issue.ts';
import type { DecisionTable } from '../model.ts';

/**
 * Tells what of a table other tools will not know from its DMN, so that they may decide otherwise.
 * @returns warnings: `dmn_row_validity`, `dmn_table_validity`, `dmn_row_disabled`, `dmn_required`, `dmn_list_column`;
 *   those of used tables name it in `params.table`
 * @example dmnLimits(table).map(describeIssue)
 */
export function dmnLimits(table: DecisionTable): Issue[] {
  return [table, ...(table.uses ?? [])].flatMap((one) => limitsOf(one));
}

function limitsOf({ name, inputs, rows, validFrom, validUntil }: DecisionTable): Issue[] {
  const warn = (code: string, params: Issue['params']): Issue => ({
    code,
    path: [],
    severity: 'warning',
    params: { table: name, ...params },
  });
  return [
    ...(validFrom === undefined && validUntil === undefined ? [] : [warn('dmn_table_validity', {})]),
    ...inputs.flatMap((input) => [
      ...(input.required === true ? [warn('dmn_required', { input: input.name })] : []),
      ...(input.type === 'list' ? [warn('dmn_list_column', { input: input.name })] : []),
    ]),
    ...rows.flatMap((row) => [
      ...(row.disabled === true ? [warn('dmn_row_disabled', { row: row.id })] : []),
      ...(row.disabled !== true && (row.validFrom !== undefined || row.validUntil !== undefined)
        ? [warn('dmn_row_validity', { row: row.id })]
        : []),
    ]),
  ];
}
