import { expect } from 'vitest';
import { applyCommand, stepTypes, type Command, type Journey } from '../../../engine/index.ts';
import { branchStep, journeyOf, respondStep, stepOf, webhookStep } from './journeys.ts';

const newTable = stepTypes['decision-table']?.newTable?.();
if (newTable === undefined) throw new Error('no table');
export const table = newTable;

export const start = webhookStep('start');
export const choose = branchStep('choose', 'body.amount', [
  ['small', '< 10'],
  ['large', '>= 10'],
]);
export const paid = respondStep('paid', 'paid');
export const decide = stepOf('decide', 'decision-table', {
  table: 'limits',
  dataField: 'body',
  fields: [],
  outputField: 'decision',
  noMatch: 'error',
});
export const journey = journeyOf(
  [start, choose, paid, decide],
  ['start > choose', 'choose:small > paid', 'choose:large > decide', 'decide > paid'],
  { tables: { limits: table } },
);

/** The journey after a command, which taken back gives the journey before. */
export function apply(command: Command, to: Journey = journey): Journey {
  const result = applyCommand(to, command);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const undone = applyCommand(result.value.journey, result.value.inverse);
  expect(undone.ok ? undone.value.journey : undone).toEqual(to);
  return result.value.journey;
}

/** Why a command is refused. */
export function codes(command: Command, to: Journey = journey): string[] {
  const result = applyCommand(to, command);
  return result.ok ? [] : result.issues.map((issue) => issue.code);
}
