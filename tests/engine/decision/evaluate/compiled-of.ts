import { compileTable, type CompiledTable, type DecisionTable } from '../../../../engine/index.ts';

/** The compiled table, or a failed test with the first thing that is wrong with it. */
export function compiledOf(table: DecisionTable): CompiledTable {
  const compiled = compileTable(table);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues[0]));
  return compiled.value;
}
