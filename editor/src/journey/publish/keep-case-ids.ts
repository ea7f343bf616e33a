import { isJsonObject, type Journey, type JsonObject, type Step } from '../../../../engine/index.ts';

/**
 * Gives the cases of n8n's branches the ids they have in our journey. n8n knows cases by their position alone, so an
 * import counts them anew; without this every branch, and every link that leaves one, would seem to have changed.
 * A case is the same when its label is, and among equal labels its condition.
 */
export function keepCaseIds(theirs: Journey, ours: Journey): Journey {
  const ourSteps = new Map(ours.steps.map((step) => [step.id, step]));
  const ports = new Map<string, Map<string, string>>();
  const steps = theirs.steps.map((step) => {
    const own = ourSteps.get(step.id);
    if (step.type !== 'branch' || own?.type !== 'branch') return step;
    const ids = matchCases(casesOf(own), casesOf(step));
    ports.set(step.id, ids);
    const cases = casesOf(step).map((entry) => ({ ...entry, id: ids.get(idOf(entry)) ?? idOf(entry) }));
    return { ...step, parameters: { ...step.parameters, cases } };
  });
  const links = theirs.links.map((link) => {
    const port = ports.get(link.from.step)?.get(link.from.port);
    return port === undefined ? link : { ...link, from: { ...link.from, port } };
  });
  return { ...theirs, steps, links };
}

/** Their id of each case → the id it gets. Cases that are new there get one that is free. */
function matchCases(ours: readonly JsonObject[], theirs: readonly JsonObject[]): Map<string, string> {
  const left = new Set(ours);
  const ids = new Map<string, string>();
  const take = (isSame: (own: JsonObject, other: JsonObject) => boolean) => {
    for (const other of theirs) {
      if (ids.has(idOf(other))) continue;
      const own = [...left].find((entry) => isSame(entry, other));
      if (own === undefined) continue;
      ids.set(idOf(other), idOf(own));
      left.delete(own);
    }
  };
  take((own, other) => own['label'] === other['label'] && own['test'] === other['test']);
  take((own, other) => own['label'] === other['label']);

  const taken = new Set([...ours.map(idOf), ...ids.values()]);
  for (const other of theirs) {
    if (ids.has(idOf(other))) continue;
    let id = idOf(other);
    for (let count = 1; taken.has(id); count += 1) id = `case-${count}`;
    ids.set(idOf(other), id);
    taken.add(id);
  }
  return ids;
}

function casesOf(step: Step): JsonObject[] {
  const { cases } = step.parameters;
  return Array.isArray(cases) ? cases.filter(isJsonObject) : [];
}

function idOf(entry: JsonObject): string {
  return typeof entry['id'] === 'string' ? entry['id'] : '';
}
