import type { Aggregation, DecisionTable, HitPolicy } from '../../../../engine/index.ts';

/** A way in which matching rows make the outcome, as people choose it: `collect` is one per figure. */
export interface PolicyChoice {
  key: string;
  hitPolicy: HitPolicy;
  aggregation?: Aggregation;
  title: string;
  /** One plain sentence. */
  sentence: string;
  /** What DMN calls it. */
  dmn: string;
}

/** The most used first. @source DMN 1.5, 8.2.8 (names and letters of the hit policies) */
export const policyChoices: readonly PolicyChoice[] = [
  choice('first', 'First row', 'The first row that matches, from the top, decides.', 'First, F'),
  choice('unique', 'Only one row', 'At most one row may match; two that do are an error.', 'Unique, U'),
  choice('any', 'Rows that agree', 'Several rows may match if their results are the same.', 'Any, A'),
  choice(
    'priority',
    'Best result',
    'Of the rows that match, the one with the highest ranked result decides.',
    'Priority, P',
  ),
  choice(
    'rule-order',
    'All, from the top',
    'Every row that matches gives a result, in the order of the rows.',
    'Rule order, R',
  ),
  choice(
    'output-order',
    'All, best first',
    'Every row that matches gives a result, the highest ranked first.',
    'Output order, O',
  ),
  choice('collect', 'All, collected', 'Every row that matches gives a result; the order means nothing.', 'Collect, C'),
  figure('sum', 'Sum', 'The results of all rows that match are added up.', 'Collect, C+'),
  figure('min', 'Smallest', 'Of the results of all rows that match, the smallest counts.', 'Collect, C<'),
  figure('max', 'Largest', 'Of the results of all rows that match, the largest counts.', 'Collect, C>'),
  figure('count', 'How many', 'The outcome is how many rows match.', 'Collect, C#'),
];

function choice(hitPolicy: HitPolicy, title: string, sentence: string, dmn: string): PolicyChoice {
  return { key: hitPolicy, hitPolicy, title, sentence, dmn };
}

function figure(aggregation: Aggregation, title: string, sentence: string, dmn: string): PolicyChoice {
  return { key: `collect ${aggregation}`, hitPolicy: 'collect', aggregation, title, sentence, dmn };
}

/** The choice that a table has made. */
export function policyOf({ hitPolicy, aggregation }: DecisionTable): PolicyChoice {
  const found = policyChoices.find(
    (entry) => entry.hitPolicy === hitPolicy && (hitPolicy !== 'collect' || entry.aggregation === aggregation),
  );
  return found ?? (policyChoices[0] as PolicyChoice);
}

/**
 * What a table lacks for a policy, and what to do about it; null when it can have it. Choosing it is allowed all the
 * same: what is missing may come next.
 */
export function policyLack(table: DecisionTable): string | null {
  const { hitPolicy, aggregation, outputs } = table;
  if ((hitPolicy === 'priority' || hitPolicy === 'output-order') && outputs.every(({ allowed }) => !allowed?.length))
    return 'Say in a result column which values are allowed: their order is the ranking, the best first.';
  if (aggregation === undefined) return null;
  if (outputs.length !== 1) return 'One figure needs exactly one result column.';
  const isNumber = outputs[0]?.type === 'number';
  return aggregation === 'count' || isNumber ? null : 'Only numbers can be added up or compared.';
}
