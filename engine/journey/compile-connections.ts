import { errorIssue, type Issue, type Result } from '../issue.ts';
import type { JsonObject } from '../json.ts';
import type { Journey, Link, Step } from './model.ts';
import type { N8nConnection, N8nOutputs } from './n8n-workflow.ts';
import { addressOf, type PortAddress } from './ports.ts';
import { connectionShapeOf, type ConnectionShape } from './residue.ts';
import { stepType } from './steps/registry.ts';

/** A link, ready to be written: where it leaves and what n8n calls its target. */
interface Target {
  link: string;
  from: PortAddress;
  connection: N8nConnection;
}

/**
 * Compiles links to n8n's `connections`. Outputs without a link are empty lists; where the imported workflow wrote the same
 * in another way (null, trailing empty lists, targets that do not exist), its way is kept.
 */
export function compileConnections(journey: Journey): Result<Record<string, N8nOutputs>> {
  const bearers = nameBearers(journey.steps);
  const steps = new Map(journey.steps.map((step) => [step.id, step]));
  const issues: Issue[] = [];
  const targets = new Map<string, Target[]>();
  for (const [index, link] of journey.links.entries()) {
    const target = compileLink(link, index, steps, bearers);
    if (!target.ok) issues.push(...target.issues);
    else append(targets, link.from.step, target.value);
  }
  const entries = journey.steps.flatMap((step): [string, N8nOutputs][] => {
    const shape = connectionShapeOf(journey.workflow.connections, step.id);
    const outputs = writeOutputs(targets.get(step.id) ?? [], shape);
    return outputs === undefined ? [] : [[step.name, outputs]];
  });
  const dangling = Object.entries(journey.workflow.danglingConnections ?? {}).filter(([name]) => !bearers.has(name));
  if (issues.length > 0) return { ok: false, issues };
  // `fromEntries`, because a step may be called `__proto__`.
  return { ok: true, value: Object.fromEntries([...entries, ...(dangling as [string, N8nOutputs][])]) };
}

/** The step that n8n means by a name: the last of those that bear it. */
export function nameBearers(steps: readonly Step[]): Map<string, Step> {
  return new Map(steps.map((step) => [step.name, step]));
}

function compileLink(
  link: Link,
  index: number,
  steps: ReadonlyMap<string, Step>,
  bearers: ReadonlyMap<string, Step>,
): Result<Target> {
  const path = ['links', index];
  const from = steps.get(link.from.step);
  const to = steps.get(link.to.step);
  if (from === undefined || to === undefined) {
    const missing = from === undefined ? link.from.step : link.to.step;
    return { ok: false, issues: [errorIssue('link_step_missing', path, { link: link.id, missing })] };
  }
  const ambiguous = [from, to].find((step) => bearers.get(step.name) !== step);
  if (ambiguous !== undefined) {
    const params = { link: link.id, step: ambiguous.id, name: ambiguous.name };
    return { ok: false, issues: [errorIssue('ambiguous_step_name', path, params)] };
  }
  const output = addressOf(stepType(from).outputs(from), link.from.port);
  const input = addressOf(stepType(to).inputs(to), link.to.port);
  if (output === null || input === null) {
    const [step, port] = output === null ? [from, link.from.port] : [to, link.to.port];
    const params = { link: link.id, step: step.id, name: step.name, port };
    return { ok: false, issues: [errorIssue('link_port_missing', path, params)] };
  }
  const connection = { node: to.name, type: input.type, index: input.index };
  return { ok: true, value: { link: link.id, from: output, connection } };
}

function writeOutputs(targets: readonly Target[], shape: ConnectionShape | undefined): N8nOutputs | undefined {
  if (shape === undefined && targets.length === 0) return undefined;
  const outputs = new Map<string, (N8nConnection[] | null)[]>();
  const placed = new Set<Target>();
  for (const [type, shaped] of Object.entries(shape ?? {})) {
    outputs.set(
      type,
      shaped.map((entries, index) => {
        if (entries === null) return null;
        return entries.flatMap((entry): N8nConnection[] => {
          if ('verbatim' in entry) return [entry.verbatim as N8nConnection];
          const target = targets.find(
            ({ link, from }) => link === entry.link && from.type === type && from.index === index,
          );
          if (target === undefined || placed.has(target)) return [];
          placed.add(target);
          return [withMembers(target.connection, entry.members)];
        });
      }),
    );
  }
  for (const target of targets) if (!placed.has(target)) place(outputs, target);
  return Object.fromEntries(outputs);
}

function withMembers(connection: N8nConnection, members: JsonObject | undefined): N8nConnection {
  return members === undefined ? connection : { ...members, ...connection };
}

function place(outputs: Map<string, (N8nConnection[] | null)[]>, { from, connection }: Target): void {
  const list = outputs.get(from.type) ?? [];
  outputs.set(from.type, list);
  while (list.length <= from.index) list.push([]);
  list[from.index] = [...(list[from.index] ?? []), connection];
}

function append(lists: Map<string, Target[]>, key: string, target: Target): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [target]);
  else list.push(target);
}
