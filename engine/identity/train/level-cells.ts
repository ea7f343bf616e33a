import type { CompiledModel } from '../compare/compiled-comparison.ts';
import { pairLevels } from '../compare/pair-levels.ts';
import type { PreparedRecords } from '../model/prepared-records.ts';
import type { CandidateColumns } from './fit-options.ts';

/** Pairs that came out alike: they differ in nothing that training looks at. */
export interface LevelCell {
  /** By comparison: level, or -1 where it was not compared. */
  levels: Int8Array;
  /** Bits that rarity adds. */
  termBits: number;
  count: number;
}

/** Steps in which the bits of rarity are counted. chosen: 1/8 bit, a hundredth of what one comparison weighs */
const termStep = 8;
/** Bits of rarity beyond are counted as these. chosen: 15.875, what fits 256 steps; one value in 60,000 */
const mostSteps = 127;

/**
 * Counts pairs by how they came out.
 * @param rarity whether the bits of rarity matter
 * @returns cells in an order that does not depend on the order of pairs, so that sums over them do not either
 */
export function levelCells(
  compiled: CompiledModel,
  prepared: PreparedRecords,
  { left, right }: CandidateColumns,
  rarity: boolean,
): LevelCell[] {
  const reader = pairLevels(compiled, prepared);
  const levels = new Int8Array(compiled.comparisons.length);
  const tree = new LevelTree();
  const cells: LevelCell[] = [];
  for (let pair = 0; pair < left.length; pair++) {
    const [one, other] = [left[pair] as number, right[pair] as number];
    reader.read(one, other, levels);
    const bits = rarity ? reader.termBits(one, other, levels) : 0;
    const steps = Math.max(-mostSteps, Math.min(mostSteps, Math.round(bits * termStep)));
    const at = tree.leafOf(levels, steps + mostSteps);
    const cell = cells[at];
    if (cell === undefined) cells[at] = { levels: levels.slice(), termBits: steps / termStep, count: 1 };
    else cell.count++;
  }
  return cells.sort(inOrder);
}

function inOrder(left: LevelCell, right: LevelCell): number {
  for (let at = 0; at < left.levels.length; at++) {
    const difference = (left.levels[at] as number) - (right.levels[at] as number);
    if (difference !== 0) return difference;
  }
  return left.termBits - right.termBits;
}

/** Branches of a node: more than any comparison has levels. */
const branches = 16;

/** Numbers what comes in by levels, the first 0: a step per comparison, without making a text of it. */
class LevelTree {
  #children = new Int32Array(branches * 1024);
  #nodes = 1;
  #leaves = 0;

  leafOf(levels: Int8Array, last: number): number {
    let node = 0;
    for (let at = 0; at < levels.length; at++) node = this.#step(node, (levels[at] as number) + 1);
    node = this.#step(node, last >> 4);
    const slot = node * branches + (last & 15);
    const known = this.#children[slot] as number;
    if (known !== 0) return known - 1;
    this.#children[slot] = ++this.#leaves;
    return this.#leaves - 1;
  }

  #step(node: number, branch: number): number {
    const slot = node * branches + branch;
    const known = this.#children[slot] as number;
    if (known !== 0) return known;
    const made = this.#nodes++;
    if ((made + 1) * branches > this.#children.length) {
      const larger = new Int32Array(this.#children.length * 2);
      larger.set(this.#children);
      this.#children = larger;
    }
    this.#children[slot] = made;
    return made;
  }
}
