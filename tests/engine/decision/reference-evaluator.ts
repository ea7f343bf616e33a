import type { DecisionTable, JsonObject, JsonValue, UnaryTest } from '../../../engine/index.ts';
import { parseUnaryTests } from '../../../engine/index.ts';

/**
 * A slow evaluator, written from the specification and the table in the documentation of cells alone: row by row, cell by
 * cell, no masks, no cut points. It shares the parser with the engine and nothing else.
 */
export function referenceDecidingRow(table: DecisionTable, facts: JsonObject): string | null {
  for (const row of table.rows) {
    if (row.disabled) continue;
    const all = table.inputs.every((input) => cellPasses(row.when[input.id] ?? '-', lookUp(facts, input.path)));
    if (all) return row.id;
  }
  return null;
}

function lookUp(facts: JsonObject, path: string): JsonValue {
  let here: unknown = facts;
  for (const key of path.split('.')) here = (here as Record<string, unknown> | null | undefined)?.[key];
  return (here ?? null) as JsonValue;
}

function cellPasses(cell: string, value: JsonValue): boolean {
  const parsed = parseUnaryTests(cell);
  if (!parsed.ok) throw new Error(cell);
  if (parsed.value.kind === 'any') return true;
  const candidates = Array.isArray(value) ? value : [value];
  let some = false;
  for (const single of parsed.value.tests) {
    // `!= null` means "there is a list", also an empty one.
    if (single.kind === 'comparison' && single.operator === '!=' && single.operand.value === null)
      some ||= value !== null;
    else for (const candidate of candidates) some ||= testPasses(single, candidate);
  }
  if (!parsed.value.negated) return some;
  return value === null ? false : !some;
}

function testPasses(single: UnaryTest, value: JsonValue): boolean {
  if (single.kind === 'list') return single.members.map((member) => member.value as JsonValue).includes(value);
  if (single.kind === 'interval') {
    if (typeof value !== 'number') return false;
    const low = Number(single.low.value);
    const high = Number(single.high.value);
    if (value < low || value > high) return false;
    if (value === low && !single.lowIncluded) return false;
    return !(value === high && !single.highIncluded);
  }
  const { operator } = single;
  const operand = single.operand.value;
  if (operator === '=') return value === operand;
  if (value === null) return false;
  if (operator === '!=') return value !== operand;
  if (typeof value !== 'number' || typeof operand !== 'number') return false;
  const order = Math.sign(value - operand);
  return { '<': [-1], '<=': [-1, 0], '>': [1], '>=': [1, 0] }[operator].includes(order);
}
