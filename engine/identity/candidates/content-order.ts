import type { IdentityFeature } from '../model/identity-record.ts';
import type { PreparedColumn, PreparedRecords } from '../model/prepared-records.ts';
import type { Blocks } from './blocks.ts';
import { hashOfText } from '../prepare/text-numbers.ts';

/** chosen: 4 features sort a block finely enough; further ones seldom decide. */
const mostFeatures = 4;

/**
 * Sorts the records of each block so that those that say the same are neighbours, whatever order they came in.
 * @param blocks whose order within is free
 * @param without features on which the records agree anyway
 * @returns indexes of records, block after block as in `blocks`
 */
export function contentOrder(
  blocks: Blocks,
  prepared: PreparedRecords,
  without: ReadonlySet<IdentityFeature>,
): Int32Array {
  const features = tellingColumns(prepared, without);
  const hashes = features.map((column) => hashesOf(blocks.order, column));
  const order = Int32Array.from(blocks.order, (_, at) => at);
  const { ids } = prepared;
  const compare = (one: number, other: number) => {
    for (let feature = 0; feature < hashes.length; feature++) {
      const hash = hashes[feature] as Int32Array;
      const difference = (hash[one] as number) - (hash[other] as number);
      if (difference !== 0) return difference;
    }
    const [left, right] = [ids[blocks.order[one] as number] as string, ids[blocks.order[other] as number] as string];
    return left < right ? -1 : left > right ? 1 : one - other;
  };
  for (let block = 0; block + 1 < blocks.starts.length; block++) {
    order.subarray(blocks.starts[block], blocks.starts[block + 1]).sort(compare);
  }
  return order.map((at) => blocks.order[at] as number);
}

/** Those that most records have, and that few share a value of. */
function tellingColumns(prepared: PreparedRecords, without: ReadonlySet<IdentityFeature>): PreparedColumn[] {
  const judged = [...prepared.columns].flatMap(([feature, column]) => {
    if (without.has(feature) || column.values.length < 2) return [];
    const known = column.counts.reduce((sum, count, code) => (code === 0 ? sum : sum + count), 0);
    return [{ feature, column, tells: known * Math.log(column.values.length) }];
  });
  judged.sort((one, other) => other.tells - one.tells || (one.feature < other.feature ? -1 : 1));
  return judged.slice(0, mostFeatures).map(({ column }) => column);
}

/** By place in `records`: a number that depends on the value alone; halved so that differences stay within 32 bits. */
function hashesOf(records: Int32Array, { codes, values }: PreparedColumn): Int32Array {
  const ofCode = new Int32Array(values.length);
  const isKnown = new Uint8Array(values.length);
  const hashes = new Int32Array(records.length);
  for (let at = 0; at < records.length; at++) {
    const code = codes[records[at] as number] as number;
    if (isKnown[code] === 0) {
      isKnown[code] = 1;
      ofCode[code] = hashOfText(values[code] as string) >> 1;
    }
    hashes[at] = ofCode[code] as number;
  }
  return hashes;
}
