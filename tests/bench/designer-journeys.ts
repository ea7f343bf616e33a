import type { Journey, Link, Step, StoredJourney } from '../../engine/index.ts';

/** chosen: as many steps side by side as make a canvas of the shape of a screen. */
const aspect = 1.2;
const columnPx = 320;
const rowPx = 176;

/** A journey of `count` steps: a start, branches of four cases, and answers, in columns as *Tidy up* leaves them. */
export function largeJourney(count: number): StoredJourney {
  const rows = Math.max(1, Math.round(Math.sqrt((count * columnPx) / (rowPx * aspect)) / 1.3));
  const steps = Array.from({ length: count }, (_, index) => stepAt(index, rows));
  const links = steps.slice(1).map((step) => linkTo(step, steps, rows));
  const document: Journey = {
    schemaVersion: 1,
    id: `steps-${count}`,
    name: `${count} steps`,
    steps,
    links,
    tables: {},
    workflow: { members: {} },
  };
  return {
    document,
    revision: 1,
    updatedAt: '2026-11-22T09:00:00.000Z',
    updatedBy: 'Ada Lindqvist',
    publication: null,
  };
}

function stepAt(index: number, rows: number): Step {
  const column = index === 0 ? 0 : 1 + Math.floor((index - 1) / rows);
  const position = { x: column * columnPx, y: index === 0 ? 0 : ((index - 1) % rows) * rowPx };
  // The first six characters have to differ.
  const id = `${String(index).padStart(6, '0')}-step`;
  if (index === 0) {
    return { id, name: 'Start', type: 'webhook-trigger', parameters: { path: 'start', method: 'POST' }, position };
  }
  if (index % 4 === 0) {
    return {
      id,
      name: `Answer ${index}`,
      type: 'respond',
      parameters: { status: 200, answer: 'item', fields: [] },
      position,
    };
  }
  const cases = ['low', 'middle', 'high'].map((label, at) => ({ id: label, label, test: `${at}` }));
  return {
    id,
    name: `Decision ${index}`,
    type: 'branch',
    parameters: { field: 'amount', valueType: 'number', cases },
    position,
  };
}

/** Every step hangs on a branch that stands near in the column before, or on the start. */
function linkTo(step: Step, steps: readonly Step[], rows: number): Link {
  const index = steps.indexOf(step);
  const near = [-rows, 1 - rows, -1 - rows].map((back) => steps[index + back]);
  const source = (index <= rows ? undefined : near.find((one) => one?.type === 'branch')) ?? steps[0];
  const port = source?.type === 'branch' ? (['low', 'middle', 'high', 'otherwise'][index % 4] ?? 'low') : 'out';
  return { id: `link-${index}`, from: { step: source?.id ?? '', port }, to: { step: step.id, port: 'in' } };
}
