import { inputReader } from '../../../engine/index.ts';
import type { DecisionTable, FactMapping, ValueReader } from '../../../engine/index.ts';

const nothing: ValueReader = { names: [], valuesOf: () => [] };

/** Reads the values that decisions of the table rest on. Where table or mapping are not sound, nothing is decided. */
export function inputsOfTable(table: DecisionTable, mapping: FactMapping): ValueReader {
  const reader = inputReader(table, mapping);
  return reader.ok ? reader.value : nothing;
}
