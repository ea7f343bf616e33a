import type { JsonObject } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import type { Port } from '../step-type.ts';

/** What is known of the ports of n8n’s own nodes without asking n8n; links bring more ports where a node has them. */
interface OpaquePorts {
  inputs: Port[];
  outputs: Port[];
}

const one: Port[] = [{ id: 'main/0', label: '' }];

/** Connection types by the beginning of the name of the nodes that plug into an agent. @source n8n 2.40.7, @n8n/n8n-nodes-langchain */
const plugs: [prefix: string, connection: string, label: string][] = [
  ['lmChat', 'ai_languageModel', 'Model'],
  ['lm', 'ai_languageModel', 'Model'],
  ['memory', 'ai_memory', 'Memory'],
  ['tool', 'ai_tool', 'Tool'],
  ['outputParser', 'ai_outputParser', 'Parser'],
  ['embeddings', 'ai_embedding', 'Embedding'],
  ['document', 'ai_document', 'Document'],
  ['textSplitter', 'ai_textSplitter', 'Splitter'],
  ['retriever', 'ai_retriever', 'Retriever'],
];

const mainOutputs: Record<string, string[]> = {
  'n8n-nodes-base.if': ['True', 'False'],
  'n8n-nodes-base.filter': ['Kept', 'Discarded'],
  'n8n-nodes-base.splitInBatches': ['Done', 'Loop'],
  'n8n-nodes-base.compareDatasets': ['In A only', 'Same', 'Different', 'In B only'],
};

/** True for a node that starts a workflow and so takes no input. @source n8n 2.40.7: group `trigger` of n8n-nodes-base */
export function isTriggerType(type: unknown): boolean {
  if (typeof type !== 'string') return false;
  return /trigger$/i.test(type) || startNodes.has(type);
}

const startNodes = new Set([
  'n8n-nodes-base.webhook',
  'n8n-nodes-base.start',
  'n8n-nodes-base.cron',
  'n8n-nodes-base.interval',
  'n8n-nodes-base.emailReadImap',
]);

/** The ports that an unmodelled node is known to have. */
export function opaquePorts(node: JsonObject): OpaquePorts {
  const type = typeof node['type'] === 'string' ? node['type'] : '';
  if (type === 'n8n-nodes-base.stickyNote') return { inputs: [], outputs: [] };
  const plug = type.startsWith('@n8n/n8n-nodes-langchain.') ? plugOf(type.slice(type.indexOf('.') + 1)) : undefined;
  if (plug !== undefined) return { inputs: [], outputs: [{ id: `${plug[1]}/0`, label: plug[2] }] };
  return { inputs: isTriggerType(type) ? [] : inputsOf(type, node), outputs: outputsOf(type, node) };
}

function plugOf(name: string) {
  return plugs.find(([prefix]) => name.startsWith(prefix) && /^[A-Z]/.test(name.slice(prefix.length)));
}

function inputsOf(type: string, node: JsonObject): Port[] {
  if (type !== 'n8n-nodes-base.merge') return one;
  const parameters = isJsonObject(node['parameters']) ? node['parameters'] : {};
  const count =
    typeof parameters['numberInputs'] === 'number' ? Math.min(Math.max(parameters['numberInputs'], 2), 10) : 2;
  return numbered(Array.from({ length: count }, (_, index) => `Input ${index + 1}`));
}

function outputsOf(type: string, node: JsonObject): Port[] {
  const labels = Object.hasOwn(mainOutputs, type) ? (mainOutputs[type] ?? []) : null;
  const ports = labels === null ? one : numbered(labels);
  if (node['onError'] !== 'continueErrorOutput') return ports;
  return [...ports, { id: `main/${ports.length}`, label: 'Error' }];
}

function numbered(labels: string[]): Port[] {
  return labels.map((label, index) => ({ id: `main/${index}`, label }));
}
