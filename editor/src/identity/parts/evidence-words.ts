import type { PairPart } from '../../../../engine/index.ts';
import { fieldsTitle, lowerFirst } from './field-words.ts';

/** One comparison in plain words, without its weight. */
export function partInWords(part: PairPart): string {
  const title = fieldsTitle(part.features);
  if (part.level === null) return `${title}: not compared, one of the two is unknown`;
  const left = valuesOf(part, 'left');
  const right = valuesOf(part, 'right');
  if (left === right) {
    const rare =
      part.termFrequencyBits >= 1 ? ', which is rare' : part.termFrequencyBits <= -1 ? ', which is common' : '';
    return `Same ${lowerFirst(title)}: ${left}${rare}`;
  }
  const how = part.bits > 0 ? 'Similar' : 'Different';
  return `${how} ${lowerFirst(title)}: ${left} and ${right}`;
}

function valuesOf(part: PairPart, side: 'left' | 'right'): string {
  return part.features
    .map((feature) => part[side][feature] ?? '')
    .filter((value) => value !== '')
    .join(' ');
}
