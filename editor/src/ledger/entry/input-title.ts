import type { DecisionTable } from '../../../../engine/index.ts';

/**
 * What people call an input of a table, or `table.input` of one that it used.
 * @param withUnits adds the unit: "Amount (EUR)"
 */
export function inputTitle(table: DecisionTable | undefined, id: string, withUnits = true): string {
  const titleOf = withUnits ? withUnit : ({ name }: { name: string }) => name;
  const own = table?.inputs.find((input) => input.id === id);
  if (own) return titleOf(own);
  for (const used of table?.uses ?? []) {
    const input = used.inputs.find((one) => `${used.id}.${one.id}` === id);
    if (input) return `${used.name}: ${titleOf(input)}`;
  }
  return id;
}

function withUnit({ name, unit }: { name: string; unit?: string }): string {
  return unit === undefined ? name : `${name} (${unit})`;
}
