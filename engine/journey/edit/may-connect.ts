import { errorIssue, type Issue } from '../../issue.ts';
import type { Journey, LinkEnd, Step } from '../model.ts';
import { addressOf, type PortAddress } from '../ports.ts';
import type { Port } from '../step-type.ts';
import { stepType } from '../steps/registry.ts';

/**
 * May a link go from one port to another? Asked while a person drags, and again by the commands.
 *
 * @returns null when it may, else why not: `step_unknown`, `link_to_itself`, `link_port_missing`, `step_takes_no_input`,
 *   `link_types_differ`, `link_exists`.
 * @example mayConnect(journey, { step: 'risk01', port: 'high' }, { step: 'review', port: 'in' }) // null
 */
export function mayConnect(journey: Journey, from: LinkEnd, to: LinkEnd): Issue | null {
  const source = journey.steps.find((step) => step.id === from.step);
  const target = journey.steps.find((step) => step.id === to.step);
  if (source === undefined || target === undefined) {
    return errorIssue('step_unknown', [], { step: source === undefined ? from.step : to.step });
  }
  if (source === target) return errorIssue('link_to_itself', [], named(source));
  const output = addressOf(stepType(source).outputs(source), from.port);
  if (output === null) return errorIssue('link_port_missing', [], { ...named(source), port: from.port });
  const inputs = stepType(target).inputs(target);
  const input = addressOf(inputs, to.port);
  if (input === null) return errorIssue('link_port_missing', [], { ...named(target), port: to.port });
  if (!takesInput(target, inputs, input)) return errorIssue('step_takes_no_input', [], named(target));
  if (input.type !== output.type) {
    return errorIssue('link_types_differ', [], { ...named(target), output: output.type, input: input.type });
  }
  const exists = journey.links.some(
    (link) =>
      link.from.step === from.step &&
      link.to.step === to.step &&
      isSame(addressOf(stepType(source).outputs(source), link.from.port), output) &&
      isSame(addressOf(inputs, link.to.port), input),
  );
  return exists ? errorIssue('link_exists', [], named(target)) : null;
}

/** Steps that start a journey take none; an opaque node may have more inputs than are known, but not of `main` if it has none. */
function takesInput(step: Step, inputs: readonly Port[], address: PortAddress): boolean {
  if (inputs.length > 0 && inputs.some((port) => isSame(addressOf(inputs, port.id), address))) return true;
  return step.type === 'opaque' && (address.type !== 'main' || inputs.length > 0);
}

function isSame(left: PortAddress | null, right: PortAddress): boolean {
  return left !== null && left.type === right.type && left.index === right.index;
}

function named(step: Step): { step: string; name: string } {
  return { step: step.id, name: step.name };
}
