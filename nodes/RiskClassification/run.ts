import { decideRisk, recordRisk, riskLevels } from '../../engine/index.ts';
import type { JsonObject } from '../../engine/index.ts';
import type { ItemResult, RunPorts } from '../shared/item-result.ts';
import { inputsOfTable } from '../shared/recording/inputs-of-table.ts';
import type { RiskParams } from './params.ts';

/** Classifies every item and sends it to the output of its level. */
export function* run(items: JsonObject[], params: RiskParams, ports: RunPorts): Iterable<ItemResult> {
  const { rules, mapping, noMatch } = params;
  const { table } = rules;
  const inputs = inputsOfTable(table, mapping);
  for (const item of items) {
    const risk = decideRisk(rules, item, mapping, noMatch, { day: ports.today });
    if (!risk.ok) {
      yield risk;
      continue;
    }
    const { decision, level } = risk.value;
    const sent = [{ output: riskLevels.indexOf(level), json: recordRisk(item, ports.stepName, risk.value) }];
    yield { ok: true, sent, decided: { decision, table, day: ports.today, inputs } };
  }
}
