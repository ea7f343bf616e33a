import { logDecision, queuedRecords } from '../../engine/index.ts';
import type { DecisionLogging, JsonObject } from '../../engine/index.ts';
import type { ItemResult, RunPorts } from '../shared/item-result.ts';
import type { LogParams } from './params.ts';

/** Reads what was decided about every item, or the records that wait in it; both are then sent to the hub. */
export function run(items: JsonObject[], params: LogParams, ports: RunPorts): ItemResult[] {
  return items.map((item) => (params.operation === 'send' ? send(item) : log(item, params.logging, ports)));
}

function log(item: JsonObject, logging: DecisionLogging, { stepName }: RunPorts): ItemResult {
  const logged = logDecision(item, stepName, logging);
  if (!logged.ok) return logged;
  const { decision, by, inputs, note, item: json } = logged.value;
  const sent = [{ output: 0, json }];
  return { ok: true, sent, decided: { decision, table: null, day: null, inputs: () => inputs, by, note } };
}

function send(item: JsonObject): ItemResult {
  const queued = queuedRecords(item);
  return queued.ok ? { ok: true, sent: [{ output: 0, json: item }], queued: queued.value } : queued;
}
