import { decideRisk, recordRisk, riskLevels } from '../../engine/index.ts';
import type { JsonObject } from '../../engine/index.ts';
import type { ItemResult, RunPorts } from '../shared/item-result.ts';
import type { RiskParams } from './params.ts';

/** Classifies every item and sends it to the output of its level. */
export function run(items: JsonObject[], params: RiskParams, ports: RunPorts): ItemResult[] {
  return items.map((item) => {
    const risk = decideRisk(params.rules, item, params.mapping, params.noMatch, { day: ports.today });
    if (!risk.ok) return risk;
    const output = riskLevels.indexOf(risk.value.level);
    return { ok: true, sent: [{ output, json: recordRisk(item, ports.stepName, risk.value) }] };
  });
}
