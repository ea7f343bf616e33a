import type { JsonValue } from '../../json.ts';

/**
 * Compares the value of a fact with the value of a condition. JavaScript's own coercions apply, as in json-rules-engine;
 * it throws a TypeError where json-rules-engine does (`in` without a list, `someValue` without a list, order of an object
 * that hides `toString`).
 */
export type RuleOperator = (fact: JsonValue | undefined, value: JsonValue | undefined) => boolean;

/** A number, or anything that begins like one when written as text: `"12 EUR"`, `[3]`. */
function isNumeric(fact: JsonValue | undefined): boolean {
  return typeof fact === 'number' ? !Number.isNaN(fact) : !Number.isNaN(Number.parseFloat(fact as string));
}

/** Place in a list by identity, in a text as part of it; anything else throws a TypeError. */
function indexIn(container: JsonValue | undefined, member: JsonValue | undefined): number {
  return (container as JsonValue[]).indexOf(member as JsonValue);
}

const operators = new Map<string, RuleOperator>([
  ['equal', (fact, value) => fact === value],
  ['notEqual', (fact, value) => fact !== value],
  ['in', (fact, value) => indexIn(value, fact) > -1],
  ['notIn', (fact, value) => indexIn(value, fact) === -1],
  ['contains', (fact, value) => Array.isArray(fact) && indexIn(fact, value) > -1],
  ['doesNotContain', (fact, value) => Array.isArray(fact) && indexIn(fact, value) === -1],
  ['lessThan', (fact, value) => isNumeric(fact) && (fact as number) < (value as number)],
  ['lessThanInclusive', (fact, value) => isNumeric(fact) && (fact as number) <= (value as number)],
  ['greaterThan', (fact, value) => isNumeric(fact) && (fact as number) > (value as number)],
  ['greaterThanInclusive', (fact, value) => isNumeric(fact) && (fact as number) >= (value as number)],
]);

const decorators = new Map<string, (next: RuleOperator) => RuleOperator>([
  ['someFact', (next) => (fact, value) => Array.isArray(fact) && fact.some((member) => next(member, value))],
  ['everyFact', (next) => (fact, value) => Array.isArray(fact) && fact.every((member) => next(member, value))],
  ['someValue', (next) => (fact, value) => (value as JsonValue[]).some((member) => next(fact, member))],
  ['everyValue', (next) => (fact, value) => (value as JsonValue[]).every((member) => next(fact, member))],
  ['swap', (next) => (fact, value) => next(value, fact)],
  ['not', (next) => (fact, value) => !next(fact, value)],
]);

export const operatorNames: readonly string[] = [...operators.keys()];
export const decoratorNames: readonly string[] = [...decorators.keys()];

/** Chosen: 16 decorators before an operator, because two are in use and each is a call inside of a call. */
export const maxDecorators = 16;

/** An operator, or the part of its name that json-rules-engine does not know. */
export type ParsedOperator =
  { ok: true; operator: RuleOperator } | { ok: false; part: 'operator' | 'decorator' | 'length'; found: string };

/**
 * Reads the name of an operator with its decorators, outermost first: `someFact:not:equal`.
 * @example parseOperator('not:in')
 * @source json-rules-engine 7.3.1, `operator-map.js`, `engine-default-operators.js`, `engine-default-operator-decorators.js`
 */
export function parseOperator(name: string): ParsedOperator {
  const parts = name.split(':');
  const last = parts.pop() as string;
  if (parts.length > maxDecorators) return { ok: false, part: 'length', found: `${name.slice(0, 40)}…` };
  const wrong = parts.find((part) => !decorators.has(part));
  if (wrong !== undefined) return { ok: false, part: 'decorator', found: wrong };
  const operator = operators.get(last);
  if (operator === undefined) return { ok: false, part: 'operator', found: last };
  const decorated = parts.reduceRight((next, part) => (decorators.get(part) as Decorator)(next), operator);
  return { ok: true, operator: decorated };
}

type Decorator = (next: RuleOperator) => RuleOperator;
