import { hasType, matchesTests } from '../cell/match-test.ts';
import { parseUnaryTests } from '../cell/parse-unary-tests.ts';
import type { LiteralType, Operand, UnaryTest, UnaryTests } from '../cell/unary-tests.ts';
import type { JsonValue } from '../../json.ts';
import type { TableInput } from '../model.ts';
import { hasReference } from './cell-sets.ts';
import type { MaskLayout } from './mask-blocks.ts';

/**
 * Members of lists whose masks are kept. chosen: 4,096, because tags and codes repeat, and with 5,000 rows this is 3 MB;
 * further members are looked at anew each time.
 */
const maxKeptMembers = 4_096;

/** Cells of a list's column that are written alike. */
interface ListCell {
  /** Without `not` and without tests for null, which ask for the list itself. */
  positive: UnaryTests;
  rows: Int32Array;
}

/**
 * Finds the rows that a list passes: a cell passes when some member passes one of its tests, so that the mask of a list is
 * made of the masks of its members.
 */
export class ListMasks {
  /** Cells that do more than name members: each is asked about each member. */
  private readonly cells: ListCell[];
  /** The rows whose cells do no more than name members, by the member. */
  private readonly named: ReadonlyMap<JsonValue, Int32Array>;
  private readonly nobody: Int32Array;
  private readonly layout: MaskLayout;
  private readonly allowed: (member: JsonValue) => boolean;
  private readonly members = new Map<JsonValue, Int32Array>();
  /** Rows that pass, before `not`, because there is a list at all: `!= null`, and blank cells. */
  private readonly present: Int32Array;
  private readonly negated: Int32Array;
  private blocks = new Int32Array(0);
  private base = 0;

  constructor(input: TableInput, cells: UnaryTests[], layout: MaskLayout) {
    this.layout = layout;
    this.allowed = allowedMembers(input);
    this.present = new Int32Array(layout.wordCount);
    this.negated = new Int32Array(layout.wordCount);
    const groups = new Map<string, ListCell>();
    for (const [row, tests] of cells.entries()) {
      const word = row >>> 5;
      const bit = 1 << (row & 31);
      const free = tests.kind === 'any' || hasReference(tests);
      if (free || tests.tests.some(isNotNull)) this.present[word] = (this.present[word] as number) | bit;
      if (free) continue;
      if (tests.negated) this.negated[word] = (this.negated[word] as number) | bit;
      const positive = tests.tests.filter((test) => !isAboutNull(test));
      if (positive.length === 0) continue;
      const key = JSON.stringify(positive.map(meaningOf));
      let group = groups.get(key);
      if (group === undefined) {
        group = {
          positive: { kind: 'tests', negated: false, tests: positive },
          rows: new Int32Array(layout.wordCount),
        };
        groups.set(key, group);
      }
      group.rows[word] = (group.rows[word] as number) | bit;
    }
    const named = new Map<JsonValue, Int32Array>();
    this.cells = [...groups.values()].filter((cell) => {
      const members = namedMembers(cell.positive);
      for (const member of members ?? []) {
        let rows = named.get(member);
        if (rows === undefined) named.set(member, (rows = new Int32Array(layout.wordCount)));
        unite(rows, cell.rows);
      }
      return members === null;
    });
    this.named = named;
    this.nobody = new Int32Array(layout.wordCount);
  }

  /** Says where `read` writes masks: block by block with summaries, as `MaskBlocks` lays them out. */
  writeTo(blocks: Int32Array, base: number): void {
    this.blocks = blocks;
    this.base = base;
  }

  /**
   * Writes the mask of a list to the place of `writeTo`.
   * @returns false when a member may not occur; null when the value is no list of numbers, texts and truth values
   */
  read(value: JsonValue): boolean | null {
    if (!Array.isArray(value) || !hasType(value, 'list')) return null;
    const { allowed, layout, blocks } = this;
    if (!value.every(allowed)) return false;
    const masks = new Set(value.map((member) => this.maskOf(member)));
    for (let block = 0, word = 0; block < layout.blockCount; block++) {
      const offset = this.base + block * (layout.blockWords + 1);
      let summary = 0;
      for (let at = 0; at < layout.blockWords && word < layout.wordCount; at++, word++) {
        let bits = this.present[word] as number;
        for (const mask of masks) bits |= mask[word] as number;
        bits ^= this.negated[word] as number;
        blocks[offset + 1 + at] = bits;
        if (bits !== 0) summary |= 1 << at;
      }
      blocks[offset] = summary;
    }
    return true;
  }

  private maskOf(member: JsonValue): Int32Array {
    const byName = this.named.get(member) ?? this.nobody;
    if (this.cells.length === 0) return byName;
    const known = this.members.get(member);
    if (known !== undefined) return known;
    const mask = byName.slice();
    for (const { positive, rows } of this.cells) {
      if (matchesTests(positive, [member], 'list')) unite(mask, rows);
    }
    if (this.members.size < maxKeptMembers) this.members.set(member, mask);
    return mask;
  }
}

function unite(mask: Int32Array, rows: Int32Array): void {
  for (let word = 0; word < mask.length; word++) mask[word] = (mask[word] as number) | (rows[word] as number);
}

/** The numbers, texts and truth values that a cell names; null for one with ranges, `!=`, or dates, which have several spellings. */
function namedMembers(tests: UnaryTests): JsonValue[] | null {
  const members: JsonValue[] = [];
  for (const test of tests.kind === 'any' ? [] : tests.tests) {
    if (test.kind === 'interval' || (test.kind === 'comparison' && test.operator !== '=')) return null;
    const operands: readonly Operand[] = test.kind === 'list' ? test.members : [test.operand];
    for (const operand of operands) {
      if (operand.kind === 'reference' || !plainTypes.includes(operand.type)) return null;
      members.push(operand.value);
    }
  }
  return members;
}

const plainTypes: readonly LiteralType[] = ['number', 'string', 'boolean'];

function allowedMembers(input: TableInput): (member: JsonValue) => boolean {
  if (input.allowed !== undefined) {
    const allowed = new Set<JsonValue>(input.allowed);
    return (member) => allowed.has(member);
  }
  const parsed = parseUnaryTests(input.allowedRange ?? '-');
  return (member) => !parsed.ok || matchesTests(parsed.value, [member], 'list');
}

function isAboutNull(test: UnaryTest): boolean {
  return test.kind === 'comparison' && test.operand.kind === 'literal' && test.operand.value === null;
}

function isNotNull(test: UnaryTest): boolean {
  return isAboutNull(test) && test.kind === 'comparison' && test.operator === '!=';
}

/** A test without its place in the cell. */
function meaningOf(test: UnaryTest): unknown {
  return JSON.parse(
    JSON.stringify(test, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)),
  );
}
