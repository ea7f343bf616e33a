import type { DecisionTable, TableOutput } from '../model.ts';

/** The columns of a table by id, and the lists of ids that messages name. */
export interface KnownColumns {
  inputs: ReadonlySet<string>;
  inputIds: string[];
  outputs: ReadonlyMap<string, TableOutput>;
  outputIds: string[];
}

const known = new WeakMap<DecisionTable, KnownColumns>();

/** The columns of a table, once per table object: all its issues share the lists. Of two with one id the first counts. */
export function knownColumns(table: DecisionTable): KnownColumns {
  let columns = known.get(table);
  if (columns === undefined) known.set(table, (columns = findColumns(table)));
  return columns;
}

function findColumns({ inputs, outputs }: DecisionTable): KnownColumns {
  const inputIds = inputs.map(({ id }) => id);
  const byId = new Map<string, TableOutput>();
  for (const output of outputs) if (!byId.has(output.id)) byId.set(output.id, output);
  return { inputs: new Set(inputIds), inputIds, outputs: byId, outputIds: outputs.map(({ id }) => id) };
}
