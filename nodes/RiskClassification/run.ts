import { decideRisk, recordRisk, riskLevels } from '../../engine/index.ts';
import type { JsonObject, ValueReader } from '../../engine/index.ts';
import type { ItemResult, RunPorts } from '../shared/item-result.ts';
import { inputsOfTable } from '../shared/recording/inputs-of-table.ts';
import type { RiskParams } from './params.ts';

/** Classifies every item and sends it to the output of its level. */
export function* run(items: JsonObject[], params: RiskParams, ports: RunPorts): Iterable<ItemResult> {
  const inputs = inputsOfTable(params.rules.table, params.mapping);
  for (const item of items) yield classify(item, params, ports, inputs);
}

function classify(item: JsonObject, params: RiskParams, ports: RunPorts, inputs: ValueReader): ItemResult {
  const { rules, mapping, noMatch } = params;
  const risk = decideRisk(rules, item, mapping, noMatch, { day: ports.today });
  if (!risk.ok) return risk;
  const { decision, level } = risk.value;
  const sent = [{ output: riskLevels.indexOf(level), json: recordRisk(item, ports.stepName, risk.value) }];
  return { ok: true, sent, decided: { decision, table: rules.table, day: ports.today, inputs } };
}
