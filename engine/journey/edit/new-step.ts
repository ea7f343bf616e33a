import type { Journey, Position } from '../model.ts';
import { newStepId } from '../step-id.ts';
import { stepType } from '../steps/registry.ts';
import type { Command } from './command.ts';
import { uniqueKey } from '../../unique-key.ts';
import { uniqueName } from '../unique-name.ts';

/**
 * The command that adds a new step of a type: with its default parameters, a free name, and, where the type brings one,
 * a table of its own.
 *
 * @param options `random` as `Math.random`; `position` in pixels.
 * @example applyCommand(journey, newStep(journey, 'decision-table', { position: { x: 0, y: 0 }, random: Math.random }))
 */
export function newStep(
  journey: Journey,
  typeKey: string,
  options: { position: Position; random: () => number },
): Extract<Command, { kind: 'add-step' }> {
  const type = stepType({ type: typeKey });
  const id = newStepId(journey, options.random);
  const name = uniqueName(type.title, new Set(journey.steps.map((step) => step.name)));
  const parameters = type.defaults();
  const step = { id, name, type: type.type, parameters, position: options.position };
  const table = type.newTable?.();
  if (table === undefined) return { kind: 'add-step', step };
  const key = uniqueKey(table.id, (candidate) => Object.hasOwn(journey.tables, candidate));
  return {
    kind: 'add-step',
    step: { ...step, parameters: { ...parameters, table: key } },
    table: { key, table: { ...table, id: key } },
  };
}
