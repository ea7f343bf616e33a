import type { DecisionTable } from '../../../engine/index.ts';

/** Chosen: 16 hubs and 1,000 tables each, because a table's digest takes 100 bytes; the oldest are forgotten first. */
const mostHubs = 16;
const mostTables = 1_000;

/** Digests of tables that a hub is known to hold, so that they are not sent again and again. */
export class KnownTables {
  private readonly hubs = new Map<string, Set<string>>();

  /** The tables that the hub may not hold yet. */
  missing(hub: string, tables: ReadonlyMap<string, DecisionTable>): DecisionTable[] {
    const known = this.hubs.get(hub);
    return [...tables].flatMap(([digest, table]) => (known?.has(digest) === true ? [] : [table]));
  }

  add(hub: string, digests: Iterable<string>): void {
    let known = this.hubs.get(hub);
    if (known === undefined) {
      forgetOldest(this.hubs, mostHubs);
      this.hubs.set(hub, (known = new Set()));
    }
    for (const digest of digests) {
      if (known.has(digest)) continue;
      forgetOldest(known, mostTables);
      known.add(digest);
    }
  }

  /** A hub that was set up anew no longer holds what it once held. */
  remove(hub: string, digests: Iterable<string>): void {
    for (const digest of digests) this.hubs.get(hub)?.delete(digest);
  }
}

function forgetOldest(kept: Map<string, unknown> | Set<string>, most: number): void {
  const [oldest] = kept.keys();
  if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
}
