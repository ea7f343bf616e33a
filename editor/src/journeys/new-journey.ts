import { stepTypes, type Journey, type JsonObject, type Step } from '../../../engine/index.ts';

/**
 * A journey to begin with: a webhook, and the answer to its caller. It runs as it is, and what is missing goes between.
 * @param newId gives a new id with every call
 */
export function newJourney(name: string, newId: () => string): Journey {
  const id = newId();
  const start = newStep('webhook-trigger', 'Request received', 0, newId());
  const end = newStep('respond', 'Answer', 480, newId());
  start.parameters['path'] = webhookPath(name, id);
  return {
    schemaVersion: 1,
    id,
    name,
    steps: [start, end],
    links: [{ id: newId(), from: { step: start.id, port: 'out' }, to: { step: end.id, port: 'in' } }],
    tables: {},
    workflow: { members: {} },
  };
}

function newStep(type: string, name: string, x: number, id: string): Step {
  return { id, name, type, parameters: stepTypes[type]?.defaults() ?? {}, position: { x, y: 0 } };
}

/** The name as the end of a web address; two webhooks of n8n may not share one, so a few letters of the id follow. */
export function webhookPath(name: string, id: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return `${words || 'journey'}-${id.replace(/[^a-z0-9]/gi, '').slice(0, 6)}`;
}

/**
 * The same journey once more, under a new name, with ids and webhook addresses of its own so that both can be published.
 * @param newId gives a new id with every call
 */
export function duplicateJourney(journey: Journey, name: string, newId: () => string): Journey {
  const id = newId();
  const stepIds = newStepIds(journey, newId);
  const again = (stepId: string) => stepIds.get(stepId) ?? stepId;
  const copy = structuredClone(journey);
  return {
    ...copy,
    id,
    name,
    steps: copy.steps.map((step) => ({
      ...withOwnAddress(step, name, again(step.id)),
      id: again(step.id),
    })),
    links: copy.links.map(({ from, to }) => ({
      id: newId(),
      from: { ...from, step: again(from.step) },
      to: { ...to, step: again(to.step) },
    })),
    workflow: {
      ...copy.workflow,
      ...(copy.workflow.connections && {
        connections: Object.fromEntries(
          Object.entries(copy.workflow.connections).map(([key, value]) => [again(key), value]),
        ),
      }),
    },
  };
}

/** A new id for every step; n8n's links tell steps apart by the first six characters, so these differ too. */
function newStepIds(journey: Journey, newId: () => string): Map<string, string> {
  const beginnings = new Set<string>();
  const free = () => {
    let id = newId();
    // Chosen: 20 tries; a random id needs a second one in one of 50,000 cases.
    for (let count = 1; count < 20 && beginnings.has(id.slice(0, 6)); count += 1) id = newId();
    beginnings.add(id.slice(0, 6));
    return id;
  };
  return new Map(journey.steps.map((step) => [step.id, free()]));
}

/** What of a step n8n must not meet twice: its node's id, and where its webhook listens. */
function withOwnAddress(step: Step, journeyName: string, id: string): Step {
  const path = webhookPath(journeyName, id);
  const own: Step = { ...step };
  if (step.type === 'webhook-trigger') own.parameters = { ...step.parameters, path };
  if (step.source)
    own.source = { ...step.source, ...(step.source.id !== undefined && { id }), ...ownWebhook(step.source, path, id) };
  const node = step.parameters['node'];
  if (step.type === 'opaque' && isNode(node)) {
    own.parameters = {
      ...step.parameters,
      node: { ...node, ...(node['id'] !== undefined && { id }), ...ownWebhook(node, path, id) },
    };
  }
  return own;
}

function ownWebhook(node: JsonObject, path: string, id: string): JsonObject {
  if (node['webhookId'] === undefined) return {};
  const parameters = node['parameters'];
  const hasPath = isNode(parameters) && typeof parameters['path'] === 'string';
  return { webhookId: id, ...(hasPath && { parameters: { ...parameters, path } }) };
}

function isNode(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** "Refund triage" → "Refund triage copy" → "Refund triage copy 2": the first that is free. */
export function copyName(name: string, taken: readonly string[]): string {
  const stem = `${name.replace(/ copy( \d+)?$/, '') || 'Journey'} copy`;
  const names = new Set(taken);
  if (!names.has(stem)) return stem;
  for (let number = 2; ; number += 1) {
    const wanted = `${stem} ${number}`;
    if (!names.has(wanted)) return wanted;
  }
}
