import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';
import { nameBearers } from './compile-connections.ts';
import type { Link, Step } from './model.ts';
import { parsePort, portAt, portId } from './ports.ts';
import type { ConnectionShape, ShapeEntry } from './residue.ts';
import { sameJson } from '../same-json.ts';
import { stepType } from './steps/registry.ts';

interface ImportedConnections {
  links: Link[];
  /** By step id, only where links alone would come out in another form. */
  shapes: Record<string, JsonObject>;
  /** By the name of a node that does not exist. */
  dangling: Record<string, JsonObject>;
}

/** Reads n8n's connections as links; what links cannot say is kept beside them. `connections` has passed `checkWorkflow`. */
export function importConnections(
  connections: JsonObject,
  steps: readonly Step[],
  newId: () => string,
): ImportedConnections {
  const bearers = nameBearers(steps);
  const links: Link[] = [];
  const shapes: [string, JsonObject][] = [];
  const dangling: [string, JsonObject][] = [];
  for (const [name, outputs] of Object.entries(connections)) {
    if (!isJsonObject(outputs)) continue;
    const step = bearers.get(name);
    if (step === undefined) dangling.push([name, outputs]);
    else {
      const imported = importOutputs(step, outputs, bearers, newId);
      links.push(...imported.links);
      if (!isCanonical(imported.shape)) shapes.push([step.id, imported.shape as unknown as JsonObject]);
    }
  }
  return { links, shapes: Object.fromEntries(shapes), dangling: Object.fromEntries(dangling) };
}

function importOutputs(from: Step, outputs: JsonObject, bearers: ReadonlyMap<string, Step>, newId: () => string) {
  const links: Link[] = [];
  const shape = Object.entries(outputs).map(([type, list]): [string, ConnectionShape[string]] => {
    const entries = (list as (JsonObject[] | null)[]).map((targets, index) => {
      if (targets === null) return null;
      return targets.map((target): ShapeEntry => {
        const to = readTarget(target, bearers);
        const address = parsePort(portId({ type, index }));
        if (to === null || address === null) return { verbatim: target };
        const port = portAt(stepType(from).outputs(from), address);
        const link: Link = { id: newId(), from: { step: from.id, port }, to: to.end };
        links.push(link);
        return { link: link.id, ...(to.members !== undefined && { members: to.members }) };
      });
    });
    return [type, entries];
  });
  return { links, shape: Object.fromEntries(shape) };
}

/** A target that a link can say, with the members that it cannot; null for a step that is not there, or a form unknown to n8n. */
function readTarget(target: JsonObject, bearers: ReadonlyMap<string, Step>) {
  const { node, type, index, ...members } = target;
  const step = typeof node === 'string' ? bearers.get(node) : undefined;
  const address = typeof type === 'string' ? parsePort(`${type}/${describeIndex(index)}`) : null;
  if (step === undefined || address === null) return null;
  const end = { step: step.id, port: portAt(stepType(step).inputs(step), address) };
  return { end, members: Object.keys(members).length > 0 ? members : undefined };
}

function describeIndex(index: JsonValue | undefined): string {
  return typeof index === 'number' ? String(index) : '';
}

/** True when links alone would be compiled to the same form: full lists, the last one not empty, plain targets. */
function isCanonical(shape: ConnectionShape): boolean {
  const types = Object.values(shape);
  return (
    types.length > 0 &&
    types.every(
      (outputs) =>
        outputs.length > 0 &&
        (outputs.at(-1)?.length ?? 0) > 0 &&
        outputs.every(
          (entries) => entries?.every((entry) => 'link' in entry && sameJson(entry.members, undefined)) ?? false,
        ),
    )
  );
}
