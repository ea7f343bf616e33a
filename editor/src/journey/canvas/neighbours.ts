import type { Journey, Position, Step } from '../../../../engine/index.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The step that an arrow key leads to: along the links to the left and right, among the steps that share a
 * neighbour up and down; where there is none, the nearest step lying that way.
 */
export function neighbour(journey: Journey, from: string, direction: Direction): string | null {
  const here = journey.steps.find((step) => step.id === from);
  if (here === undefined) return null;
  if (direction === 'left' || direction === 'right') {
    const linked = stepsOf(journey, linkedTo(journey, from, direction));
    return nearestByHeight(here.position, linked)?.id ?? nearest(here, journey.steps, direction);
  }
  const siblings = stepsOf(journey, siblingsOf(journey, from)).filter((step) => liesTowards(here, step, direction));
  return closestStep(here, siblings)?.id ?? nearest(here, journey.steps, direction);
}

/** Every step before (`left`) or after (`right`) the given ones, these included. */
export function allTowards(journey: Journey, from: Iterable<string>, direction: 'left' | 'right'): Set<string> {
  const found = new Set(from);
  const open = [...found];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    for (const next of linkedTo(journey, step, direction)) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}

function linkedTo(journey: Journey, step: string, direction: 'left' | 'right'): string[] {
  return direction === 'right'
    ? journey.links.filter((link) => link.from.step === step).map((link) => link.to.step)
    : journey.links.filter((link) => link.to.step === step).map((link) => link.from.step);
}

function siblingsOf(journey: Journey, step: string): string[] {
  const sharing = [
    ...linkedTo(journey, step, 'left').flatMap((before) => linkedTo(journey, before, 'right')),
    ...linkedTo(journey, step, 'right').flatMap((after) => linkedTo(journey, after, 'left')),
  ];
  return [...new Set(sharing)].filter((id) => id !== step);
}

function stepsOf(journey: Journey, ids: readonly string[]): Step[] {
  return journey.steps.filter((step) => ids.includes(step.id));
}

function nearestByHeight(here: Position, steps: readonly Step[]): Step | undefined {
  return steps.toSorted((a, b) => Math.abs(a.position.y - here.y) - Math.abs(b.position.y - here.y))[0];
}

function liesTowards(here: Step, step: Step, direction: Direction): boolean {
  const dx = step.position.x - here.position.x;
  const dy = step.position.y - here.position.y;
  switch (direction) {
    case 'left':
      return dx < 0 && Math.abs(dx) >= Math.abs(dy);
    case 'right':
      return dx > 0 && Math.abs(dx) >= Math.abs(dy);
    case 'up':
      return dy < 0;
    case 'down':
      return dy > 0;
  }
}

function closestStep(here: Step, steps: readonly Step[]): Step | undefined {
  const distance = (step: Step) => Math.hypot(step.position.x - here.position.x, step.position.y - here.position.y);
  return steps.toSorted((a, b) => distance(a) - distance(b))[0];
}

function nearest(here: Step, steps: readonly Step[], direction: Direction): string | null {
  const that = steps.filter((step) => step.id !== here.id && liesTowards(here, step, direction));
  return closestStep(here, that)?.id ?? null;
}
