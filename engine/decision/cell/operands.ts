import type { Literal, Operand, Reference, UnaryTests } from './unary-tests.ts';

/** All that a cell compares with, in order. */
export function operandsOf(tests: UnaryTests): Operand[] {
  if (tests.kind === 'any') return [];
  return tests.tests.flatMap((test): Operand[] => {
    if (test.kind === 'comparison') return [test.operand];
    return test.kind === 'interval' ? [test.low, test.high] : test.members;
  });
}

/** All literals of a cell, in order. @example literalsOf(cell).map((literal) => literal.value) */
export function literalsOf(tests: UnaryTests): Literal[] {
  return operandsOf(tests).filter((operand) => operand.kind === 'literal');
}

/** All references to other inputs, in order. @example referencesOf(cell).map((reference) => reference.input) */
export function referencesOf(tests: UnaryTests): Reference[] {
  return operandsOf(tests).filter((operand) => operand.kind === 'reference');
}
