import type { Result } from '../../issue.ts';
import type { ColumnOffsets } from '../cell/column-offsets.ts';
import { hasDays } from '../facts/day.ts';
import { itemIsFacts, mappableInputs, mappedPaths, type FactMapping } from '../facts/fact-mapping.ts';
import { makeFactReader, type FactReader } from '../facts/fact-reader.ts';
import type { DecisionTable } from '../model.ts';
import { checkRunnable } from '../table/check-table.ts';
import { orderOfUse } from '../table/order-of-use.ts';
import { digestOf } from '../table/table-digest.ts';
import { compileTable, type CompiledTable } from './compile-table.ts';
import { rankRows, type RowRanks } from './hit-policy.ts';
import { ValueSearch } from './value-search.ts';

/** A table with everything that its decisions need, made once per table object. */
export interface ReadyTable {
  table: DecisionTable;
  compiled: CompiledTable;
  search: ValueSearch;
  digest: string;
  ranks: RowRanks | null;
  offsets: ColumnOffsets;
  /** The table, or one of its rows that is not disabled, has days of validity. */
  needsDay: boolean;
}

/** A table with those that have to be decided before it. */
export interface ReadyChain {
  last: ReadyTable;
  /** In the order in which they are decided. */
  used: readonly ReadyTable[];
}

/** Readers of all tables of a chain, in its order. */
export interface ChainReaders {
  last: FactReader;
  used: readonly FactReader[];
}

const chains = new WeakMap<DecisionTable, Result<ReadyChain>>();
const readers = new WeakMap<DecisionTable, WeakMap<FactMapping, Result<ChainReaders>>>();

/**
 * Makes a table and those that it uses ready to decide, once per table object.
 * @returns every error of `checkTable` that keeps it from deciding
 */
export function readyChain(table: DecisionTable): Result<ReadyChain> {
  let chain = chains.get(table);
  if (chain === undefined) chains.set(table, (chain = makeChain(table)));
  return chain;
}

function makeChain(table: DecisionTable): Result<ReadyChain> {
  const last = makeReady(table, table);
  if (!last.ok) return last;
  const used: ReadyTable[] = [];
  for (const upstream of orderOfUse(table).order) {
    const ready = makeReady(upstream, alone(upstream));
    if (!ready.ok) return ready;
    used.push(ready.value);
  }
  return { ok: true, value: { last: last.value, used } };
}

/** A used table as it stands for itself: where its values come from is the chain's matter. */
function alone(table: DecisionTable): DecisionTable {
  return { ...table, inputs: table.inputs.map(({ from: _, ...input }) => input) };
}

function makeReady(table: DecisionTable, compilable: DecisionTable): Result<ReadyTable> {
  const compiled = compileTable(compilable);
  if (!compiled.ok) return compiled;
  const checked = checkRunnable(compilable);
  if (!checked.ok) return checked;
  const digest = digestOf(table);
  if (!digest.ok) return digest;
  const needsDay = hasDays(table) || compiled.value.rows.some(hasDays);
  return {
    ok: true,
    value: {
      table,
      compiled: compiled.value,
      search: new ValueSearch(compiled.value),
      digest: digest.value,
      ranks: rankRows(table),
      offsets: checked.value.offsets,
      needsDay,
    },
  };
}

/**
 * Makes the readers of a chain under a mapping, once per pair of objects.
 * @returns the readers, or what is wrong with the mapping, as `mappedPaths` says
 */
export function chainReaders(chain: ReadyChain, mapping: FactMapping): Result<ChainReaders> {
  const { table } = chain.last;
  let ofTable = readers.get(table);
  if (ofTable === undefined) readers.set(table, (ofTable = new WeakMap()));
  let made = ofTable.get(mapping);
  if (made === undefined) ofTable.set(mapping, (made = makeReaders(chain, mapping)));
  return made;
}

function makeReaders(chain: ReadyChain, mapping: FactMapping): Result<ChainReaders> {
  const mapped = mappedPaths(chain.last.table, mapping);
  return mapped.ok ? { ok: true, value: readersAt(chain, mapping, mapped.value) } : mapped;
}

const replayReaders = new WeakMap<ReadyChain, ChainReaders>();

/** The readers of a chain for values by input, as `mappableInputs` names them; made once per chain. */
export function inputReaders(chain: ReadyChain): ChainReaders {
  let made = replayReaders.get(chain);
  if (made === undefined) {
    const paths = new Map(mappableInputs(chain.last.table).map((name) => [name, [name]]));
    replayReaders.set(chain, (made = readersAt(chain, itemIsFacts, paths)));
  }
  return made;
}

function readersAt(
  { last, used }: ReadyChain,
  mapping: FactMapping,
  mapped: ReadonlyMap<string, string[]>,
): ChainReaders {
  const uses = last.table.uses ?? [];
  const readerOf = ({ table, offsets }: ReadyTable, paths: ReadonlyMap<string, string[]>) =>
    makeFactReader(table, mapping, paths, { uses, offsets });
  const pathsOf = ({ table }: ReadyTable) => {
    const prefix = `${table.id}.`;
    const own = [...mapped].filter(([input]) => input.startsWith(prefix));
    return new Map(own.map(([input, path]) => [input.slice(prefix.length), path]));
  };
  return { last: readerOf(last, mapped), used: used.map((ready) => readerOf(ready, pathsOf(ready))) };
}
