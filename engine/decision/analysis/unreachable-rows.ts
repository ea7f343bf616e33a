import type { UnaryTest } from '../cell/unary-tests.ts';
import { formatUnaryTests } from '../cell/format-unary-tests.ts';
import { operandsOf } from '../cell/operands.ts';
import type { Finding } from './analysis.ts';
import { type ClassSet, intersection, isEmptySet } from './class-set.ts';
import type { Dimension } from './dimension.ts';
import type { Space, SpaceRow } from './table-space.ts';

/**
 * Finds rows that no facts can match, since a cell of theirs has no value in it: an empty range, values of another type
 * or that are not allowed, days after the table's last. `params.part` is `cell`, `cells` (which together leave nothing) or `days`.
 */
export function findUnreachable(space: Space): Finding[] {
  return space.rows.flatMap((row) => {
    const axis = space.pools.findIndex((pool, at) => isEmptySet(pool.sets[row.box[at] as number] as ClassSet));
    if (axis === -1) return [];
    const { inputs } = space.dimensions[axis] as Dimension;
    const columns = inputs.filter(({ id }) => cellOf(space, row, id)?.kind === 'tests').map(({ id }) => id);
    const part = inputs.length === 0 ? 'days' : columns.length === 1 ? 'cell' : 'cells';
    return [{ code: 'unreachable', severity: 'warning', rows: [row.id], columns, params: { part } }];
  });
}

function cellOf({ table }: Space, row: SpaceRow, input: string) {
  return row.cells[table.inputs.findIndex(({ id }) => id === input)];
}

/**
 * Finds values in cells that their inputs do not allow, in rows that can be reached all the same: one of several
 * alternatives, or something that is ruled out though it never comes.
 */
export function findNotAllowed(space: Space): Finding[] {
  const columns = space.dimensions.flatMap((dimension) => {
    const [input, more] = dimension.inputs;
    // What cells compare with one another has classes of its own; `checkTable` looks at each literal there.
    return input === undefined || more !== undefined || input.type === 'list' ? [] : [{ input, dimension }];
  });
  return space.rows.flatMap((row) =>
    columns.flatMap(({ input, dimension }): Finding[] => {
      const cell = cellOf(space, row, input.id);
      if (cell?.kind !== 'tests' || (input.allowed === undefined && input.allowedRange === undefined)) return [];
      if (isEmptySet(intersection(dimension.setOf([cell]), dimension.universe))) return [];
      const strangers = valuesIn(cell.tests).filter((test) =>
        isEmptySet(dimension.setOf([{ kind: 'tests', negated: false, tests: [test] }])),
      );
      if (strangers.length === 0) return [];
      const found = formatUnaryTests({ kind: 'tests', negated: false, tests: strangers });
      return [
        { code: 'value_not_allowed', severity: 'warning', rows: [row.id], columns: [input.id], params: { found } },
      ];
    }),
  );
}

/** Each value that a cell names, as a test of its own; bounds of ranges may lie where no value does. */
function valuesIn(tests: readonly UnaryTest[]): UnaryTest[] {
  return tests.flatMap((test): UnaryTest[] => {
    if (test.kind === 'interval' || (test.kind === 'comparison' && test.operator !== '=' && test.operator !== '!='))
      return [];
    return operandsOf({ kind: 'tests', negated: false, tests: [test] }).flatMap((operand): UnaryTest[] =>
      operand.kind === 'reference' || operand.value === null
        ? []
        : [{ kind: 'comparison', operator: '=', operand, start: operand.start, end: operand.end }],
    );
  });
}
