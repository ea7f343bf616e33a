import type { Result } from '../../issue.ts';
import { errorIssue } from '../../issue.ts';
import type { Journey } from '../model.ts';
import type { Applied, Command } from './command.ts';
import { connect, disconnect, reconnect } from './link-commands.ts';
import { applyPatch, patchBetween } from './patch.ts';
import { paste } from './paste.ts';
import { renameStep } from './rename-step.ts';
import { addStep, insertStep, moveSteps, removeSteps, setDisabled, setParameters } from './step-commands.ts';
import { addTable, editJourneyTable } from './table-commands.ts';

/**
 * Applies a command: the only way in which a journey changes. The journey given stays as it is; parts that the command
 * does not touch keep their identity. `applyCommand(journey, inverse)` gives the journey back, deep-equal, and its own
 * inverse does the command again.
 *
 * @returns the new journey and the inverse, or why the command cannot be applied; then nothing has changed.
 * @example applyCommand(journey, { kind: 'rename-step', step: 'a1b2c3', name: 'Check refund' })
 */
export function applyCommand(journey: Journey, command: Command): Result<Applied> {
  const next = change(journey, command);
  if (!next.ok) return next;
  return { ok: true, value: { journey: next.value, inverse: patchBetween(next.value, journey) } };
}

function change(journey: Journey, command: Command): Result<Journey> {
  switch (command.kind) {
    case 'add-step':
      return addStep(journey, command);
    case 'insert-step':
      return insertStep(journey, command);
    case 'remove-steps':
      return removeSteps(journey, command.steps);
    case 'move-steps':
      return moveSteps(journey, command.positions);
    case 'rename-step':
      return renameStep(journey, command.step, command.name);
    case 'set-parameters':
      return setParameters(journey, command.step, command.parameters);
    case 'set-disabled':
      return setDisabled(journey, command.steps, command.disabled);
    case 'connect':
      return connect(journey, command.link);
    case 'disconnect':
      return disconnect(journey, command.links);
    case 'reconnect':
      return reconnect(journey, command);
    case 'rename-journey':
      return renameJourney(journey, command.name);
    case 'describe-journey':
      return { ok: true, value: describeJourney(journey, command.description) };
    case 'add-table':
      return addTable(journey, command.key, command.table);
    case 'edit-table':
      return editJourneyTable(journey, command.table, command.edit);
    case 'paste':
      return paste(journey, command.fragment);
    case 'composite':
      return command.commands.reduce<Result<Journey>>(
        (result, part) => (result.ok ? change(result.value, part) : result),
        { ok: true, value: journey },
      );
    case 'patch':
      return { ok: true, value: applyPatch(journey, command) };
  }
}

function renameJourney(journey: Journey, name: string): Result<Journey> {
  if (name.trim() === '') return { ok: false, issues: [errorIssue('journey_name_empty', ['name'])] };
  return { ok: true, value: name === journey.name ? journey : { ...journey, name } };
}

function describeJourney(journey: Journey, description: string): Journey {
  if (description !== '') return { ...journey, description };
  const { description: _, ...rest } = journey;
  return rest;
}
