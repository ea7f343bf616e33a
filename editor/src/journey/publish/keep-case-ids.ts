import { isJsonObject, type Journey, type JsonObject, type JsonValue, type Step } from '../../../../engine/index.ts';

/**
 * Gives the cases of n8n's branches, and the outcomes of its decision tables, the ids they have in our journey. n8n knows cases by their position alone, so an
 * import counts them anew; without this every branch, and every link that leaves one, would seem to have changed.
 * A case is the same when its label is, and among equal labels its condition.
 */
export function keepCaseIds(theirs: Journey, ours: Journey): Journey {
  const ourSteps = new Map(ours.steps.map((step) => [step.id, step]));
  const ports = new Map<string, Map<string, string>>();
  const steps = theirs.steps.map((step) => {
    const own = ourSteps.get(step.id);
    const list = own?.type === step.type ? listOfCases[step.type] : undefined;
    if (own === undefined || list === undefined) return step;
    const ids = matchCases(casesOf(own, list), casesOf(step, list));
    ports.set(step.id, ids);
    const cases = casesOf(step, list).map((entry) => ({ ...entry, id: ids.get(idOf(entry)) ?? idOf(entry) }));
    return { ...step, parameters: { ...step.parameters, [list]: cases } };
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
  take((own, other) => nameOf(own) === nameOf(other) && own['test'] === other['test']);
  take((own, other) => nameOf(own) === nameOf(other));

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

/** The parameter with the cases, by type of step. */
const listOfCases: Record<string, string> = { branch: 'cases', 'decision-table': 'outcomes' };

function casesOf(step: Step, list: string): JsonObject[] {
  const cases = step.parameters[list];
  return Array.isArray(cases) ? cases.filter(isJsonObject) : [];
}

/** The label of a case, the value of an outcome. */
function nameOf(entry: JsonObject): JsonValue | undefined {
  return entry['label'] ?? entry['value'];
}

function idOf(entry: JsonObject): string {
  return typeof entry['id'] === 'string' ? entry['id'] : '';
}
