import { formatLiteral } from '../cell/format-unary-tests.ts';
import { parseUnaryTests } from '../cell/parse-unary-tests.ts';
import type { ValueType } from '../model.ts';

/** A column's allowed values: listed one by one, or as a condition. */
export interface AllowedValues {
  allowed?: (string | number)[];
  allowedRange?: string;
}

/**
 * Reads the unary tests of `inputValues`, `outputValues` or an item definition's `allowedValues`.
 * @returns a list where all of them are plain numbers, texts, dates, times or durations (null is passed over, since
 *   absent and null pass anyway); else the tests themselves; nothing where they say nothing; null when they are no
 *   unary tests
 * @example readAllowedValues('"High", "Low"') // { allowed: ['High', 'Low'] }
 * @source DMN 1.5, 8.3.2 (input clause), 8.3.3 (output clause), 7.3.2 (item definition)
 */
export function readAllowedValues(text: string | undefined): AllowedValues | null {
  const tests = (text ?? '').trim();
  if (tests === '' || tests === '-') return {};
  const parsed = parseUnaryTests(tests);
  if (!parsed.ok) return null;
  if (parsed.value.kind === 'any') return {};
  const values: (string | number)[] = [];
  for (const test of parsed.value.tests) {
    const operand = test.kind === 'comparison' && test.operator === '=' ? test.operand : null;
    if (parsed.value.negated || operand?.kind !== 'literal') return { allowedRange: tests };
    if (operand.value === null) continue;
    if (typeof operand.value === 'boolean') return hasBoth(tests) ? {} : { allowedRange: tests };
    values.push(operand.value);
  }
  return values.length === 0 ? {} : { allowed: values };
}

function hasBoth(tests: string): boolean {
  return /\btrue\b/.test(tests) && /\bfalse\b/.test(tests);
}

/**
 * Writes a column's allowed values as unary tests, the inverse of `readAllowedValues`.
 * @returns undefined where any value may occur
 * @example writeAllowedValues({ allowed: ['High', 'Low'] }, 'string') // '"High", "Low"'
 */
export function writeAllowedValues({ allowed, allowedRange }: AllowedValues, type: ValueType): string | undefined {
  if (allowedRange !== undefined) return allowedRange;
  return allowed?.map((value) => formatLiteral(value, type)).join(', ');
}
