import {
  isJsonObject,
  type Journey,
  type JsonObject,
  type N8nWorkflow,
  type Result,
} from '../../../../engine/index.ts';

/**
 * The chosen steps as n8n's clipboard holds nodes: plain text, JSON with two spaces. Credentials stay behind: their ids
 * mean something in one n8n only, and who pastes elsewhere must not learn them.
 */
export function clipboardText(
  journey: Journey,
  steps: readonly string[],
  compile: (journey: Journey) => Result<N8nWorkflow>,
): string {
  const chosen = new Set(steps);
  const part: Journey = {
    ...journey,
    steps: journey.steps.filter((step) => chosen.has(step.id)),
    links: journey.links.filter((link) => chosen.has(link.from.step) && chosen.has(link.to.step)),
    workflow: { members: {} },
  };
  const compiled = compile(part);
  if (!compiled.ok) return '';
  const nodes = compiled.value.nodes.map((node) => {
    const { credentials: _, ...rest } = node;
    return rest;
  });
  return JSON.stringify({ nodes, connections: compiled.value.connections, pinData: {} }, null, 2);
}

/** What is on the clipboard, as a workflow to paste: a whole one, a piece of one, or a list of nodes. */
export function readClipboard(text: string): { ok: true; workflow: JsonObject } | { ok: false; message: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      ok: false,
      message: 'The clipboard holds text that is no workflow. Copy steps here, or nodes in n8n, first.',
    };
  }
  const workflow = Array.isArray(value) ? { nodes: value, connections: {} } : value;
  if (!isJsonObject(workflow) || !Array.isArray(workflow.nodes)) {
    return { ok: false, message: 'The clipboard holds JSON without nodes. Copy steps here, or nodes in n8n, first.' };
  }
  // Data pinned to nodes and the other n8n's identity do not belong to the steps.
  const nodes = workflow.nodes.map((node) => {
    if (!isJsonObject(node)) return node;
    const { credentials: _, ...rest } = node;
    return rest;
  });
  return { ok: true, workflow: { nodes, connections: workflow.connections ?? {} } };
}
