import { errorIssue, type Issue } from '../../issue.ts';
import { literalsOf, referencesOf } from '../cell/match-test.ts';
import { offsetOf } from '../cell/ordinal.ts';
import type { OffsetKind } from '../cell/temporal-text.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';
import type { DecisionTable } from '../model.ts';

/** Which columns of times hold times with an offset from UTC, and which without: the two cannot be compared. */
export interface ColumnOffsets {
  /** By input: what its cells, or the cells of the columns that it is compared with, say; null where nothing says it. */
  kinds: readonly (OffsetKind | null)[];
  /** Inputs that are compared with one another alone, so that only their values show the form. */
  linked: readonly (readonly number[])[];
}

const noOffsets: ColumnOffsets = { kinds: [], linked: [] };

/**
 * Finds the form of times in every column, across the columns that are compared with one another.
 * @param table the table
 * @param cells its parsed cells: by row, then by input
 * @returns the forms, and `mixed_offsets` once for each group of columns whose cells have both
 * @source DMN 1.5, 10.3.2.3.5 (a time with an offset and one without are not comparable)
 */
export function columnOffsets(
  table: DecisionTable,
  cells: readonly (readonly UnaryTests[])[],
): { offsets: ColumnOffsets; issues: Issue[] } {
  const { inputs } = table;
  if (!inputs.some(({ type }) => type === 'time' || type === 'date-time')) return { offsets: noOffsets, issues: [] };
  const groups = new OffsetGroups(inputs.length);
  const positions = new Map(inputs.map(({ id }, index) => [id, index]));
  for (const [index, input] of inputs.entries()) {
    if (input.type !== 'time' && input.type !== 'date-time') continue;
    for (const value of input.allowed ?? []) groups.add(index, String(value), offsetOf(value, input.type));
    for (const row of cells) {
      const tests = row[index] ?? { kind: 'any' };
      for (const { value, type } of literalsOf(tests)) {
        if (type === input.type) groups.add(index, String(value), offsetOf(value, type));
      }
      for (const reference of referencesOf(tests)) {
        const other = positions.get(reference.input);
        if (other !== undefined && inputs[other]?.type === input.type) groups.unite(index, other);
      }
    }
  }
  return summarize(table, groups);
}

function summarize(table: DecisionTable, groups: OffsetGroups): { offsets: ColumnOffsets; issues: Issue[] } {
  const issues: Issue[] = [];
  const members = new Map<number, number[]>();
  const kinds = table.inputs.map(({ type }, index): OffsetKind | null => {
    if (type !== 'time' && type !== 'date-time') return null;
    const root = groups.rootOf(index);
    members.set(root, [...(members.get(root) ?? []), index]);
    const { offset, local } = groups.seen(root);
    return offset !== undefined ? 'offset' : local !== undefined ? 'local' : null;
  });
  for (const [root, indexes] of members) {
    const { offset, local } = groups.seen(root);
    const [first = 0] = indexes;
    if (offset === undefined || local === undefined) continue;
    const columns = indexes.map((index) => table.inputs[index]?.name ?? '');
    issues.push(
      errorIssue('mixed_offsets', ['inputs', first], { columnName: columns.join(', '), zoned: offset, local }),
    );
  }
  const linked = [...members.values()].filter(([first = 0, ...others]) => others.length > 0 && kinds[first] === null);
  return { offsets: { kinds, linked }, issues };
}

/** Columns that are compared with one another, and an example of each form that their cells have. */
class OffsetGroups {
  private readonly parents: number[];
  private readonly examples: Partial<Record<OffsetKind, string>>[];

  constructor(count: number) {
    this.parents = Array.from({ length: count }, (_, index) => index);
    this.examples = this.parents.map(() => ({}));
  }

  rootOf(index: number): number {
    let root = index;
    while (this.parents[root] !== root) root = this.parents[root] as number;
    return root;
  }

  unite(left: number, right: number): void {
    const [root, other] = [this.rootOf(left), this.rootOf(right)];
    if (root === other) return;
    this.parents[other] = root;
    this.examples[root] = { ...this.examples[other], ...this.examples[root] };
  }

  add(index: number, example: string, kind: OffsetKind | null): void {
    if (kind !== null) this.seen(this.rootOf(index))[kind] ??= example;
  }

  seen(root: number): Partial<Record<OffsetKind, string>> {
    return this.examples[root] as Partial<Record<OffsetKind, string>>;
  }
}
