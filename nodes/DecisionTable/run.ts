import { decideTable, decisionDay, noMatchIssue, placeOutcome } from '../../engine/index.ts';
import type { JsonObject, ValueReader } from '../../engine/index.ts';
import type { ItemResult, RunPorts } from '../shared/item-result.ts';
import { inputsOfTable } from '../shared/recording/inputs-of-table.ts';
import type { TableParams } from './params.ts';

/** Decides every item by the table. */
export function* run(items: JsonObject[], params: TableParams, ports: RunPorts): Iterable<ItemResult> {
  const inputs = inputsOfTable(params.table, params.mapping);
  for (const item of items) yield decide(item, params, ports, inputs);
}

function decide(item: JsonObject, params: TableParams, ports: RunPorts, inputs: ValueReader): ItemResult {
  const { table, mapping, placing, noMatch, dayField } = params;
  const day = decisionDay(item, dayField, ports.today);
  if (!day.ok) return day;
  const decided = decideTable(table, item, mapping, { day: day.value });
  if (!decided.ok) return decided;
  if (decided.value.outcome === null && noMatch === 'error') {
    return { ok: false, issues: [noMatchIssue(table)] };
  }
  const placed = placeOutcome(item, ports.stepName, decided.value, placing);
  const sent = placed.map(({ item: json, way }) => ({ output: way, json }));
  return { ok: true, sent, decided: { decision: decided.value.decision, table, day: day.value ?? null, inputs } };
}
