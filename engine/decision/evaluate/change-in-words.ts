import type { JsonValue } from '../../json.ts';
import type { ValueType } from '../model.ts';
import type { OutcomeChange } from './outcome-change.ts';

/** chosen: 5, what a sentence lists; more values than this are counted. */
const mostListed = 5;

/**
 * What an input would have had to be for another outcome, to stand after "were" or "had been".
 * @param change from `whatWouldChange`
 * @param valueInWords words of a single value, without its unit; left out: texts in quotation marks, dates and durations bare
 * @returns words without any value that the decision rested on
 * @example changeInWords(change) // 'below 500 EUR'
 */
export function changeInWords(
  { change, type, unit }: Pick<OutcomeChange, 'change' | 'type' | 'unit'>,
  valueInWords: (value: JsonValue) => string = plainly,
): string {
  const withUnit = (words: string) => (unit === null ? words : `${words} ${unit}`);
  switch (change.kind) {
    case 'between':
      if (change.low === null && change.high === null) return 'any other value';
      return withUnit(rangeInWords(change, wordsOf(type), valueInWords));
    case 'one-of':
      return withUnit(listed(change.values.map(valueInWords)));
    case 'none-of':
      return withUnit(`anything but ${listed(change.values.map(valueInWords))}`);
    case 'with':
      return withUnit(`a list with ${valueInWords(change.member)}`);
    case 'without':
      return withUnit(`a list without ${valueInWords(change.member)}`);
    case 'absent':
      return 'missing';
  }
}

/** What people say of a single bound: above, at least, below, at most. */
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
  [above, atLeast, below, atMost]: BoundWords,
  inWords: (value: JsonValue) => string,
): string {
  if (low === null) return `${highIncluded ? atMost : below} ${inWords(high)}`;
  if (high === null) return `${lowIncluded ? atLeast : above} ${inWords(low)}`;
  if (low === high) return inWords(low);
  return `${lowIncluded ? 'from' : above} ${inWords(low)} to ${highIncluded ? '' : `${below} `}${inWords(high)}`;
}

function plainly(value: JsonValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' && !/^[-P\d]/.test(value) ? `"${value}"` : String(value);
}

function listed(values: readonly string[]): string {
  if (values.length > mostListed) {
    return `${values.slice(0, mostListed).join(', ')} or one of ${values.length - mostListed} others`;
  }
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : `${values.slice(0, -1).join(', ')} or ${last}`;
}
