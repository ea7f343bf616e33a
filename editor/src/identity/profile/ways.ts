import type { ProfileLink } from '../../../../engine/index.ts';

/** The link between two records, whichever way round; undefined: they were not compared. */
export function linkBetween(links: readonly ProfileLink[], one: string, other: string): ProfileLink | undefined {
  return links.find(({ left, right }) => (left === one && right === other) || (left === other && right === one));
}

/** How much a link holds: a person's word is above every weight. */
export function strengthOf({ madeBy, explanation }: ProfileLink): number {
  return madeBy === 'person' ? Infinity : explanation.bits;
}

/**
 * The way from one record to another over links, such that its weakest link is as strong as can be.
 * @returns record ids, both ends included; null when no way leads there
 */
export function strongestWay(links: readonly ProfileLink[], from: string, to: string): string[] | null {
  const reached = new Map([[from, { bits: Infinity, way: [from] }]]);
  const waiting = new Set([from]);
  while (waiting.size > 0) {
    const here = [...waiting].reduce((best, one) => (bitsAt(reached, one) > bitsAt(reached, best) ? one : best));
    waiting.delete(here);
    const { bits, way } = reached.get(here) ?? { bits: 0, way: [] };
    if (here === to) return way;
    for (const link of links) {
      const next = link.left === here ? link.right : link.right === here ? link.left : null;
      if (next === null) continue;
      const least = Math.min(bits, strengthOf(link));
      if (least <= bitsAt(reached, next)) continue;
      reached.set(next, { bits: least, way: [...way, next] });
      waiting.add(next);
    }
  }
  return null;
}

function bitsAt(reached: ReadonlyMap<string, { bits: number }>, record: string): number {
  return reached.get(record)?.bits ?? -Infinity;
}

/**
 * The two parts that are left when the weakest join goes: links are taken from the strongest on, and the last one that
 * joined two parts is the weakest.
 * @returns the smaller part; empty when there is nothing to split
 */
export function weakestPart(records: readonly string[], links: readonly ProfileLink[]): string[] {
  const partOf = new Map(records.map((record) => [record, [record]]));
  let last: [string[], string[]] | null = null;
  for (const link of [...links].sort((one, other) => strengthOf(other) - strengthOf(one))) {
    const left = partOf.get(link.left);
    const right = partOf.get(link.right);
    if (!left || !right || left === right) continue;
    last = [left, right];
    const both = [...left, ...right];
    for (const record of both) partOf.set(record, both);
  }
  if (last === null) return [];
  const [one, other] = last;
  return one.length < other.length ? one : other;
}
