import type { DecisionTable } from '../model.ts';

/**
 * True when the outcome of a table is a list: `rule-order`, `output-order`, and `collect` without an aggregation.
 * @example givesSeveral({ ...table, hitPolicy: 'collect', aggregation: 'sum' }) // false
 * @source DMN 1.5, 8.2.8 (multiple hit policies)
 */
export function givesSeveral({ hitPolicy, aggregation }: Pick<DecisionTable, 'hitPolicy' | 'aggregation'>): boolean {
  if (hitPolicy === 'collect') return aggregation === undefined;
  return hitPolicy === 'rule-order' || hitPolicy === 'output-order';
}
