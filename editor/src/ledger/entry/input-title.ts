import type { DecisionTable } from '../../../../engine/index.ts';

/** What people call an input of a table, or `table.input` of one that it used: its name, with the unit. */
export function inputTitle(table: DecisionTable | undefined, id: string): string {
  const own = table?.inputs.find((input) => input.id === id);
  if (own) return withUnit(own);
  for (const used of table?.uses ?? []) {
    const input = used.inputs.find((one) => `${used.id}.${one.id}` === id);
    if (input) return `${used.name}: ${withUnit(input)}`;
  }
  return id;
}

function withUnit({ name, unit }: { name: string; unit?: string }): string {
  return unit === undefined ? name : `${name} (${unit})`;
}
