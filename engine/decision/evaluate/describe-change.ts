import type { JsonValue } from '../../json.ts';
import { outcomeInWords } from '../outcome-words.ts';
import type { ValueType } from '../model.ts';
import type { OutcomeChange } from './outcome-change.ts';

/** How many values a sentence lists. */
const mostListed = 5;

/**
 * Words a change for people.
 * @param change from `whatWouldChange`
 * @returns one sentence, without any value that the decision rested on
 * @example describeChange(change) // 'If Amount were below 500 EUR, the outcome would be: pay: yes.'
 */
export function describeChange(change: OutcomeChange): string {
  const { outcome } = change;
  const then = outcome === null ? 'no row would match' : `the outcome would be: ${outcomeInWords(outcome)}`;
  return `If ${condition(change)}, ${then}.`;
}

function condition({ name, type, unit, change }: OutcomeChange): string {
  const inWords = (value: JsonValue) => valueInWords(value, unit);
  switch (change.kind) {
    case 'between':
      return `${name} were ${rangeInWords(change, type, inWords)}`;
    case 'one-of':
      return `${name} were ${listed(change.values.map(inWords))}`;
    case 'none-of':
      return `${name} were anything but ${listed(change.values.map(inWords))}`;
    case 'with':
      return `${name} held ${inWords(change.member)} as well`;
    case 'without':
      return `${name} did not hold ${inWords(change.member)}`;
    case 'absent':
      return `${name} were missing`;
  }
}

/** What people say of bounds: above, at least, below, at most. */
type BoundWords = readonly [above: string, atLeast: string, below: string, atMost: string];
const figures: BoundWords = ['above', 'at least', 'below', 'at most'];
const moments: BoundWords = ['after', 'no earlier than', 'before', 'no later than'];
const durations: BoundWords = ['longer than', 'at least', 'shorter than', 'at most'];

function wordsOf(type: ValueType): BoundWords {
  if (type === 'date' || type === 'time' || type === 'date-time') return moments;
  return type.endsWith('duration') ? durations : figures;
}

function rangeInWords(
  { low, lowIncluded, high, highIncluded }: Extract<OutcomeChange['change'], { kind: 'between' }>,
  type: ValueType,
  inWords: (value: JsonValue) => string,
): string {
  if (low !== null && low === high) return inWords(low);
  const [above, atLeast, below, atMost] = wordsOf(type);
  const from = low === null ? [] : [`${lowIncluded ? atLeast : above} ${inWords(low)}`];
  const until = high === null ? [] : [`${highIncluded ? atMost : below} ${inWords(high)}`];
  return [...from, ...until].join(' and ') || 'any other value';
}

function valueInWords(value: JsonValue, unit: string | null): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return unit === null ? String(value) : `${value} ${unit}`;
  return typeof value === 'string' && !/^[-P\d]/.test(value) ? `"${value}"` : String(value);
}

function listed(values: readonly string[]): string {
  if (values.length > mostListed) {
    return `${values.slice(0, mostListed).join(', ')} or one of ${values.length - mostListed} others`;
  }
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : `${values.slice(0, -1).join(', ')} or ${last}`;
}
