import { decisionStream } from '../../engine/index.ts';
import type { LedgerStore } from '../../hub/src/ledger/ledger.store.ts';
import type { Acknowledgement } from './writers.ts';

/** How what is in the store differs from what was acknowledged; all counts are 0 in a store that keeps its word. */
export interface KeptRecords {
  entries: number;
  /** Acknowledged, and not in the store under the sequence and hash that the acknowledgement says. */
  lost: string[];
  /** In the store more than once. */
  twice: string[];
  /** In the store, and never acknowledged. */
  unknown: string[];
}

/** Reads a stream from its beginning, and holds it against the acknowledgements. */
export async function keptRecords(
  ledger: LedgerStore,
  acknowledged: ReadonlyMap<string, Acknowledgement>,
): Promise<KeptRecords> {
  const size = (await ledger.head(decisionStream))?.size ?? 0;
  const found = new Map<string, Acknowledgement>();
  const twice: string[] = [];
  // One beyond the head, so that a row that no head knows of would show.
  for await (const rows of ledger.entries(decisionStream, 1, size + 2)) {
    for (const { recordKey, sequence, hash } of rows) {
      if (found.has(recordKey)) twice.push(recordKey);
      found.set(recordKey, { sequence, hash });
    }
  }
  const lost = [...acknowledged].filter(([key, { sequence, hash }]) => {
    const kept = found.get(key);
    return kept?.sequence !== sequence || kept.hash !== hash;
  });
  const unknown = [...found.keys()].filter((key) => !acknowledged.has(key));
  return { entries: found.size, lost: lost.map(([key]) => key), twice, unknown };
}
