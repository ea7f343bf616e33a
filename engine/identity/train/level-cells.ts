import type { CompiledModel } from '../compare/compiled-comparison.ts';
import type { PairScorer } from '../compare/pair-scorer.ts';
import { isShared, type CompiledShared } from '../compare/shared-evidence.ts';
import type { CandidateColumns } from './fit-options.ts';
import { LevelTree } from './level-tree.ts';

/** Pairs that came out alike: they differ in nothing that training looks at. */
export interface LevelCell {
  /** By comparison: level, or -1 where it was not compared. */
  levels: Int8Array;
  /** Bits that rarity adds. */
  termBits: number;
  count: number;
}

/** Cells, and by pair the index of its cell. */
export interface CountedPairs {
  cells: LevelCell[];
  cellOf: Int32Array;
}

/** Steps in which the bits of rarity are counted. chosen: 1/8 bit, a hundredth of what one comparison weighs */
const termStep = 8;
/** Bits of rarity beyond are counted as these. chosen: 15.875, what fits 256 steps; one value in 60,000 */
const mostSteps = 127;

/**
 * Compares pairs and counts how they came out, without rarity.
 * @param comparisons how many the model has
 * @returns cells in an order that does not depend on the order of pairs, so that sums over them do not either
 */
export function levelCells(scorer: PairScorer, comparisons: number, pairs: CandidateColumns): CountedPairs {
  const levels = new Int8Array(comparisons);
  return countPairs(pairs, (left, right) => {
    scorer.levels(left, right, levels);
    return { levels, termBits: 0 };
  });
}

/**
 * Parts cells by the bits of rarity; the pairs need not be compared again.
 * @param compiled a model with frequencies
 * @param scorer of that model
 * @param counted what `levelCells` found for the same pairs
 */
export function withRarity(
  compiled: CompiledModel,
  scorer: PairScorer,
  pairs: CandidateColumns,
  { cells, cellOf }: CountedPairs,
): CountedPairs {
  const rareOf = cells.map(({ levels }) => withoutHeldBack(levels, compiled.shared));
  const weighed = rareOf.map((levels) =>
    compiled.comparisons.some(({ terms }, at) => (terms[levels[at] as number]?.length ?? 0) > 0),
  );
  return countPairs(pairs, (left, right, pair) => {
    const cell = cellOf[pair] as number;
    const { levels } = cells[cell] as LevelCell;
    const rare = rareOf[cell] as Int8Array;
    return { levels, termBits: weighed[cell] === true ? scorer.termBits(left, right, rare) : 0 };
  });
}

/** Levels without those whose evidence a household shares, its name among them: how rare that is makes no difference. */
function withoutHeldBack(levels: Int8Array, shared: readonly CompiledShared[]): Int8Array {
  const kept = levels.slice();
  for (const evidence of shared) {
    if (!isShared(evidence, (at) => levels[at] as number)) continue;
    for (const index of [...evidence.of, evidence.two.comparison]) kept[index] = -1;
  }
  return kept;
}

function countPairs(
  { left, right }: CandidateColumns,
  outcomeOf: (left: number, right: number, pair: number) => Pick<LevelCell, 'levels' | 'termBits'>,
): CountedPairs {
  const tree = new LevelTree();
  const cells: LevelCell[] = [];
  const cellOf = new Int32Array(left.length);
  for (let pair = 0; pair < left.length; pair++) {
    const { levels, termBits } = outcomeOf(left[pair] as number, right[pair] as number, pair);
    const steps = Math.max(-mostSteps, Math.min(mostSteps, Math.round(termBits * termStep)));
    const at = tree.leafOf(levels, steps + mostSteps);
    cellOf[pair] = at;
    const cell = cells[at];
    if (cell === undefined) cells[at] = { levels: levels.slice(), termBits: steps / termStep, count: 1 };
    else cell.count++;
  }
  return inOrder(cells, cellOf);
}

function inOrder(cells: readonly LevelCell[], cellOf: Int32Array): CountedPairs {
  const order = cells.map((cell, at) => ({ cell, at })).sort((one, other) => difference(one.cell, other.cell));
  const placeOf = new Int32Array(cells.length);
  for (const [place, { at }] of order.entries()) placeOf[at] = place;
  return { cells: order.map(({ cell }) => cell), cellOf: cellOf.map((at) => placeOf[at] as number) };
}

function difference(left: LevelCell, right: LevelCell): number {
  for (let at = 0; at < left.levels.length; at++) {
    const apart = (left.levels[at] as number) - (right.levels[at] as number);
    if (apart !== 0) return apart;
  }
  return left.termBits - right.termBits;
}
