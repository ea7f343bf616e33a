import type { Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { Decision } from '../decision.ts';
import type { Outcome } from '../model.ts';
import { ofUsedTable } from '../table/of-used-table.ts';
import type { ChainReaders, ReadyChain, ReadyTable } from './ready-table.ts';

/** Decides by one table of a chain. */
type DecideOne = (ready: ReadyTable, values: JsonValue[]) => Result<{ decision: Decision; outcome: Outcome }>;

/** What the tables before the last one gave. */
export interface UsedOutcomes {
  outcomes: Map<string, Outcome>;
  /** In the order in which they were made. */
  decisions: Decision[];
}

/**
 * Decides by the tables that a table uses, each once, those that others read from first.
 * @returns outcomes by table id; or the issues of the first table that cannot decide
 */
export function decideUsed(
  chain: ReadyChain,
  readers: ChainReaders,
  item: JsonObject,
  decideOne: DecideOne,
): Result<UsedOutcomes> {
  const outcomes = new Map<string, Outcome>();
  const decisions: Decision[] = [];
  for (const [index, ready] of chain.used.entries()) {
    const values = readers.used[index]?.read(item, outcomes) ?? { ok: true, value: [] };
    const decided = values.ok ? decideOne(ready, values.value) : values;
    if (!decided.ok) return { ok: false, issues: decided.issues.map((issue) => ofUsedTable(ready.table, issue)) };
    outcomes.set(ready.table.id, decided.value.outcome);
    decisions.push(decided.value.decision);
  }
  return { ok: true, value: { outcomes, decisions } };
}
