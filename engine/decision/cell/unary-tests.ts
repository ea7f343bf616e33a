/**
 * The syntax tree of a cell: S-FEEL unary tests.
 *
 * Positions are half-open ranges of UTF-16 code units in the cell's text, counted from 0.
 * @source DMN 1.5, 9.2 (S-FEEL syntax) and 7.3.6.1 (unary tests)
 */

/** What a number, a text, a truth value or the absence of a value is written as. */
export type LiteralValue = number | string | boolean | null;

/** Half-open range of UTF-16 code units of the cell's text. */
export interface Span {
  start: number;
  end: number;
}

export interface Literal extends Span {
  kind: 'literal';
  value: LiteralValue;
}

export const comparisonOperators = ['=', '!=', '<', '<=', '>', '>='] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];

/** `>= 1000`, `!= "x"`; a literal alone is a comparison with `=`. */
export interface Comparison extends Span {
  kind: 'comparison';
  operator: ComparisonOperator;
  operand: Literal;
}

/** `[18..65)`: from low to high, each end in or out. Ends are numbers. */
export interface Interval extends Span {
  kind: 'interval';
  low: Literal;
  lowIncluded: boolean;
  high: Literal;
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
