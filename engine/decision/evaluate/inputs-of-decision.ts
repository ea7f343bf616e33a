import type { Result } from '../../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { FactMapping } from '../facts/fact-mapping.ts';
import { readMember, readSegments } from '../facts/read-path.ts';
import type { DecisionTable } from '../model.ts';
import { chainReaders, readyChain, type ChainReaders, type ReadyChain } from './ready-table.ts';

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
  const chain = readyChain(table);
  if (!chain.ok) return chain;
  const readers = chainReaders(chain.value, mapping);
  if (!readers.ok) return readers;
  const inputs: JsonObject = {};
  for (const { container, members } of placesOf(chain.value, readers.value)) {
    const from = container.length === 0 ? item : readSegments(item, container);
    if (!isJsonObject(from) && !Array.isArray(from)) continue;
    for (const { name, key } of members) {
      const value = readMember(from, key);
      if (value !== undefined && value !== null) put(inputs, name, value);
    }
  }
  return { ok: true, value: inputs };
}

/** Inputs that stand in the same object, so that the way there is gone once. */
interface Places {
  container: readonly string[];
  members: { name: string; key: string }[];
}

const places = new WeakMap<ChainReaders, readonly Places[]>();

function placesOf(chain: ReadyChain, readers: ChainReaders): readonly Places[] {
  let made = places.get(readers);
  if (made === undefined) places.set(readers, (made = makePlaces(chain, readers)));
  return made;
}

function makePlaces({ last, used }: ReadyChain, readers: ChainReaders): readonly Places[] {
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

function put(inputs: JsonObject, name: string, value: JsonValue): void {
  // An assignment would set the prototype instead.
  if (name === '__proto__') Object.defineProperty(inputs, name, { value, enumerable: true, configurable: true });
  else inputs[name] = value;
}
