import type { ModelProvenance } from '../../../../engine/index.ts';
import { counted } from '../parts/counted.ts';

const methodWords: Readonly<Record<ModelProvenance['method'], string>> = {
  default: 'As Steward brings it',
  'expectation-maximization': 'Weighed on the records themselves',
  'reviewed-pairs': 'Learned from answers of persons',
  'expectation-maximization+reviewed-pairs': 'Weighed on the records, and learned from answers of persons',
};

/** Where the weights of a model come from, as sentences. */
export function provenanceInWords({ method, date, records, reviewedPairs }: ModelProvenance): string {
  const from = [
    records !== undefined && records > 0 && counted(records, 'record'),
    reviewedPairs && `${counted(reviewedPairs.same + reviewedPairs.different, 'answer')}`,
  ].filter((words) => typeof words === 'string');
  const on = date === undefined ? '' : `, ${date}`;
  return `${methodWords[method]}${from.length > 0 ? `: ${from.join(' and ')}` : ''}${on}.`;
}
