import type { Journey } from './model.ts';
import { stepType } from './steps/registry.ts';

/**
 * True when a step of the journey reads texts, so that a simulation needs `JourneyPorts.textModel`.
 * @example if (readsTexts(journey)) ports.textModel = loadTextModel(textModelDocument);
 */
export function readsTexts({ steps }: Pick<Journey, 'steps'>): boolean {
  return steps.some((step) => stepType(step).readsTexts === true);
}
