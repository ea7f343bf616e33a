import { describeIssue, type DmnModel, type DmnModelDecision } from '../../../engine/index.ts';
import { UsageError } from './command.ts';
import { didYouMean } from './did-you-mean.ts';

/** The decision of a DMN file that is meant, and what to say about the others. */
export interface ChosenDecision {
  decision: DmnModelDecision;
  /** Decisions that neither it is nor needs, by name. */
  others: string[];
  /** True when nobody chose it, although others are needed by no decision either. */
  isGuess: boolean;
}

/** The decision of that id, or else of that name; without one, the first that no other needs. Fails with what there is. */
export function chooseDecision(file: string, model: DmnModel, wanted: string | undefined): ChosenDecision {
  const { decisions, top } = model;
  const decision = decisions.find(({ id }) => id === (wanted ?? top)) ?? decisions.find(({ name }) => name === wanted);
  if (decision === undefined) throw new UsageError(unknownDecision(file, model, wanted ?? ''));
  const used = new Set((decision.table.uses ?? []).map(({ id }) => id));
  const others = decisions.filter((one) => one !== decision && !used.has(one.table.id));
  const needed = new Set(decisions.flatMap(({ table }) => (table.uses ?? []).map(({ id }) => id)));
  const isGuess = wanted === undefined && others.some(({ table }) => !needed.has(table.id));
  return { decision, others: others.map(({ name }) => name), isGuess };
}

function unknownDecision(file: string, { decisions, notes }: DmnModel, wanted: string): string {
  const meant = didYouMean(
    wanted,
    decisions.map(({ name }) => name),
  );
  const known = decisions.map(({ name }) => `"${name}"`).join(', ');
  const why = notes.filter(({ params }) => params['decision'] === wanted || params['name'] === wanted);
  return [
    `${file} has no decision "${wanted}" that can be run. It has: ${known}.${meant === null ? '' : ` Did you mean "${meant}"?`}`,
    ...why.slice(0, 5).map((note) => `  ${describeIssue(note)}`),
  ].join('\n');
}
