import { decideBranch, fieldReader, otherwisePort, recordDecision } from '../../engine/index.ts';
import type { JsonObject } from '../../engine/index.ts';
import type { ItemResult, RunPorts } from '../shared/item-result.ts';
import type { BranchParams } from './params.ts';

/** Sends every item to the output of the first case that its field meets, or to *Otherwise*, the last one. */
export function run(items: JsonObject[], params: BranchParams, ports: RunPorts): ItemResult[] {
  const inputs = fieldReader([params.field]);
  return items.map((item) => {
    const decided = decideBranch(params, item);
    if (!decided.ok) return decided;
    const { decision, port } = decided.value;
    const output = port === otherwisePort ? params.cases.length : Number(port);
    const sent = [{ output, json: recordDecision(item, ports.stepName, decision) }];
    return { ok: true, sent, decided: { decision, table: null, day: null, inputs } };
  });
}
