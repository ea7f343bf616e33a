import { isJsonObject, sameJson, type InputChange, type JsonObject, type Outcome } from '../../../../engine/index.ts';
import { valueInWords } from '../../journey/simulate/cell-words.ts';

/** What a value would have had to be, after "had been": "at most 500", "from 18 to below 65", "refund or support". */
export function changeInWords(change: InputChange): string {
  switch (change.kind) {
    case 'between':
      return rangeInWords(change);
    case 'one-of':
      return either(change.values.map(valueInWords));
    case 'none-of':
      return `anything but ${either(change.values.map(valueInWords))}`;
    case 'with':
      return `a list with ${valueInWords(change.member)}`;
    case 'without':
      return `a list without ${valueInWords(change.member)}`;
    case 'absent':
      return 'missing';
  }
}

type Range = Extract<InputChange, { kind: 'between' }>;

function rangeInWords({ low, lowIncluded, high, highIncluded }: Range): string {
  const [from, to] = [valueInWords(low), valueInWords(high)];
  if (low === null) return `${highIncluded ? 'at most' : 'below'} ${to}`;
  if (high === null) return `${lowIncluded ? 'at least' : 'above'} ${from}`;
  if (sameJson(low, high)) return from;
  return `${lowIncluded ? 'from' : 'above'} ${from} to ${highIncluded ? '' : 'below '}${to}`;
}

function either(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Of another outcome, the results that differ from those of now; all of it where the two cannot be told apart by result. */
export function changedResults(now: Outcome, other: Outcome): Outcome {
  if (!isJsonObject(now) || !isJsonObject(other)) return other;
  const changed: JsonObject = {};
  for (const [id, value] of Object.entries(other)) {
    if (value !== undefined && !sameJson(value, now[id])) changed[id] = value;
  }
  return Object.keys(changed).length === 0 ? other : changed;
}
