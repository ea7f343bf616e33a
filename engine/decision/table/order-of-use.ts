import type { DecisionTable } from '../model.ts';

/**
 * The order in which tables have to be decided before the one that uses them: each after those that it reads from.
 * @param table the table that uses others
 * @returns `order`: the tables of `uses` that an input reads, directly or through another, each once; `circle`: ids of
 *   tables that wait for one another, the first one again at the end, or null. Ids that name no table are passed over
 * @example orderOfUse(table).order.map(({ id }) => id)
 */
export function orderOfUse(table: DecisionTable): { order: DecisionTable[]; circle: string[] | null } {
  const byId = new Map((table.uses ?? []).map((used) => [used.id, used]));
  const order: DecisionTable[] = [];
  const done = new Set<DecisionTable>();
  const open: { table: DecisionTable; next: number }[] = [{ table, next: 0 }];
  const waiting = new Set<DecisionTable>([table]);
  // A loop, since a chain may be longer than calls may nest.
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const input = top.table.inputs[top.next++];
    if (input === undefined) {
      open.pop();
      waiting.delete(top.table);
      done.add(top.table);
      if (top.table !== table) order.push(top.table);
      continue;
    }
    const used = input.from === undefined ? undefined : byId.get(input.from);
    if (used === undefined || done.has(used)) continue;
    if (waiting.has(used)) {
      const ids = open.map((entry) => entry.table.id);
      return { order, circle: [...ids.slice(ids.lastIndexOf(used.id)), used.id] };
    }
    waiting.add(used);
    open.push({ table: used, next: 0 });
  }
  return { order, circle: null };
}
