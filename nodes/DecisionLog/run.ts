import { fieldReader, logDecision, queuedRecords } from '../../engine/index.ts';
import type { DecisionLogging, JsonObject, ValueReader } from '../../engine/index.ts';
import type { ItemResult, RunPorts } from '../shared/item-result.ts';
import type { LogParams } from './params.ts';

/** Reads what was decided about every item, or the records that wait in it; both are then sent to the hub. */
export function run(items: JsonObject[], params: LogParams, ports: RunPorts): ItemResult[] {
  if (params.operation === 'send') return items.map(send);
  const { logging } = params;
  const inputs = fieldReader(logging.inputFields);
  return items.map((item) => log(item, logging, inputs, ports));
}

function log(item: JsonObject, logging: DecisionLogging, inputs: ValueReader, { stepName }: RunPorts): ItemResult {
  const logged = logDecision(item, stepName, logging);
  if (!logged.ok) return logged;
  const { decision, by, note, item: json } = logged.value;
  const sent = [{ output: 0, json }];
  return { ok: true, sent, decided: { decision, table: null, day: null, inputs, by, note } };
}

function send(item: JsonObject): ItemResult {
  const queued = queuedRecords(item);
  return queued.ok ? { ok: true, sent: [{ output: 0, json: item }], queued: queued.value } : queued;
}
