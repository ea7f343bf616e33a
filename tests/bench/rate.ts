import type { JsonObject } from '../../engine/index.ts';
import { median } from './median.ts';
import type { Peer } from './table-peers.ts';

/** How long one round lasts, and how many rounds there are; the median counts. */
const roundMs = 150;
const rounds = 5;

/** Evaluations per second of an engine that answers at once, with `batch` of them between two looks at the clock. */
export function rateOf(facts: readonly JsonObject[], batch: number, decide: (facts: JsonObject) => unknown): number {
  const warmUntil = performance.now() + roundMs;
  let count = 0;
  const run = (until: number) => {
    const begunAt = performance.now();
    const before = count;
    while (performance.now() < until) {
      for (let index = 0; index < batch; index++) decide(facts[count++ % facts.length] as JsonObject);
    }
    return ((count - before) / (performance.now() - begunAt)) * 1000;
  };
  run(warmUntil);
  return median(Array.from({ length: rounds }, () => run(performance.now() + roundMs)));
}

/** The same for any engine. */
export async function rateOfPeer(peer: Peer, facts: readonly JsonObject[]): Promise<number> {
  const first = peer.decide(facts[0] as JsonObject);
  if (typeof first === 'number') return rateOf(facts, 10, (each) => peer.decide(each));
  await first;
  const rates: number[] = [];
  let count = 0;
  for (let round = 0; round <= rounds; round++) {
    const begunAt = performance.now();
    const before = count;
    while (performance.now() - begunAt < roundMs) {
      if (peer.inFlight === 1) await peer.decide(facts[count++ % facts.length] as JsonObject);
      else {
        const batch = Array.from({ length: peer.inFlight }, () =>
          peer.decide(facts[count++ % facts.length] as JsonObject),
        );
        await Promise.all(batch);
      }
    }
    // The first round warms up.
    if (round > 0) rates.push(((count - before) / (performance.now() - begunAt)) * 1000);
  }
  return median(rates);
}
