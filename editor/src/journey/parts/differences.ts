import { sameJson, stepType, type Journey, type JsonObject, type Step } from '../../../../engine/index.ts';

/** How one thing differs between two versions of a journey. */
export interface Difference {
  kind: 'only-ours' | 'only-theirs' | 'changed';
  /** "Step Risk", "Table Refund limits". */
  what: string;
  /** What of it: "settings, name". */
  detail: string;
}

/** What differs between two versions of a journey, in words; where steps stand does not count. */
export function differences(ours: Journey, theirs: Journey): Difference[] {
  const found: Difference[] = [];
  if (ours.name !== theirs.name && theirs.name !== '') {
    found.push({ kind: 'changed', what: 'Name', detail: `“${ours.name}” here, “${theirs.name}” there` });
  }
  found.push(...compare(ours.steps, theirs.steps, (step) => `Step ${step.name}`, stepDetail));
  const tables = (journey: Journey) =>
    Object.entries(journey.tables).map(([id, table]) => ({ id, name: table.name, table }));
  found.push(
    ...compare(
      tables(ours),
      tables(theirs),
      (entry) => `Table ${entry.name}`,
      (a, b) => (sameJson(a.table, b.table) ? '' : 'its content'),
    ),
  );
  const links = linkKeys(ours);
  const theirLinks = linkKeys(theirs);
  const gone = [...links].filter((link) => !theirLinks.has(link)).length;
  const added = [...theirLinks].filter((link) => !links.has(link)).length;
  if (gone + added > 0)
    found.push({ kind: 'changed', what: 'Links', detail: `${gone} only here, ${added} only there` });
  return found;
}

function compare<Entry extends { id: string }>(
  ours: readonly Entry[],
  theirs: readonly Entry[],
  name: (entry: Entry) => string,
  detail: (ours: Entry, theirs: Entry) => string,
): Difference[] {
  const there = new Map(theirs.map((entry) => [entry.id, entry]));
  const here = new Set(ours.map((entry) => entry.id));
  return [
    ...ours.flatMap((entry): Difference[] => {
      const other = there.get(entry.id);
      if (other === undefined) return [{ kind: 'only-ours', what: name(entry), detail: '' }];
      const words = detail(entry, other);
      return words === '' ? [] : [{ kind: 'changed', what: name(entry), detail: words }];
    }),
    ...theirs
      .filter((entry) => !here.has(entry.id))
      .map((entry): Difference => ({ kind: 'only-theirs', what: name(entry), detail: '' })),
  ];
}

function stepDetail(ours: Step, theirs: Step): string {
  const parts = [
    ours.name === theirs.name ? '' : `called “${theirs.name}” there`,
    ours.type === theirs.type ? '' : 'its kind',
    sameJson(settingsOf(ours), settingsOf(theirs)) ? '' : 'its settings',
    (ours.disabled === true) === (theirs.disabled === true)
      ? ''
      : theirs.disabled === true
        ? 'switched off there'
        : 'switched on there',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** A step that was drawn before a setting was invented has its default. */
function settingsOf(step: Step): JsonObject {
  const { properties } = stepType(step).parametersSchema;
  const defaults = Object.entries(properties).flatMap(([name, schema]) =>
    schema.default === undefined ? [] : [[name, schema.default] as const],
  );
  return { ...Object.fromEntries(defaults), ...step.parameters };
}

function linkKeys(journey: Journey): Set<string> {
  return new Set(journey.links.map((link) => `${link.from.step} ${link.from.port} ${link.to.step} ${link.to.port}`));
}
