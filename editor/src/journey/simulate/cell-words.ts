import { parseUnaryTests, type JsonValue, type Operand, type UnaryTest } from '../../../../engine/index.ts';
import { shortValue } from '../parts/short-value.ts';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 10 });
/** More alternatives than this are counted instead of listed. */
const listedAtMost = 4;

/**
 * A cell in words, for people who read a decision and not a table: `[18..65)` is "from 18 to below 65".
 * @param inputs ids of the table's inputs, which the cell may be compared with
 */
export function cellInWords(cell: string, inputs: readonly string[] = []): string {
  const parsed = parseUnaryTests(cell, inputs);
  if (!parsed.ok) return cell;
  if (parsed.value.kind === 'any') return 'anything';
  const { negated, tests } = parsed.value;
  const words = either(tests.flatMap(alternatives));
  if (!negated) return words;
  return words === 'missing' ? 'not missing' : `a value other than ${words}`;
}

/** A value in words: yes and no, "missing" for nothing, numbers with thousands apart. */
export function valueInWords(value: JsonValue): string {
  if (value === null) return 'missing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? number.format(value) : shortValue(value, 60);
}

function alternatives(test: UnaryTest): string[] {
  switch (test.kind) {
    case 'list':
      return test.members.map((member) => operandInWords(member));
    case 'interval': {
      const low = `${test.lowIncluded ? 'from' : 'above'} ${operandInWords(test.low)}`;
      return [`${low} to ${test.highIncluded ? '' : 'below '}${operandInWords(test.high)}`];
    }
    case 'comparison':
      return [comparison(test.operator, test.operand)];
  }
}

function operandInWords(operand: Operand): string {
  return operand.kind === 'reference' ? operand.input : valueInWords(operand.value);
}

function comparison(operator: string, operand: Operand): string {
  const words = { '<': 'below ', '<=': 'at most ', '>': 'above ', '>=': 'at least ', '!=': 'not ' }[operator] ?? '';
  return `${words}${operandInWords(operand)}`;
}

function either(words: readonly string[]): string {
  if (words.length > listedAtMost) return `one of ${words.length} values`;
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
