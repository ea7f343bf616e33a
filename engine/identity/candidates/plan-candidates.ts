import type { IdentityModel } from '../model/identity-model.ts';
import type { PreparedRecords } from '../model/prepared-records.ts';
import { keyName } from '../prepare/key-part.ts';
import { chooseBlockLimit, rulesToLeaveOut } from './block-limit.ts';
import type { BlockingPass } from './blocking-pass.ts';
import { blocksOf, blocksWhere, pairsIn, pairsOf, type Blocks } from './blocks.ts';
import type { CandidatePlan, RuleEstimate } from './candidate-plan.ts';
import { keyColumns, type KeyColumn } from './key-columns.ts';
import { splitOversized } from './split-oversized.ts';

export interface CandidateOptions {
  /** Up to so many records all pairs are candidates. @default 2000 */
  allPairsUpTo?: number;
  /** The most pairs of all blocks together; for less, the widest rules are left out, or blocks split sooner. @default 40 per record, at least 5,000,000 */
  maxPairs?: number;
}

// chosen: 2,000 records have 2,000,000 pairs, which takes about a second
const presetAllPairsUpTo = 2_000;
// chosen: 50,000 records, whose wide rules propose some millions of pairs
const presetWideUpTo = 50_000;
// chosen: 40; of 1,000,000 made-up records the rules that are left find .98 of the true pairs, and three times as many pairs .99
const presetPairsPerRecord = 40;
const leastMaxPairs = 5_000_000;

interface RuleBlocks {
  id: string;
  keys: readonly number[];
  blocks: Blocks;
  /** It would bring too many pairs. */
  isLeftOut?: boolean;
}

/**
 * Plans which pairs of records are compared: the blocks of every rule, oversized ones split by further keys.
 * @param model with its blocking rules and `guards.maxBlockSize`
 * @param prepared records in columns
 * @returns blocks, with the number of pairs per rule; rules with a feature that no record has bring none
 * @example planCandidates(model, prepared).rules.map(({ rule, pairs }) => `${rule}: ${pairs}`)
 */
export function planCandidates(
  model: IdentityModel,
  prepared: PreparedRecords,
  options: CandidateOptions = {},
): CandidatePlan {
  const count = prepared.count;
  if (count <= (options.allPairsUpTo ?? presetAllPairsUpTo)) return planOfAllPairs(count);
  const wide = count <= presetWideUpTo ? (model.wideBlocking ?? []) : [];
  const rules = [...model.blocking, ...wide];
  const columns = keyColumns(rules, prepared);
  const ofRules = rules.map((rule): RuleBlocks => {
    const keys = rule.keys.map((key) => columns.findIndex(({ name }) => name === keyName(key)));
    const found = keys.map((at) => columns[at]).filter((column) => column !== undefined);
    const isUsable = keys.length > 0 && found.length === keys.length;
    return { id: rule.id, keys, blocks: isUsable ? blocksOf(found, count) : noBlocks() };
  });
  const { maxBlockSize } = model.guards;
  const maxPairs = options.maxPairs ?? Math.max(leastMaxPairs, presetPairsPerRecord * count);
  const leftOut = rulesToLeaveOut(
    ofRules.map(({ blocks }) => blocks),
    maxBlockSize,
    maxPairs,
  );
  const kept = ofRules.map((each, rule) => ({ ...each, isLeftOut: leftOut.has(rule) }));
  const blockLimit = chooseBlockLimit(
    kept.flatMap(({ blocks, isLeftOut }) => (isLeftOut ? [] : [blocks])),
    maxBlockSize,
    maxPairs,
  );
  return planOfBlocks(kept, columns, prepared, blockLimit);
}

function planOfBlocks(
  ofRules: readonly RuleBlocks[],
  columns: readonly KeyColumn[],
  prepared: PreparedRecords,
  blockLimit: number,
): CandidatePlan {
  const flags: Uint8Array[] = [];
  const passes: BlockingPass[] = [];
  const rules: RuleEstimate[] = [];
  const oversized: CandidatePlan['oversized'][number][] = [];
  for (const { rule, id, keys, blocks, isLeftOut = false } of largestFirst(ofRules)) {
    const small = blocksWhere(blocks, (size) => !isLeftOut && size <= blockLimit);
    const large = blocksWhere(blocks, (size) => !isLeftOut && size > blockLimit);
    const hasLarge = large.order.length > 0;
    const flag = hasLarge ? flags.length : -1;
    const ofRule: BlockingPass[] = [
      { rule, keys, blocks: small, window: 0, places: null, within: -1, oversized: flag, roots: null },
    ];
    if (hasLarge) {
      const firstRoot = oversized.length;
      ofRule.push(...splitOversized({ rule, keys, large, columns, prepared, blockLimit, flags, firstRoot }));
      oversized.push(
        ...describeBlocks(
          id,
          large,
          keys.map((at) => columns[at] as KeyColumn),
        ),
      );
    }
    passes.push(...ofRule);
    rules[rule] = {
      rule: id,
      records: blocks.order.length,
      blocks: blocks.starts.length - 1,
      largestBlock: sizesOf(blocks).reduce((most, size) => Math.max(most, size), 0),
      pairs: pairsIn(blocks),
      oversizedBlocks: large.starts.length - 1,
      comparedPairs: ofRule.reduce((sum, each) => sum + pairsIn(each.blocks, each.window), 0),
      isLeftOut,
    };
  }
  const atMostPairs = rules.reduce((sum, { comparedPairs }) => sum + comparedPairs, 0);
  const isFlagged = new Uint8Array(prepared.count);
  for (const flag of flags) {
    for (let record = 0; record < flag.length; record++) if (flag[record] === 1) isFlagged[record] = 1;
  }
  const rows = rowsOf(columns, prepared.count);
  return {
    records: prepared.count,
    passes,
    rows,
    width: columns.length,
    flags,
    isFlagged,
    rules,
    oversized,
    blockLimit,
    atMostPairs,
  };
}

/** What an earlier rule brings is looked for among the pairs of all later ones: so those with most pairs come first. */
function largestFirst(ofRules: readonly RuleBlocks[]): (RuleBlocks & { rule: number })[] {
  const withPairs = ofRules.map((each, rule) => ({ ...each, rule, pairs: pairsIn(each.blocks) }));
  return withPairs.sort((one, other) => other.pairs - one.pairs || one.rule - other.rule);
}

/** One block with all records. */
function planOfAllPairs(count: number): CandidatePlan {
  const order = Int32Array.from({ length: count }, (_, record) => record);
  const blocks = { order, starts: Int32Array.from(count > 1 ? [0, count] : [0]) };
  const pairs = pairsOf(count);
  return {
    records: count,
    passes: [{ rule: 0, keys: [], blocks, window: 0, places: null, within: -1, oversized: -1, roots: null }],
    rows: new Int32Array(0),
    width: 0,
    flags: [],
    isFlagged: new Uint8Array(count),
    rules: [
      {
        rule: 'all-pairs',
        records: count,
        blocks: blocks.starts.length - 1,
        largestBlock: count,
        pairs,
        oversizedBlocks: 0,
        comparedPairs: pairs,
        isLeftOut: false,
      },
    ],
    oversized: [],
    blockLimit: count,
    atMostPairs: pairs,
  };
}

function rowsOf(columns: readonly KeyColumn[], count: number): Int32Array {
  const width = columns.length;
  const rows = new Int32Array(count * width);
  for (const [key, { codes }] of columns.entries()) {
    for (let record = 0; record < count; record++) rows[record * width + key] = codes[record] as number;
  }
  return rows;
}

function describeBlocks(rule: string, { order, starts }: Blocks, columns: readonly KeyColumn[]) {
  return Array.from({ length: starts.length - 1 }, (_, block) => {
    const first = order[starts[block] as number] as number;
    const value = columns.map(({ parts, codes }) => parts[codes[first] as number] as string).join(' / ');
    return { rule, value, records: (starts[block + 1] as number) - (starts[block] as number) };
  });
}

const sizesOf = ({ starts }: Blocks) => starts.subarray(1).map((end, block) => end - (starts[block] as number));
const noBlocks = (): Blocks => ({ order: new Int32Array(0), starts: Int32Array.of(0) });
