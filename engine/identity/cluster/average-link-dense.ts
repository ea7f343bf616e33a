import { weightBetween, type LinkedCluster, type LinkProblem } from './link-problem.ts';

/** The most atoms that are joined over a full matrix. chosen: 64, some 2,000 weights; beyond, most pairs are far apart. */
export const mostDenseAtoms = 64;

/**
 * Joins the two clusters with the highest average weight, again and again, while it reaches `sameFixed`. For few atoms, all
 * of whose pairs are weighed.
 * @param atoms records that are together already, by the rank of their first record; ties go to the earlier
 * @returns clusters by their first atom
 * @source average-link (UPGMA): Sokal and Michener, "A statistical method for evaluating systematic relationships", 1958
 */
export function averageLinkDense(atoms: readonly (readonly number[])[], problem: LinkProblem): LinkedCluster[] {
  const matrix = weightMatrix(atoms, problem);
  const count = atoms.length;
  const records = atoms.map((atom) => [...atom]);
  const weakest = new Float64Array(count).fill(Infinity);
  const alive = new Uint8Array(count).fill(1);
  for (;;) {
    const best = bestJoin(matrix, records, alive, problem.sameFixed);
    if (best === null) break;
    const { left, right, average } = best;
    const [kept, gone] = [records[left] ?? [], records[right] ?? []];
    if (problem.keptApart(kept, gone)) {
      matrix[left * count + right] = -Infinity;
      matrix[right * count + left] = -Infinity;
      continue;
    }
    kept.push(...gone);
    alive[right] = 0;
    weakest[left] = Math.min(weakest[left] ?? 0, weakest[right] ?? 0, average);
    for (let other = 0; other < count; other += 1) {
      const sum = (matrix[left * count + other] ?? 0) + (matrix[right * count + other] ?? 0);
      matrix[left * count + other] = sum;
      matrix[other * count + left] = sum;
    }
  }
  return records.flatMap((cluster, atom) =>
    alive[atom] === 1 ? [{ records: cluster, weakest: weakest[atom] ?? Infinity }] : [],
  );
}

/** Sums of weights between atoms, row by row. */
function weightMatrix(atoms: readonly (readonly number[])[], { weightOf }: LinkProblem): Float64Array {
  const count = atoms.length;
  const matrix = new Float64Array(count * count);
  for (let left = 0; left < count; left += 1) {
    for (let right = left + 1; right < count; right += 1) {
      const sum = weightBetween(weightOf, atoms[left] ?? [], atoms[right] ?? []);
      matrix[left * count + right] = sum;
      matrix[right * count + left] = sum;
    }
  }
  return matrix;
}

function bestJoin(
  matrix: Float64Array,
  records: readonly (readonly number[])[],
  alive: Uint8Array,
  least: number,
): { left: number; right: number; average: number } | null {
  const count = records.length;
  const best = { left: -1, right: -1, average: -Infinity };
  for (let left = 0; left < count; left += 1) {
    if (alive[left] === 0) continue;
    const size = records[left]?.length ?? 1;
    for (let right = left + 1; right < count; right += 1) {
      if (alive[right] === 0) continue;
      const average = (matrix[left * count + right] ?? 0) / (size * (records[right]?.length ?? 1));
      if (average <= best.average) continue;
      best.left = left;
      best.right = right;
      best.average = average;
    }
  }
  return best.average >= least ? best : null;
}
