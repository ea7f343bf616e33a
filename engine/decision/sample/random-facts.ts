import type { JsonObject, JsonValue } from '../../json.ts';
import { writePath } from '../facts/write-path.ts';
import { matchesTests } from '../cell/match-test.ts';
import { parseUnaryTests } from '../cell/parse-unary-tests.ts';
import type { DecisionTable, TableInput } from '../model.ts';
import { valuesNearCell, valuesWorthTrying } from './values-worth-trying.ts';

/** Makes facts for a table, one after the other. */
export type FactMaker = () => JsonObject;

/**
 * Makes facts that meet a table where it may change its mind: each input has one of its `valuesWorthTrying`, and every
 * other time the facts begin with the conditions of a row, so that rows with many conditions are met as well.
 * Values outside an allowed range are not tried: they are errors of the item, not matters of the table.
 * @param table the table; inputs that read other tables' results are left out
 * @param random numbers from 0 to 1; the same numbers give the same facts
 * @example const make = randomFacts(table, random); make() // { order: { amount: 100 }, tier: 'gold' }
 */
export function randomFacts(table: DecisionTable, random: () => number): FactMaker {
  const columns = table.inputs
    .filter(({ from }) => from === undefined)
    .map((input) => {
      const allows = allowance(input);
      return { input, allows, values: valuesWorthTrying(table, input).filter(allows) };
    });
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(random() * values.length)];
  return () => {
    const facts: JsonObject = {};
    const row = random() < 0.5 ? pick(table.rows) : undefined;
    for (const { input, allows, values } of columns) {
      const cell = row !== undefined && Object.hasOwn(row.when, input.id) ? (row.when[input.id] as string) : '-';
      const near = valuesNearCell(cell, table, input).filter(allows);
      const value = pick(near.length > 0 && random() < 0.9 ? near : values);
      if (value !== undefined) writePath(facts, input.path, value);
    }
    return facts;
  };
}

/** Whether a value may occur; absence always may, which required inputs refuse later. */
function allowance({ allowedRange, type }: TableInput): (value: JsonValue | undefined) => boolean {
  const range = allowedRange === undefined ? null : parseUnaryTests(allowedRange);
  if (range?.ok !== true) return () => true;
  return (value) => value === undefined || matchesTests(range.value, value, type);
}
