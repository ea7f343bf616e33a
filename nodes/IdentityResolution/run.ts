import {
  answeredItem,
  groupRecords,
  identityInputs,
  identityPorts,
  matchItems,
  readMatchRecords,
} from '../../engine/index.ts';
import type { IdentityOutcome, JsonObject, ValueReader } from '../../engine/index.ts';
import type { ItemResult, RunPorts } from '../shared/item-result.ts';
import type { IdentityParams } from './params.ts';

/** Groups the records of the batch, or says of each whether it is of somebody known. */
export function run(items: JsonObject[], params: IdentityParams, ports: RunPorts): ItemResult[] {
  const { setting } = params;
  const inputs = identityInputs(setting);
  const outputs: readonly string[] = identityPorts[setting.operation];
  return outcomesOf(items, params, ports).map((outcome) => resultOf(outcome, outputs, inputs));
}

function outcomesOf(items: JsonObject[], params: IdentityParams, { stepName }: RunPorts): IdentityOutcome[] {
  const { setting } = params;
  switch (params.kind) {
    case 'group':
      return groupRecords(items, stepName, setting);
    case 'in-item':
      return matchItems(items, stepName, setting);
    case 'known':
      return matchItems(items, stepName, setting, params.known);
    case 'hub': {
      const records = readMatchRecords(items, setting);
      return items.map((item, at): IdentityOutcome => {
        const [record, answer] = [records[at], params.answers[at]];
        if (record?.ok !== true) return { kind: 'error', issues: record?.issues ?? [] };
        if (answer?.ok !== true) return { kind: 'error', issues: answer?.issues ?? [] };
        return answeredItem(item, at, stepName, record.value, answer.value.answer, answer.value.model);
      });
    }
  }
}

function resultOf(outcome: IdentityOutcome, outputs: readonly string[], inputs: ValueReader): ItemResult {
  switch (outcome.kind) {
    case 'error':
      return { ok: false, issues: outcome.issues };
    case 'merged':
      return { ok: true, sent: [] };
    case 'sent': {
      const { port, item, decision, by, from } = outcome;
      return {
        ok: true,
        sent: [{ output: outputs.indexOf(port), json: item, from }],
        decided: { decision, table: null, day: null, inputs, by },
      };
    }
  }
}
