import { needs } from '../model/need.ts';
import { portableExp } from '../model/portable-math.ts';
import { numbersOf, type ReadTable } from '../model/weight-table.ts';
import { needMeasureCount, needPairs, needSequences, needWords, type NeedFeatures } from './need-features.ts';
import type { FeatureList } from './text-features.ts';

/** The parts of the table `need`, read once. Its columns are the needs but the first, each against that: against none. */
export interface NeedModel {
  table: ReadTable;
  /** 32 minus the binary logarithm of the rows. */
  shift: number;
  /** Per measure and column. */
  dense: readonly number[];
  intercepts: readonly number[];
  /** What sums are multiplied by so that probabilities are true. */
  sharpness: number;
}

/** Columns of the table. */
export const needColumns = needs.length - 1;

/** Reads the table `need`. @throws where it is of other topics or needs than this program */
export function needModel(table: ReadTable): NeedModel {
  const dense = numbersOf(table, 'dense');
  if (table.columns !== needColumns || dense.length !== needMeasureCount * needColumns) {
    throw new Error('The text model is damaged: its table need was learned from other measures; run npm run train');
  }
  const [sharpness = 1] = numbersOf(table, 'sharpness');
  return { table, shift: 32 - Math.log2(table.rows), dense, intercepts: numbersOf(table, 'intercepts'), sharpness };
}

/**
 * How likely each need is, in the order of `needs`. Leaves the rows in the lists of `need-features.ts` for whoever explains them.
 * @returns probabilities that add up to 1
 */
export function needProbabilities(model: NeedModel, features: NeedFeatures): Float64Array {
  const { table, dense, intercepts, sharpness } = model;
  const { measures, wordScale, sequenceScale } = features;
  const sums = new Float64Array(needs.length);
  for (const list of [needWords, needPairs, features.topics]) addRows(sums, table, list, wordScale);
  addRows(sums, table, needSequences, sequenceScale);
  let highest = 0;
  for (let column = 0; column < needColumns; column++) {
    let sum = (sums[column + 1] as number) * (table.scales[column] as number) + (intercepts[column] as number);
    for (let at = 0; at < measures.length; at++)
      sum += (measures[at] as number) * (dense[at * needColumns + column] as number);
    sums[column + 1] = sum * sharpness;
    highest = Math.max(highest, sum * sharpness);
  }
  let all = 0;
  for (let at = 0; at < sums.length; at++) {
    sums[at] = portableExp((sums[at] as number) - highest);
    all += sums[at] as number;
  }
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) / all;
  return sums;
}

function addRows(sums: Float64Array, { bytes }: ReadTable, list: FeatureList, scale: number): void {
  for (let at = 0; at < list.count; at++) {
    const offset = (list.rows[at] as number) * needColumns;
    for (let column = 0; column < needColumns; column++)
      sums[column + 1] = (sums[column + 1] as number) + (bytes[offset + column] as number) * scale;
  }
}
