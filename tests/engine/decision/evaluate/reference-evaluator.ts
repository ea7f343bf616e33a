import type {
  DecisionTable,
  JsonObject,
  JsonValue,
  Operand,
  TableInput,
  TableOutput,
  TableRow,
  UnaryTest,
  ValueType,
} from '../../../../engine/index.ts';
import { parseUnaryTests } from '../../../../engine/index.ts';

/**
 * A slow evaluator, written from DMN 1.5, 8.2 (decision tables) and 10.3.2.3 (values), and from the documentation of cells
 * alone: row by row, cell by cell, no masks, no cut points, no figures kept. It shares the parser with the engine and
 * nothing else.
 */
export interface ReferenceDecision {
  outcome: JsonValue;
  /** Ids of all rows that match, in the order in which they count. */
  matched: string[];
  ruleId: string | null;
}

/** The decision, or `code path` of everything that is wrong with the item, or the code of what is wrong with its decision. */
export type ReferenceAnswer = ReferenceDecision | { wrong: string[] };

type Facts = Record<string, JsonValue>;

export function referenceDecision(table: DecisionTable, item: JsonObject, day?: string): ReferenceAnswer {
  const facts: Facts = {};
  for (const input of table.inputs) facts[input.id] = lookUp(item, input.path);
  const wrong = table.inputs.flatMap((input) => problemOf(input, facts[input.id] ?? null, table));
  if (wrong.length > 0) return { wrong: wrong.sort() };
  const hasDays = [table, ...table.rows.filter((row) => !row.disabled)].some((one) => one.validFrom || one.validUntil);
  if (hasDays) {
    if (day === undefined) return { wrong: ['decision_day_missing'] };
    if (!countsOn(table, day)) return { wrong: ['table_not_valid_on_day'] };
  }
  const rows = table.rows.filter((row) => !row.disabled && countsOn(row, day ?? '') && rowPasses(table, row, facts));
  if (rows.length === 0) return { outcome: withoutRow(table), matched: [], ruleId: null };
  return byPolicy(table, rows);
}

/** The topmost row that matches, whatever the hit policy. */
export function referenceDecidingRow(table: DecisionTable, item: JsonObject): string | null {
  const answer = referenceDecision({ ...table, hitPolicy: 'first' }, item);
  if ('wrong' in answer) throw new Error(answer.wrong.join(', '));
  return answer.ruleId;
}

function byPolicy(table: DecisionTable, rows: TableRow[]): ReferenceAnswer {
  const results = (row: TableRow) =>
    Object.fromEntries(table.outputs.map((output) => [output.id, resultOf(row, output)]));
  const ids = (list: TableRow[]) => list.map((row) => row.id);
  const top = rows[0] as TableRow;
  const ranked = [...rows].sort(
    (left, right) => comparePriority(table, left, right) || table.rows.indexOf(left) - table.rows.indexOf(right),
  );
  switch (table.hitPolicy) {
    case 'unique':
      if (rows.length > 1) return { wrong: ['several_rows_match'] };
      return { outcome: results(top), matched: ids(rows), ruleId: top.id };
    case 'any':
      if (new Set(rows.map((row) => JSON.stringify(results(row)))).size > 1) return { wrong: ['rows_disagree'] };
      return { outcome: results(top), matched: ids(rows), ruleId: top.id };
    case 'first':
      return { outcome: results(top), matched: ids(rows), ruleId: top.id };
    case 'priority':
      return { outcome: results(ranked[0] as TableRow), matched: ids(ranked), ruleId: ranked[0]?.id ?? null };
    case 'output-order':
      return { outcome: ranked.map(results), matched: ids(ranked), ruleId: ranked[0]?.id ?? null };
    case 'rule-order':
      return { outcome: rows.map(results), matched: ids(rows), ruleId: top.id };
    case 'collect': {
      if (table.aggregation === undefined) return { outcome: rows.map(results), matched: ids(rows), ruleId: top.id };
      const output = table.outputs[0] as TableOutput;
      if (table.aggregation === 'count')
        return { outcome: { [output.id]: rows.length }, matched: ids(rows), ruleId: top.id };
      const numbers = rows.map((row) => resultOf(row, output) as number);
      // Tenths, so that the sum is exact.
      const sum = numbers.reduce((total, number) => total + Math.round(number * 10), 0) / 10;
      const figure = { sum, min: Math.min(...numbers), max: Math.max(...numbers) }[table.aggregation];
      const at = table.aggregation === 'sum' ? 0 : numbers.indexOf(figure);
      return { outcome: { [output.id]: figure }, matched: ids(rows), ruleId: rows[at]?.id ?? null };
    }
  }
}

function resultOf(row: TableRow, output: TableOutput): JsonValue {
  return row.then[output.id] ?? null;
}

function comparePriority(table: DecisionTable, left: TableRow, right: TableRow): number {
  for (const output of table.outputs) {
    const order = output.allowed as JsonValue[] | undefined;
    if (order === undefined) continue;
    const place = (row: TableRow) =>
      order.includes(resultOf(row, output)) ? order.indexOf(resultOf(row, output)) : 99;
    if (place(left) !== place(right)) return place(left) - place(right);
  }
  return 0;
}

function withoutRow(table: DecisionTable): JsonValue {
  const isList =
    ['rule-order', 'output-order'].includes(table.hitPolicy) || (table.hitPolicy === 'collect' && !table.aggregation);
  if (table.outputs.some((output) => output.default !== undefined && output.default !== null)) {
    const defaults = Object.fromEntries(table.outputs.map((output) => [output.id, output.default ?? null]));
    return isList ? [defaults] : defaults;
  }
  return table.aggregation === 'count' ? { [(table.outputs[0] as TableOutput).id]: 0 } : null;
}

function countsOn(
  { validFrom = '0000', validUntil = '9999' }: { validFrom?: string; validUntil?: string },
  day: string,
) {
  return day === '' ? validFrom === '0000' && validUntil === '9999' : day >= validFrom && day <= validUntil;
}

function lookUp(facts: JsonObject, path: string): JsonValue {
  let here: unknown = facts;
  for (const key of path.split('.')) here = (here as Record<string, unknown> | null | undefined)?.[key];
  return (here ?? null) as JsonValue;
}

function problemOf(input: TableInput, value: JsonValue, table: DecisionTable): string[] {
  if (value === null) return input.required ? [`missing_input ${input.path}`] : [];
  if (!isOfType(value, input.type)) return [`wrong_type ${input.path}`];
  // Every time in these tables has an offset, every date and time has none; a fact has to be written alike.
  const zoned = table.rows.some((row) => /"[^"]*:[^"]*(Z|[+-]\d\d:\d\d)"/.test(row.when[input.id] ?? ''));
  const local = table.rows.some((row) => /"[^"]*:\d\d"/.test(row.when[input.id] ?? ''));
  if (typeof value === 'string' && (input.type === 'time' || input.type === 'date-time')) {
    const hasOffset = /(Z|[+-]\d\d:\d\d)$/.test(value);
    if ((zoned && !hasOffset) || (local && hasOffset)) return [`wrong_type ${input.path}`];
  }
  const members = Array.isArray(value) ? value : [value];
  const { allowed, allowedRange } = input;
  const among = (member: JsonValue) =>
    allowed === undefined ||
    allowed.some((one) => compare(one, member, input.type === 'list' ? 'string' : input.type) === 0);
  const inRange = (member: JsonValue) => allowedRange === undefined || cellPasses(allowedRange, member, input.type, {});
  return members.every((member) => among(member) && inRange(member)) ? [] : [`value_not_allowed ${input.path}`];
}

function isOfType(value: JsonValue, type: ValueType): boolean {
  if (type === 'list') return Array.isArray(value) && value.every((member) => typeof member !== 'object');
  if (type === 'number' || type === 'string' || type === 'boolean') return typeof value === type;
  return typeof value === 'string' && amountOf(value, type) !== null;
}

function rowPasses(table: DecisionTable, row: TableRow, facts: Facts): boolean {
  return table.inputs.every((input) =>
    cellPasses(row.when[input.id] ?? '-', facts[input.id] ?? null, input.type, facts),
  );
}

function cellPasses(cell: string, value: JsonValue, type: ValueType, facts: Facts): boolean {
  const parsed = parseUnaryTests(cell, Object.keys(facts));
  if (!parsed.ok) throw new Error(cell);
  if (parsed.value.kind === 'any') return true;
  const { tests, negated } = parsed.value;
  if (negated && value === null) return false;
  const named = tests.flatMap((test) =>
    test.kind === 'comparison' ? [test.operand] : test.kind === 'interval' ? [test.low, test.high] : [],
  );
  if (negated && named.some((operand) => operand.kind === 'reference' && facts[operand.input] === null)) return false;
  const passes = tests.some((test) => {
    const isAboutNull = test.kind === 'comparison' && test.operand.kind === 'literal' && test.operand.value === null;
    if (!Array.isArray(value) || isAboutNull) return testPasses(test, value, type, facts);
    return value.some((member) => testPasses(test, member, type, facts));
  });
  return negated ? !passes : passes;
}

function testPasses(test: UnaryTest, value: JsonValue, type: ValueType, facts: Facts): boolean {
  const against = (operand: Operand): number | null => {
    const other = operand.kind === 'literal' ? operand.value : (facts[operand.input] ?? null);
    if (value === null || other === null) return null;
    const kind = type !== 'list' ? type : typeof other === 'number' ? 'number' : 'string';
    return compare(value, other, kind);
  };
  if (test.kind === 'list') {
    return test.members.some((member) => (member.value === null ? value === null : against(member) === 0));
  }
  if (test.kind === 'interval') {
    const [low, high] = [against(test.low), against(test.high)];
    if (low === null || high === null || Number.isNaN(low) || Number.isNaN(high)) return false;
    return (low > 0 || (low === 0 && test.lowIncluded)) && (high < 0 || (high === 0 && test.highIncluded));
  }
  if (test.operand.kind === 'literal' && test.operand.value === null) {
    return test.operator === '=' ? value === null : value !== null;
  }
  const order = against(test.operand);
  if (order === null) return false;
  if (test.operator === '=') return order === 0;
  if (test.operator === '!=') return order !== 0;
  return { '<': [-1], '<=': [-1, 0], '>': [1], '>=': [1, 0] }[test.operator].includes(order);
}

/** -1, 0 or 1; NaN for values that are unequal and have no order. */
function compare(left: JsonValue, right: JsonValue, type: ValueType): number {
  if (left === right) return 0;
  if (type === 'string' || type === 'boolean' || type === 'list') return Number.NaN;
  const [one, other] = [amountOf(left, type), amountOf(right, type)];
  return one === null || other === null ? Number.NaN : Math.sign(one - other);
}

/** A date, time or duration as milliseconds or months, by the platform's calendar. */
function amountOf(value: JsonValue, type: ValueType): number | null {
  if (typeof value === 'number') return type === 'number' ? value : null;
  const text = String(value);
  const duration = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  const [, sign, years, months, days, hours, minutes, seconds] = (duration ?? []).map((part) => part ?? '');
  const signed = (amount: number) => (sign === '-' ? -amount : amount);
  switch (type) {
    case 'number':
      return null;
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(text) && sameDay(text) ? Date.parse(text) : null;
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)?$/.test(text) ? timeOf(text) : null;
    case 'date-time':
      return /^\d{4}-\d\d-\d\dT/.test(text) && sameDay(text.slice(0, 10))
        ? Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`)
        : null;
    case 'day-time-duration':
      if (duration === null || years || months) return null;
      return signed((((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000);
    case 'year-month-duration':
      return duration === null || days || hours || minutes || seconds
        ? null
        : signed(Number(years) * 12 + Number(months));
    default:
      return null;
  }
}

function sameDay(text: string): boolean {
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

function timeOf(text: string): number {
  const [hours, minutes, seconds] = text.slice(0, 8).split(':').map(Number) as [number, number, number];
  const [, sign, ahead = 0, aheadMinutes = 0] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  const offset = (Number(ahead) * 60 + Number(aheadMinutes)) * (sign === '-' ? -1 : 1);
  return ((hours * 60 + minutes - offset) * 60 + seconds) * 1000;
}
