import type { IdentityKind } from '../../../../engine/index.ts';
import type { RecordPair } from '../identity.rows.ts';
import type { IdentityReader } from '../identity.store.ts';
import { normalizedOf } from '../pair-weights.ts';
import type { Resolution, ResolutionTask, SaidPair } from './resolution.ts';
import { resolverFor } from './resolver.ts';

/** All records of a kind as a model would group them, beside the profiles that they are in. */
export interface GraphResolution extends Resolution {
  kind: IdentityKind;
  /** By record. */
  ids: string[];
  profileIds: string[];
  /** What persons said, which stands in the groups. */
  said: { pair: RecordPair; same: boolean }[];
}

export type ResolveGraph = (reader: IdentityReader, task: ResolutionTask) => Promise<GraphResolution>;

/** Reads all records of the model's kind and resolves them; the graph may change meanwhile. */
export async function resolveGraph(reader: IdentityReader, task: ResolutionTask): Promise<GraphResolution> {
  const { kind } = task.model;
  const resolver = resolverFor(task);
  try {
    const ids: string[] = [];
    const profileIds: string[] = [];
    for await (const records of reader.allRecords(kind)) {
      for (const { id, profileId } of records) {
        ids.push(id);
        profileIds.push(profileId);
      }
      resolver.add(records.map(normalizedOf));
    }
    const { links, neverLinks } = await reader.saidByPersons(kind);
    const said = [...links.map((pair) => ({ pair, same: true })), ...neverLinks.map((pair) => ({ pair, same: false }))];
    const placeOf = new Map(ids.map((id, place) => [id, place]));
    const saidPairs = said.flatMap(({ pair, same }): SaidPair[] => {
      const [left, right] = [placeOf.get(pair.left), placeOf.get(pair.right)];
      return left === undefined || right === undefined ? [] : [[left, right, same]];
    });
    return { ...(await resolver.finish(saidPairs)), kind, ids, profileIds, said };
  } catch (error) {
    resolver.stop();
    throw error;
  }
}
