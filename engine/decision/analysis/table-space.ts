import type { JsonValue } from '../../json.ts';
import { literalsOf, referencesOf } from '../cell/operands.ts';
import { parseUnaryTests } from '../cell/parse-unary-tests.ts';
import type { LiteralValue, UnaryTests } from '../cell/unary-tests.ts';
import { hasDays } from '../facts/day.ts';
import { splitPath } from '../facts/read-path.ts';
import type { DecisionTable, TableInput, TableRow } from '../model.ts';
import { intersection, isEmptySet } from './class-set.ts';
import type { Column } from './column.ts';
import { dayDimension, daysCell } from './day-dimension.ts';
import type { Dimension } from './dimension.ts';
import { jointDimension } from './joint-dimension.ts';
import { listDimension } from './list-dimension.ts';
import { hasReference } from './scale.ts';
import { SetPool } from './set-pool.ts';
import { singleDimension } from './single-dimension.ts';
import type { RowBox } from './box.ts';

/** A row as the analysis sees it: a box of points. */
export interface SpaceRow {
  id: string;
  /** Place in the table. */
  index: number;
  /** Empty for a row that could not be put into a box. */
  box: RowBox;
  /** Its results in the order of the outputs. */
  results: JsonValue[];
  /** The same as one text, to compare by. */
  resultKey: string;
  /** By input of the table. */
  cells: UnaryTests[];
}

/** A table as a space of points, one per different item, and boxes in it, one per row. */
export interface Space {
  table: DecisionTable;
  dimensions: Dimension[];
  /** Per dimension the sets that rows have. */
  pools: SetPool[];
  /** Rows that can be read, are not disabled and compare only what could be put into a dimension. */
  rows: SpaceRow[];
  /** Rows that name too many values, or compare with other inputs in too many ways: nothing is claimed about them. */
  opaqueRows: SpaceRow[];
  /** Inputs of which only some values could be told apart. */
  uncertainInputs: TableInput[];
  /** Inputs whose paths lead into one another, so that not every point is an item: examples are tried before they are told. */
  entangled: boolean;
}

/** Remembers parsed cells between changes of a table: equal texts give the same object. */
export class CellReader {
  private readonly known = new Map<string, UnaryTests | null>();
  private inputs: readonly string[] = [];

  constructor(inputs: readonly TableInput[]) {
    this.inputs = inputs.map(({ id }) => id);
  }

  /** The cell; null when it cannot be read. */
  read(text: string): UnaryTests | null {
    let tests = this.known.get(text);
    if (tests === undefined) {
      const parsed = parseUnaryTests(text, this.inputs);
      this.known.set(text, (tests = parsed.ok ? parsed.value : null));
    }
    return tests;
  }

  /** True when this reader reads the cells of a table with these inputs. */
  fits(inputs: readonly TableInput[]): boolean {
    return inputs.length === this.inputs.length && inputs.every(({ id }, index) => id === this.inputs[index]);
  }
}

/** A row whose cells can all be read. */
interface ReadRow {
  row: TableRow;
  index: number;
  cells: UnaryTests[];
}

/**
 * Puts a table into a space: a dimension per input, per group of inputs that cells compare with one another, and one for
 * the day where rows or the table have days of validity.
 * @param table a table of the right shape; its rows may have cells that cannot be read, which leaves them out
 */
export function spaceOf(table: DecisionTable, reader: CellReader = new CellReader(table.inputs)): Space {
  const read = readRows(table, reader);
  const crowded = crowdedRows(table.inputs, read);
  const rows = read.filter((row) => !crowded.has(row));
  const dimensions: Dimension[] = [];
  const columnsOf: number[][] = [];
  const opaque = new Set<ReadRow>();
  const uncertainInputs: TableInput[] = [];
  let entangled = false;
  for (const group of groupsOf(table.inputs, rows)) {
    const made = dimensionsOf(group, table.inputs, rows);
    for (const { dimension, indexes } of made.dimensions) {
      dimensions.push(dimension);
      columnsOf.push(indexes);
      if (dimension.certain !== dimension.universe && !sameMembers(dimension))
        uncertainInputs.push(...dimension.inputs);
    }
    if (made.complete) continue;
    entangled ||= group.some((sharers) => sharers.length > 1);
    for (const row of rows)
      if (group.flat().some((index) => hasReference(row.cells[index] as UnaryTests))) opaque.add(row);
  }
  const days = hasDays(table) || read.some(({ row }) => hasDays(row));
  if (days)
    dimensions.push(
      dayDimension(
        table,
        rows.map(({ row }) => row),
      ),
    );

  const pools = dimensions.map(({ universe }) => new SetPool(universe));
  const plain = ({ row, index, cells }: ReadRow, box: RowBox): SpaceRow => {
    const results = table.outputs.map(({ id }) => (Object.hasOwn(row.then, id) ? (row.then[id] ?? null) : null));
    return { id: row.id, index, box, results, resultKey: JSON.stringify(results), cells };
  };
  const boxOf = ({ row, cells }: ReadRow): RowBox =>
    Int32Array.from(dimensions, (dimension, axis) => {
      const own = columnsOf[axis]?.map((column) => cells[column] as UnaryTests) ?? [daysCell(row)];
      return (pools[axis] as SetPool).idOf(dimension.setOf(own));
    });
  const isOpaque = (row: ReadRow) => crowded.has(row) || opaque.has(row);
  return {
    table,
    dimensions,
    pools,
    rows: read.filter((row) => !isOpaque(row)).map((row) => plain(row, boxOf(row))),
    opaqueRows: read.filter(isOpaque).map((row) => plain(row, new Int32Array(0))),
    uncertainInputs,
    entangled: entangled || areEntangled(table.inputs),
  };
}

function sameMembers({ certain, universe }: Dimension): boolean {
  return certain.every((bits, word) => bits === universe[word]);
}

function readRows(table: DecisionTable, reader: CellReader): ReadRow[] {
  return table.rows.flatMap((row, index) => {
    if (row.disabled === true) return [];
    const cells: UnaryTests[] = [];
    for (const { id } of table.inputs) {
      const cell = reader.read(Object.hasOwn(row.when, id) ? (row.when[id] ?? '') : '');
      if (cell === null) return [];
      cells.push(cell);
    }
    return [{ row, index, cells }];
  });
}

/** Different values in the cells of one column. chosen: 10,000, all postal codes of a country; sets then take a kilobyte or two. */
const maxValues = 10_000;

/** Rows without which no column names more than `maxValues`: those that name the most are left out first. */
function crowdedRows(inputs: readonly TableInput[], rows: readonly ReadRow[]): Set<ReadRow> {
  const crowded = new Set<ReadRow>();
  for (const column of inputs.keys()) {
    const literals = new Map(rows.map((row) => [row, literalsOf(row.cells[column] as UnaryTests)]));
    const total = [...literals.values()].reduce((sum, own) => sum + own.length, 0);
    if (total <= maxValues) continue;
    const values = new Set<LiteralValue>();
    for (const [row, own] of [...literals].sort(([, left], [, right]) => left.length - right.length)) {
      const fresh = new Set(own.map(({ value }) => value).filter((value) => !values.has(value)));
      if (values.size + fresh.size > maxValues) crowded.add(row);
      else for (const value of fresh) values.add(value);
    }
  }
  return crowded;
}

/** Indexes of inputs that belong together: by what they read (the inner lists), then by what cells compare. */
function groupsOf(inputs: readonly TableInput[], rows: readonly ReadRow[]): number[][][] {
  const variables = new Map<string, number[]>();
  for (const [index, input] of inputs.entries()) {
    const key = variableKey(input);
    variables.set(key, [...(variables.get(key) ?? []), index]);
  }
  const indexOf = new Map(inputs.map(({ id }, index) => [id, index]));
  const group = new Map<string, string>([...variables.keys()].map((key) => [key, key]));
  const rootOf = (key: string): string => {
    let root = key;
    while (group.get(root) !== root) root = group.get(root) as string;
    return root;
  };
  const keyOf = (index: number) => variableKey(inputs[index] as TableInput);
  const compared = new Set<string>();
  for (const { cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      for (const { input } of referencesOf(cell)) {
        const other = indexOf.get(input);
        if (other === undefined || compared.has(`${index} ${other}`)) continue;
        compared.add(`${index} ${other}`);
        group.set(rootOf(keyOf(other)), rootOf(keyOf(index)));
      }
    }
  }
  const groups = new Map<string, number[][]>();
  for (const [key, indexes] of variables) groups.set(rootOf(key), [...(groups.get(rootOf(key)) ?? []), indexes]);
  return [...groups.values()];
}

function variableKey({ from, path, type }: TableInput): string {
  return JSON.stringify([from ?? null, splitPath(path) ?? path, type]);
}

interface MadeDimension {
  dimension: Dimension;
  indexes: number[];
}

/** The dimension of a group; one per column, and not complete, where the group as a whole is too much. */
function dimensionsOf(
  group: readonly number[][],
  inputs: readonly TableInput[],
  rows: readonly ReadRow[],
): { dimensions: MadeDimension[]; complete: boolean } {
  const columnOf = (index: number): Column => ({
    input: inputs[index] as TableInput,
    cells: rows.map(({ cells }) => cells[index] as UnaryTests),
  });
  const variables = group.map((indexes) => indexes.map(columnOf) as [Column, ...Column[]]);
  const indexes = group.flat();
  const types = new Set(indexes.map((index) => inputs[index]?.type));
  const [variable] = variables;
  const compares = indexes.some((index) => rows.some(({ cells }) => hasReference(cells[index] as UnaryTests)));
  if (!types.has('list')) {
    if (variables.length === 1 && variable !== undefined && !compares) {
      return { dimensions: [{ dimension: singleDimension(variable), indexes }], complete: true };
    }
    const joint = types.size === 1 ? jointDimension(variables) : null;
    if (joint !== null) return { dimensions: [{ dimension: joint, indexes }], complete: true };
  }
  const alone = indexes.map((index) => {
    const column = columnOf(index);
    const dimension = column.input.type === 'list' ? listDimension(column) : singleDimension([column]);
    return { dimension, indexes: [index] };
  });
  return { dimensions: alone, complete: !compares };
}

/** True when one input reads inside of what another reads, or two read the same as different types; or one reads in a list. */
function areEntangled(inputs: readonly TableInput[]): boolean {
  const paths = inputs.map(({ from, path, type }) => ({ from, type, segments: splitPath(path) ?? [path] }));
  if (paths.some(({ segments }) => segments.some((segment) => /^\d+$/.test(segment)))) return true;
  return paths.some((left, index) =>
    paths.some((right, other) => {
      if (index === other || left.from !== right.from) return false;
      const leads = left.segments.every((segment, depth) => segment === right.segments[depth]);
      const same = leads && left.segments.length === right.segments.length;
      return leads && (!same || left.type !== right.type || left.type === 'list');
    }),
  );
}

/** True when a row's box has no point. */
export function deadDimension(space: Space, row: SpaceRow): number {
  return space.dimensions.findIndex((_, axis) =>
    isEmptySet((space.pools[axis] as SetPool).sets[row.box[axis] as number] as Uint32Array),
  );
}

/** The common points of boxes by numbers; sets of dimensions in which they have none are empty. */
export function commonBox(space: Space, ...boxes: readonly RowBox[]): Uint32Array[] {
  return space.pools.map((pool, axis) =>
    boxes.map((box) => pool.sets[box[axis] as number] as Uint32Array).reduce(intersection),
  );
}
