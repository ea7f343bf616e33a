import type { JsonValue } from '../../json.ts';
import type { ValueType } from '../model.ts';
import type { Comparison, LiteralValue, UnaryTest, UnaryTests } from '../cell/unary-tests.ts';

/** Where a condition reads: a fact and, inside of it, a JSONPath. */
export interface FactPlace {
  fact: string;
  path?: string;
}

/** A condition as json-rules-engine takes it. */
export type JsonCondition =
  | (FactPlace & { operator: string; value: JsonValue | { fact: string } })
  | { all: JsonCondition[] }
  | { any: JsonCondition[] }
  | { not: JsonCondition };

/** A fact that nobody defines, so that its value is `undefined`, which JSON cannot write. */
const absentFact = 'steward:absent';

const orderOperators: Record<Exclude<Comparison['operator'], '=' | '!='>, string> = {
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
};

/**
 * Writes a cell that asks for something as a condition.
 * @returns the condition, or null when json-rules-engine has no operator for it (a range in the cell of a list)
 */
export function testCondition(
  tests: UnaryTests & { kind: 'tests' },
  type: ValueType,
  place: FactPlace,
): JsonCondition | null {
  const passes = anyOf(tests.tests, type, place);
  if (passes === null) return null;
  return tests.negated ? { all: [isPresent(type, place), { not: passes }] } : passes;
}

/** Equalities share one `in`; everything else is one alternative each. */
function anyOf(tests: UnaryTest[], type: ValueType, place: FactPlace): JsonCondition | null {
  const equal: LiteralValue[] = [];
  const others: JsonCondition[] = [];
  for (const test of tests) {
    if (test.kind === 'list') {
      equal.push(...test.members.map((member) => member.value));
    } else if (test.kind === 'comparison' && test.operator === '=') {
      equal.push(test.operand.value);
    } else {
      const condition = single(test, type, place);
      if (condition === null) return null;
      others.push(condition);
    }
  }
  const alternatives = [...equality(equal, type, place), ...others];
  return alternatives.length === 1 ? (alternatives[0] as JsonCondition) : { any: alternatives };
}

function equality(values: LiteralValue[], type: ValueType, place: FactPlace): JsonCondition[] {
  const named = values.filter((value) => value !== null);
  const conditions: JsonCondition[] = [];
  const some = type === 'list' ? 'someFact:' : '';
  if (named.length === 1) conditions.push({ ...place, operator: `${some}equal`, value: named[0] as JsonValue });
  if (named.length > 1) conditions.push({ ...place, operator: `${some}in`, value: named });
  if (named.length < values.length) conditions.push(...absences(place, 'equal'));
  return conditions;
}

function single(test: Exclude<UnaryTest, { kind: 'list' }>, type: ValueType, place: FactPlace): JsonCondition | null {
  const some = type === 'list' ? 'someFact:' : '';
  if (test.kind === 'interval') {
    if (type === 'list') return null;
    const low = { ...place, operator: orderOperators[test.lowIncluded ? '>=' : '>'], value: test.low.value };
    const high = { ...place, operator: orderOperators[test.highIncluded ? '<=' : '<'], value: test.high.value };
    return { all: [low, high] };
  }
  const { operator, operand } = test;
  if (operator === '=') return null;
  if (operator !== '!=') return { ...place, operator: some + orderOperators[operator], value: operand.value };
  if (operand.value === null) return isPresent(type, place);
  if (type === 'list') return { ...place, operator: 'someFact:notEqual', value: operand.value };
  return { all: [isPresent(type, place), { ...place, operator: 'notEqual', value: operand.value }] };
}

/** Neither absent nor null. Numbers, truth values and lists have an operator that says so at once. */
function isPresent(type: ValueType, place: FactPlace): JsonCondition {
  switch (type) {
    case 'number':
      return { ...place, operator: 'greaterThanInclusive', value: -Number.MAX_VALUE };
    case 'boolean':
      return { ...place, operator: 'in', value: [true, false] };
    case 'list':
      return { ...place, operator: 'doesNotContain', value: null };
    case 'string':
      return { all: absences(place, 'notEqual') };
  }
}

function absences(place: FactPlace, operator: 'equal' | 'notEqual'): JsonCondition[] {
  return [
    { ...place, operator, value: null },
    { ...place, operator, value: { fact: absentFact } },
  ];
}
