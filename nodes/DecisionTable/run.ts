import { decideTable, errorIssue, recordTableOutcome } from '../../engine/index.ts';
import type { JsonObject } from '../../engine/index.ts';
import type { ItemResult, RunPorts } from '../shared/item-result.ts';
import type { TableParams } from './params.ts';

/** Decides every item by the table. */
export function run(items: JsonObject[], params: TableParams, ports: RunPorts): ItemResult[] {
  const { table, mapping, noMatch, outputField } = params;
  return items.map((item) => {
    const decided = decideTable(table, item, mapping);
    if (!decided.ok) return decided;
    if (decided.value.outcome === null && noMatch === 'error') {
      return { ok: false, issues: [errorIssue('no_match', [], { table: table.name, version: table.version })] };
    }
    return { ok: true, output: 0, json: recordTableOutcome(item, ports.stepName, decided.value, outputField) };
  });
}
