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
  const cells = new Map<string, LevelCell>();
  for (let pair = 0; pair < left.length; pair++) {
    const [one, other] = [left[pair] as number, right[pair] as number];
    reader.read(one, other, levels);
    const steps = rarity ? Math.round(reader.termBits(one, other, levels) * termStep) : 0;
    const key = keyOf(levels, steps);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { levels: levels.slice(), termBits: steps / termStep, count: 1 });
    else cell.count++;
  }
  const inOrder = [...cells].sort(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.map(([, cell]) => cell);
}

function keyOf(levels: Int8Array, steps: number): string {
  let key = '';
  for (const level of levels) key += String.fromCharCode(level + 2);
  return key + String(steps);
}
