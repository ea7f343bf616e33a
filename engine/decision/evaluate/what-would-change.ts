import type { Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { sameJson } from '../../same-json.ts';
import { isOrderedType } from '../cell/ordinal.ts';
import { literalsOf } from '../cell/operands.ts';
import { parseUnaryTests } from '../cell/parse-unary-tests.ts';
import type { DecisionTable, TableInput } from '../model.ts';
import { decideUsed } from './chain.ts';
import { decideChain, decideValues, type DecideOptions } from './decide.ts';
import { memberChanges, namedChanges } from './named-changes.ts';
import { operandsThatMatter } from './operands-that-matter.ts';
import { orderedChanges, type RatedChange } from './ordered-changes.ts';
import type { OutcomeChange } from './outcome-change.ts';
import { inputReaders, readyChain, type ReadyChain, type ReadyTable } from './ready-table.ts';
import type { TryValue } from './try-value.ts';

export interface WhatWouldChangeOptions extends DecideOptions {
  /** The most changes. @default 10 */
  limit?: number;
}

/** The most decisions that are tried in one call. chosen: 10,000, some 50 milliseconds; a table of ordinary size needs 100. */
const mostTries = 10_000;

/**
 * Which smallest changes of a single input would have given another outcome: of ordered inputs the nearest range below and
 * above, of others the values that would, of lists the members; of each the absence.
 * @param table the table that decided, as it was
 * @param inputs the values that it rested on, from `inputsOfDecision`; of a table that it used, as `table.input`
 * @param options the day of the decision
 * @returns changes, the least first: of an ordered value by its distance, as a share of the span between the limits it is
 *   compared with; then other values and members, then absence, in the order of the inputs. Empty when no single change
 *   matters. Issues as `decideFromInputs`. Values outside the allowed ones, and those for which rows contradict one another,
 *   are passed over. Time is bounded: of a large table the nearest limits are looked at
 * @example whatWouldChange(table, { amount: 700 }) // [{ input: 'amount', change: { kind: 'between', low: null, …, high: 500 }, … }]
 */
export function whatWouldChange(
  table: DecisionTable,
  inputs: JsonObject,
  { day, limit = 10 }: WhatWouldChangeOptions = {},
): Result<OutcomeChange[]> {
  const ready = readyChain(table);
  if (!ready.ok) return ready;
  const chain = ready.value;
  const now = decideChain(chain, inputReaders(chain), inputs, day);
  if (!now.ok) return now;
  const places = valuesOf(chain, inputs, day);
  if (!places.ok) return places;
  let tries = mostTries;
  const tryInput =
    (name: string): TryValue =>
    (value) => {
      if (tries-- <= 0) return null;
      const decided = decideChain(chain, inputReaders(chain), { ...inputs, [name]: value }, day);
      if (!decided.ok) return null;
      const { outcome, decision } = decided.value;
      return { outcome, row: decision.ruleId, isOther: !sameJson(outcome, now.value.outcome) };
    };
  const rated = places.value.flatMap((place) => changesOfTable(place, day, tryInput));
  rated.sort((left, right) => left.effort - right.effort);
  return { ok: true, value: rated.slice(0, limit).map(({ change }) => change) };
}

/** A table of the chain, and the values that its decision rests on. */
interface TablePlace {
  ready: ReadyTable;
  values: readonly JsonValue[];
  /** What stands before the ids of its inputs. */
  prefix: string;
}

function valuesOf(chain: ReadyChain, inputs: JsonObject, day: string | undefined): Result<TablePlace[]> {
  const readers = inputReaders(chain);
  const used: TablePlace[] = [];
  const upstream = decideUsed(chain, readers, inputs, (ready, values) => {
    used.push({ ready, values, prefix: `${ready.table.id}.` });
    return decideValues(ready, values, day);
  });
  if (!upstream.ok) return upstream;
  const values = readers.last.read(inputs, upstream.value.outcomes);
  return values.ok ? { ok: true, value: [{ ready: chain.last, values: values.value, prefix: '' }, ...used] } : values;
}

interface Rated {
  change: OutcomeChange;
  effort: number;
}

/** Absence is the largest change of all. */
const effortOfAbsence = 2;

function changesOfTable(
  { ready, values, prefix }: TablePlace,
  day: string | undefined,
  tryInput: (name: string) => TryValue,
): Rated[] {
  const operands = operandsThatMatter(ready.compiled, values, ready.needsDay ? day : undefined);
  return ready.table.inputs.flatMap((input, index): Rated[] => {
    if (input.from !== undefined) return [];
    const tryValue = tryInput(prefix + input.id);
    const now = values[index] ?? null;
    const found = changesOfInput(input, now, operands[index] ?? [], tryValue);
    if (now !== null && input.required !== true) found.push(...absence(tryValue));
    const { name, type, unit = null } = input;
    return found.map(({ found: { change, value, outcome, row }, effort }) => ({
      change: { input: prefix + input.id, name, type, unit, change, value, outcome, row },
      effort,
    }));
  });
}

function changesOfInput(
  input: TableInput,
  now: JsonValue,
  operands: readonly JsonValue[],
  tryValue: TryValue,
): RatedChange[] {
  if (input.type === 'list') return memberChanges(input, now, operands, tryValue);
  if (input.allowed !== undefined || !isOrderedType(input.type)) return namedChanges(input, now, operands, tryValue);
  return orderedChanges(input.type, now, [...operands, ...boundsOf(input)], tryValue);
}

/** What the allowed range names: beyond it no value is accepted. */
function boundsOf({ allowedRange }: TableInput): JsonValue[] {
  const range = allowedRange === undefined ? null : parseUnaryTests(allowedRange);
  return range?.ok === true ? literalsOf(range.value).map(({ value }) => value) : [];
}

function absence(tryValue: TryValue): RatedChange[] {
  const verdict = tryValue(null);
  if (verdict?.isOther !== true) return [];
  const { outcome, row } = verdict;
  return [{ found: { change: { kind: 'absent' }, value: null, outcome, row }, effort: effortOfAbsence }];
}
