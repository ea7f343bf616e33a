import { probabilityOf } from '../../../engine/index.ts';
import type { StoredLink } from './identity.rows.ts';

/**
 * Which records links hold together.
 * @returns the groups, and the weakest of the strongest links that hold each together, in bits; Infinity where nobody can doubt
 */
export function joinedBy(
  records: readonly string[],
  links: readonly Pick<StoredLink, 'left' | 'right' | 'bits' | 'madeBy'>[],
): { groups: string[][]; weakestBits: number } {
  const parent = new Map(records.map((id) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next;
    return root;
  };
  const weightOf = ({ madeBy, bits }: (typeof links)[number]) => (madeBy === 'person' ? Infinity : bits);
  let weakestBits = Infinity;
  for (const link of [...links].sort((one, other) => weightOf(other) - weightOf(one))) {
    if (!parent.has(link.left) || !parent.has(link.right)) continue;
    const [left, right] = [rootOf(link.left), rootOf(link.right)];
    if (left === right) continue;
    parent.set(left, right);
    weakestBits = Math.min(weakestBits, weightOf(link));
  }
  const groups = new Map<string, string[]>();
  for (const id of records) {
    const root = rootOf(id);
    const group = groups.get(root);
    if (group) group.push(id);
    else groups.set(root, [id]);
  }
  return { groups: [...groups.values()], weakestBits };
}

/** How sure it is that records are one customer: the probability of the weakest join; 1 for one record. */
export function probabilityOfJoin(records: readonly string[], links: readonly StoredLink[]): number {
  const { weakestBits } = joinedBy(records, links);
  return weakestBits === Infinity ? 1 : probabilityOf(weakestBits);
}
