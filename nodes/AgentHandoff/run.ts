import { defaultEscalationPack, errorIssue, handoffItem, handoffPlaybook } from '../../engine/index.ts';
import type { JsonObject } from '../../engine/index.ts';
import { playbooks, tablePacks } from '../../rules/index.ts';
import type { ItemResult, RunPorts } from '../shared/item-result.ts';
import type { HandoffParams } from './params.ts';

/** Writes the brief of every item. */
export function run(items: JsonObject[], { setting, read }: HandoffParams, { today }: RunPorts): ItemResult[] {
  const [table, playbook] = [tablePacks[defaultEscalationPack]?.table, playbooks[handoffPlaybook]];
  return items.map((item): ItemResult => {
    if (table === undefined || playbook === undefined) {
      return { ok: false, issues: [errorIssue('playbook_missing', [])] };
    }
    const handed = handoffItem(item, { setting, read, table, playbook, day: today });
    return handed.ok ? { ok: true, sent: [{ output: 0, json: handed.value }] } : handed;
  });
}
