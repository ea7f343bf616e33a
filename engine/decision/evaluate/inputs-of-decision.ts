import type { Result } from '../../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { FactMapping } from '../facts/fact-mapping.ts';
import { readMember, readSegments } from '../facts/read-path.ts';
import type { DecisionTable } from '../model.ts';
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
 * @returns the reader; or what is wrong with table or mapping, as `decideTable` says it
 * @example inputReader(table, mapping).value.valuesOf({ order: { amount: 1200 } }) // [1200, undefined]
 */
export function inputReader(table: DecisionTable, mapping: FactMapping): Result<ValueReader> {
  const chain = readyChain(table);
  if (!chain.ok) return chain;
  const readers = chainReaders(chain.value, mapping);
  if (!readers.ok) return readers;
  let reader = valueReaders.get(readers.value);
  if (reader === undefined) valueReaders.set(readers.value, (reader = makeReader(chain.value, readers.value)));
  return { ok: true, value: reader };
}

const valueReaders = new WeakMap<ChainReaders, ValueReader>();

function makeReader(chain: ReadyChain, readers: ChainReaders): ValueReader {
  const places = placesOf(chain, readers);
  return {
    names: places.flatMap(({ members }) => members.map(({ name }) => name)),
    valuesOf: (item) => {
      const values: (JsonValue | undefined)[] = [];
      for (const { container, members } of places) {
        const found = container.length === 0 ? item : readSegments(item, container);
        const from = isJsonObject(found) || Array.isArray(found) ? found : undefined;
        for (const { key } of members) values.push(from && (readMember(from, key) ?? undefined));
      }
      return values;
    },
  };
}

/** Inputs that stand in the same object, so that the way there is gone once. */
interface Places {
  container: readonly string[];
  members: { name: string; key: string }[];
}

function placesOf({ last, used }: ReadyChain, readers: ChainReaders): readonly Places[] {
  const byContainer = new Map<string, Places>();
  const tables = [
    { table: last.table, reader: readers.last, prefix: '' },
    ...used.map(({ table }, at) => ({ table, reader: readers.used[at], prefix: `${table.id}.` })),
  ];
  for (const { table, reader, prefix } of tables) {
    for (const [index, { id }] of table.inputs.entries()) {
      const segments = reader?.segments[index];
      if (segments === undefined || segments === null || segments.length === 0) continue;
      const container = segments.slice(0, -1);
      // Names may hold dots, so that joined by dots two ways could look like one.
      const key = JSON.stringify(container);
      const known = byContainer.get(key) ?? { container, members: [] };
      byContainer.set(key, known);
      known.members.push({ name: prefix + id, key: segments.at(-1) as string });
    }
  }
  return [...byContainer.values()];
}
