import { escalateItem, escalationPorts, judgeItem } from '../../engine/index.ts';
import type { JsonObject } from '../../engine/index.ts';
import type { ItemResult, RunPorts } from '../shared/item-result.ts';
import { inputsOfTable } from '../shared/recording/inputs-of-table.ts';
import type { EscalationParams } from './params.ts';

/** Reads the conversation of every item and sends it to the output of its outcome. */
export function run(items: JsonObject[], params: EscalationParams, ports: RunPorts): ItemResult[] {
  const { table, mapping, textModel, asked } = params;
  const inputs = inputsOfTable(table, mapping);
  return items.map((item, index): ItemResult => {
    const { judged, opinion } = asked?.[index] ?? {
      judged: judgeItem(item, { ...params, day: ports.today }),
      opinion: null,
    };
    if (!judged.ok) return judged;
    const { judgement } = judged.value;
    const result = escalateItem(item, ports.stepName, judged.value, textModel, { asks: asked !== null, opinion });
    const { port, item: json, decision, by } = result;
    return {
      ok: true,
      sent: [{ output: escalationPorts.indexOf(port), json }],
      decided: {
        decision,
        table,
        day: ports.today,
        // Of the conversation the facts alone, as the table read them: no text goes into the ledger.
        inputs: { names: inputs.names, valuesOf: () => inputs.valuesOf(judgement.item) },
        ...(by !== undefined && { by }),
      },
    };
  });
}
