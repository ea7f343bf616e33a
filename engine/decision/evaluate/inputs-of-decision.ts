import type { Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { FactMapping } from '../facts/fact-mapping.ts';
import type { DecisionTable } from '../model.ts';
import { fieldsAt, openContainers, readField, type Container, type FactField } from './fact-fields.ts';
import { chainReaders, readyChain, type ChainReaders, type ReadyChain } from './ready-table.ts';
import { inputsByName, type ValueReader } from './value-reader.ts';

/**
 * The values that a decision of this table rests on, by input as `mappableInputs` names them: first the table's own, then
 * those of the tables that it reads from, as `table.input`. From them `decideFromInputs` decides again.
 * @param table the table; the same object on every call, since it is made ready once per object
 * @param item the item as it stood before the decision
 * @param mapping where the facts are in the item; the same object on every call
 * @returns values as they stand in the item, absent ones and null left out, whether or not the table accepts them; or what
 *   is wrong with table or mapping, as `decideTable` says it
 * @example inputsOfDecision(table, { order: { amount: 1200 }, name: 'Ada' }, mapping) // { amount: 1200, 'tier.points': 40 }
 */
export function inputsOfDecision(table: DecisionTable, item: JsonObject, mapping: FactMapping): Result<JsonObject> {
  const reader = inputReader(table, mapping);
  return reader.ok ? { ok: true, value: inputsByName(reader.value.names, reader.value.valuesOf(item)) } : reader;
}

/**
 * Prepares reading the values that decisions of a table rest on, once for many items: those of `inputsOfDecision`.
 * @param table the table; the same object on every call, since it is made ready once per object
 * @param mapping where the facts are in the item; the same object on every call
 * @returns the reader, which keeps a hold on the last item; or what is wrong with table or mapping, as `decideTable` says it
 * @example inputReader(table, mapping).value.valuesOf({ order: { amount: 1200 } }) // [1200, undefined]
 */
export function inputReader(table: DecisionTable, mapping: FactMapping): Result<ValueReader> {
  const chain = readyChain(table);
  if (!chain.ok) return chain;
  const readers = chainReaders(chain.value, mapping);
  if (!readers.ok) return readers;
  return { ok: true, value: makeReader(chain.value, readers.value) };
}

function makeReader({ last, used }: ReadyChain, readers: ChainReaders): ValueReader {
  const names: string[] = [];
  const ways: (readonly string[])[] = [];
  const tables = [
    { table: last.table, reader: readers.last, prefix: '' },
    ...used.map(({ table }, at) => ({ table, reader: readers.used[at], prefix: `${table.id}.` })),
  ];
  for (const { table, reader, prefix } of tables) {
    for (const [index, { id }] of table.inputs.entries()) {
      const segments = reader?.segments[index];
      if (segments === undefined || segments === null || segments.length === 0) continue;
      names.push(prefix + id);
      ways.push(segments);
    }
  }
  const { fields, containers } = fieldsAt(ways);
  return {
    names,
    valuesOf: (item) => {
      openContainers(containers, item);
      const values = new Array<JsonValue | undefined>(fields.length).fill(undefined);
      for (let index = 0; index < fields.length; index++) {
        const field = fields[index] as FactField;
        values[index] = readField(field, containers[field.container] as Container) ?? undefined;
      }
      return values;
    },
  };
}
