import type { Decision, DecisionTable, QueuedRecord } from '../../../engine/index.ts';

/** Tables by digest. */
export type Tables = ReadonlyMap<string, DecisionTable>;

/** Digests of all tables that made a decision, those that the deciding table used included. */
export function digestsOf({ tableDigest, required = [] }: Decision): string[] {
  const own = tableDigest === '' ? [] : [tableDigest];
  return [...own, ...required.flatMap(digestsOf)];
}

/** The tables that queued records carry. */
export function tablesInQueue(records: readonly QueuedRecord[]): Tables {
  return new Map(records.flatMap(({ tables = {} }) => Object.entries(tables)));
}
