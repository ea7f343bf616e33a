/**
 * The syntax tree of a cell: S-FEEL unary tests.
 *
 * Positions are half-open ranges of UTF-16 code units in the cell's text, counted from 0.
 * @source DMN 1.5, 9.2 (S-FEEL syntax) and 7.3.6.1 (unary tests)
 */

/** Kinds of literals. Temporal ones are written as `date("2026-11-22")`, `duration("P3D")` or `@"2026-11-22"`. */
export const literalTypes = [
  'number',
  'string',
  'boolean',
  'null',
  'date',
  'time',
  'date-time',
  'day-time-duration',
  'year-month-duration',
] as const;
export type LiteralType = (typeof literalTypes)[number];

/** A number, text, truth value or null as itself; a date, time or duration as its canonical ISO 8601 text. */
export type LiteralValue = number | string | boolean | null;

/** Half-open range of UTF-16 code units of the cell's text. */
export interface Span {
  start: number;
  end: number;
}

export interface Literal extends Span {
  kind: 'literal';
  type: LiteralType;
  value: LiteralValue;
}

/** The value of another input of the table: `> limit`. */
export interface Reference extends Span {
  kind: 'reference';
  /** Id of the input. */
  input: string;
}

/** What a value is compared with. */
export type Operand = Literal | Reference;

export const comparisonOperators = ['=', '!=', '<', '<=', '>', '>='] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];

/** `>= 1000`, `!= "x"`; a literal alone is a comparison with `=`. */
export interface Comparison extends Span {
  kind: 'comparison';
  operator: ComparisonOperator;
  operand: Operand;
}

/** `[18..65)`: from low to high, each end in or out. Ends have an order: numbers, dates, times, durations, or other inputs. */
export interface Interval extends Span {
  kind: 'interval';
  low: Operand;
  lowIncluded: boolean;
  high: Operand;
  highIncluded: boolean;
}

/** `["a","b"]`: passes for every member. */
export interface ListLiteral extends Span {
  kind: 'list';
  members: Literal[];
}

export type UnaryTest = Comparison | Interval | ListLiteral;

/** A whole cell: anything goes, or one of the tests has to pass (none of them when negated). */
export type UnaryTests = { kind: 'any' } | { kind: 'tests'; negated: boolean; tests: UnaryTest[] };
