import { averageLinkDense, mostDenseAtoms } from './average-link-dense.ts';
import { averageLinkSparse } from './average-link-sparse.ts';
import type { LinkedCluster, LinkProblem } from './link-problem.ts';
import { weakestSplit } from './weakest-split.ts';

/**
 * Groups records that hang together by strong pairs: joins by average link, then splits every cluster whose weakest split
 * would raise the likelihood, and joins anew within its parts.
 * @param atoms records that a person joined, or one record each, by the rank of their first record
 */
export function clusterComponent(atoms: readonly (readonly number[])[], problem: LinkProblem): LinkedCluster[] {
  const done: LinkedCluster[] = [];
  const waiting: (readonly (readonly number[])[])[] = [atoms];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const clusters = averageLink(part, problem);
    for (const cluster of clusters) {
      const records = new Set(cluster.records);
      const own = records.size < 3 ? [] : part.filter((atom) => records.has(atom[0] ?? -1));
      // Two atoms were joined over the very weights that a split would count.
      const split = own.length < 3 ? null : weakestSplit(own, problem.weightOf);
      if (split === null || split.across >= 0) done.push(cluster);
      else {
        for (const side of [0, 1]) waiting.push(own.filter((_atom, index) => split.side[index] === side));
      }
    }
  }
  return done;
}

/** Both do the same; the one for many atoms weighs fewer pairs, the other takes less for few. */
function averageLink(atoms: readonly (readonly number[])[], problem: LinkProblem): LinkedCluster[] {
  return atoms.length <= mostDenseAtoms ? averageLinkDense(atoms, problem) : averageLinkSparse(atoms, problem);
}
