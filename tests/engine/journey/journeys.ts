import type { Journey, Link, Step } from '../../../engine/index.ts';

/** Ids in order: `000001-id`, `000002-id`, … */
export function countingIds(): () => string {
  let count = 0;
  return () => `${String((count += 1)).padStart(6, '0')}-id`;
}

/** A journey of these steps, linked as `'from:port > to'` says; everything else empty, n8n’s newest order of execution. */
export function journeyOf(steps: Step[], links: string[] = [], more: Partial<Journey> = {}): Journey {
  return {
    schemaVersion: 1,
    id: 'journey',
    name: 'Journey',
    steps,
    links: links.map(readLink),
    tables: {},
    workflow: { members: { settings: { executionOrder: 'v1' } } },
    ...more,
  };
}

function readLink(text: string, index: number): Link {
  const [from = '', to = ''] = text.split(' > ');
  const [step = '', port = 'out'] = from.split(':');
  const [target = '', input = 'in'] = to.split(':');
  return { id: `link-${index + 1}`, from: { step, port }, to: { step: target, port: input } };
}

/** A step with the id as its name. */
export function stepOf(id: string, type: string, parameters: Step['parameters'], more: Partial<Step> = {}): Step {
  return { id, name: id, type, parameters, position: { x: 0, y: 0 }, ...more };
}

/** A webhook that takes POST. */
export function webhookStep(id: string, more: Partial<Step> = {}): Step {
  return stepOf(id, 'webhook-trigger', { path: 'try', method: 'POST' }, more);
}

/** A step that answers with one fixed text. */
export function respondStep(id: string, text: string, more: Partial<Step> = {}): Step {
  const fields = [{ name: 'outcome', from: 'value', value: text }];
  return stepOf(id, 'respond', { status: 200, answer: 'fields', fields }, more);
}

/** A branch on `body.<field>`; cases are `[id, test]`. */
export function branchStep(id: string, field: string, cases: [string, string][], more: Partial<Step> = {}): Step {
  return stepOf(
    id,
    'branch',
    { field, valueType: 'number', cases: cases.map(([key, test]) => ({ id: key, label: key, test })) },
    more,
  );
}

/** An n8n node that passes items on. */
export function noOpStep(id: string, more: Partial<Step> = {}): Step {
  const node = { parameters: {}, id, name: id, type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [0, 0] };
  return stepOf(id, 'opaque', { node }, more);
}
