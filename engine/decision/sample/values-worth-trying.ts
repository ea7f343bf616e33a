import type { JsonValue } from '../../json.ts';
import { isOrderedType, offsetOf, ordinalOf, textOfOrdinal, type OrderedType } from '../cell/ordinal.ts';
import { literalsOf } from '../cell/operands.ts';
import { parseUnaryTests } from '../cell/parse-unary-tests.ts';
import type { DecisionTable, TableInput, ValueType } from '../model.ts';

/**
 * How far beside a limit a value is tried: 1, a day, a second, a month. chosen: the smallest steps in which people write
 * limits, so that `<` and `<=` give different rows.
 */
const stepBeside = 1;

/** Values where no cell and no column names one. */
const ordinary: Record<ValueType, JsonValue[]> = {
  number: [0, 1, -1, 10, 1000],
  string: ['something', ''],
  boolean: [true, false],
  date: ['2026-01-31', '2026-12-31'],
  time: ['00:00:00', '12:30:00'],
  'date-time': ['2026-01-31T09:00:00', '2026-12-31T23:59:59'],
  'day-time-duration': ['PT0S', 'P3DT12H'],
  'year-month-duration': ['P0M', 'P1Y6M'],
  list: [[], ['something']],
};

/**
 * The values of an input at which a table may change its mind: every literal that its cells, its allowed values and its
 * allowed range name, the values just beside each, one that nobody names, and absence.
 * @param table the table
 * @param input one of its inputs
 * @returns values of the input's type, without duplicates; `undefined` stands for an absent one. Some may not be allowed
 * @example valuesWorthTrying(table, amount) // [99, 100, 101, 0, …, undefined]
 */
export function valuesWorthTrying(table: DecisionTable, input: TableInput): (JsonValue | undefined)[] {
  const cells = table.rows.map(({ when }) => (Object.hasOwn(when, input.id) ? (when[input.id] as string) : '-'));
  if (input.allowedRange !== undefined) cells.push(input.allowedRange);
  const near = cells.flatMap((cell) => valuesNearCell(cell, table, input));
  const listed = (input.allowed ?? []).map((value): JsonValue => (input.type === 'list' ? [value] : value));
  const others =
    input.allowed === undefined
      ? ordinaryFor(
          input,
          near.find((value) => value !== undefined),
        )
      : [];
  return distinct([...listed, ...near, ...others, ...(input.required === true ? [] : [undefined])]);
}

/**
 * The literals of one cell and the values just beside them, as values of the input; `undefined`, an absent one, for `null`
 * where the input may be absent.
 * @returns none for a cell without literals, or one that cannot be read
 * @example valuesNearCell('< 100', table, amount) // [100, 99, 101]
 */
export function valuesNearCell(cell: string, table: DecisionTable, input: TableInput): (JsonValue | undefined)[] {
  const parsed = parseUnaryTests(
    cell,
    table.inputs.map(({ id }) => id),
  );
  if (!parsed.ok) return [];
  return literalsOf(parsed.value).flatMap(({ value: literal }): (JsonValue | undefined)[] => {
    if (literal === null) return input.required === true ? [] : [undefined];
    if (input.type === 'list') return input.allowed === undefined ? [[literal], [literal, 'something']] : [[literal]];
    return isOrderedType(input.type) && input.allowed === undefined ? around(literal, input.type) : [literal];
  });
}

function distinct(values: readonly (JsonValue | undefined)[]): (JsonValue | undefined)[] {
  return [...new Map(values.map((value) => [JSON.stringify(value) ?? 'absent', value])).values()];
}

/** Without an offset where the cells have none, and the other way round: a column never mixes them. */
function ordinaryFor({ type }: TableInput, first: JsonValue | undefined): JsonValue[] {
  if ((type !== 'time' && type !== 'date-time') || first === undefined) return ordinary[type];
  return offsetOf(first, type) === 'offset' ? ordinary[type].map((value) => `${String(value)}Z`) : ordinary[type];
}

function around(limit: JsonValue, type: OrderedType): JsonValue[] {
  const ordinal = ordinalOf(limit, type);
  if (ordinal === null) return [];
  const offset = offsetOf(limit, type) ?? 'local';
  const beside = [ordinal - stepBeside, ordinal + stepBeside].map((value) => textOfOrdinal(value, type, offset));
  return [limit, ...beside.filter((value) => value !== null)];
}
