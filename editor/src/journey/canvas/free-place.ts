import type { Journey, Position, Step } from '../../../../engine/index.ts';
import { gridPx, onGrid, stepWidthPx } from './step-box.ts';

/** chosen: room for a link with its count between two steps. */
export const gapPx = 7 * gridPx;
const heightPx = 64;
const marginPx = gridPx;

/** The place nearest below the wanted one that covers no step. */
export function freePlace(steps: readonly Pick<Step, 'position'>[], wanted: Position): Position {
  const place = onGrid(wanted);
  while (steps.some((step) => covers(step.position, place))) place.y += gridPx;
  return place;
}

/**
 * The same for a step that nothing leads to yet: on a link it would look as if it were connected.
 */
export function placeBesideLinks({ steps, links }: Pick<Journey, 'steps' | 'links'>, wanted: Position): Position {
  const at = new Map(steps.map(({ id, position }) => [id, position]));
  const lines = links.flatMap(({ from, to }) => {
    const [source, target] = [at.get(from.step), at.get(to.step)];
    return source && target ? [{ source, target }] : [];
  });
  let place = freePlace(steps, wanted);
  while (lines.some(({ source, target }) => liesOn(place, source, target))) {
    place = freePlace(steps, { x: place.x, y: place.y + gridPx });
  }
  return place;
}

/** Whether a step would lie on the straight line from the right of one step to the left of another. */
function liesOn(place: Position, source: Position, target: Position): boolean {
  const fromX = source.x + stepWidthPx;
  const [left, right] = [Math.max(place.x, fromX), Math.min(place.x + stepWidthPx, target.x)];
  if (left >= right) return false;
  const heightAt = (x: number) => source.y + ((x - fromX) / (target.x - fromX)) * (target.y - source.y);
  const [one, other] = [heightAt(left), heightAt(right)];
  return place.y - heightPx < Math.max(one, other) && place.y + heightPx > Math.min(one, other);
}

function covers(a: Position, b: Position): boolean {
  return Math.abs(a.x - b.x) < stepWidthPx + marginPx && Math.abs(a.y - b.y) < heightPx + marginPx;
}

/**
 * Where a step goes that is put on a link, and where the steps after it go so that it has room: all that stand as far
 * right as the link's end move by what is missing.
 */
export function roomOnLink(
  { steps, links }: Pick<Journey, 'steps' | 'links'>,
  linkId: string,
): { position: Position; shifted: Record<string, Position> } | null {
  const link = links.find((entry) => entry.id === linkId);
  const source = steps.find((step) => step.id === link?.from.step)?.position;
  const target = steps.find((step) => step.id === link?.to.step)?.position;
  if (source === undefined || target === undefined) return null;
  const middle = { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 };
  // A link that goes back has no room that could be made on it.
  if (target.x <= source.x) return { position: freePlace(steps, middle), shifted: {} };
  const missing = Math.max(0, source.x + 2 * (stepWidthPx + gapPx) - target.x);
  const shift = Math.ceil(missing / gridPx) * gridPx;
  const moved = shift === 0 ? [] : steps.filter((step) => step.position.x >= target.x);
  const shifted = Object.fromEntries(
    moved.map((step) => [step.id, { x: step.position.x + shift, y: step.position.y }]),
  );
  const after = steps.map((step) => ({ position: shifted[step.id] ?? step.position }));
  const wanted = shift === 0 ? middle : { x: source.x + stepWidthPx + gapPx, y: middle.y };
  return { position: freePlace(after, wanted), shifted };
}
