import { orderOfUse, type DecisionTable } from '../../../engine/index.ts';

/**
 * A table and those that it uses, in the order of their use, each as a table of its own: what it reads from another table's
 * outcome comes with its facts, under that table's id.
 */
export function standAloneTables(table: DecisionTable): DecisionTable[] {
  return [...orderOfUse(table).order, table].map((one) => {
    const { uses: _, ...rest } = one;
    return {
      ...rest,
      inputs: one.inputs.map(({ from, ...input }) =>
        from === undefined ? input : { ...input, path: `${from}.${input.path}` },
      ),
    };
  });
}
