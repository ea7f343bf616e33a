import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
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

/** Labels of the outputs of nodes that have several. @source n8n 2.40.7, n8n-nodes-base */
const mainOutputs = new Map([
  ['n8n-nodes-base.if', ['True', 'False']],
  ['n8n-nodes-base.splitInBatches', ['Done', 'Loop']],
  ['n8n-nodes-base.compareDatasets', ['In A only', 'Same', 'Different', 'In B only']],
]);

const langchain = '@n8n/n8n-nodes-langchain.';

/** What can be plugged into nodes of AI. @source n8n 2.40.7, @n8n/n8n-nodes-langchain */
const hosts = new Map([
  ['agent', ['ai_languageModel', 'ai_memory', 'ai_tool', 'ai_outputParser']],
  ['chainLlm', ['ai_languageModel', 'ai_outputParser']],
  ['chainSummarization', ['ai_languageModel', 'ai_document', 'ai_textSplitter']],
  ['chainRetrievalQa', ['ai_languageModel', 'ai_retriever']],
  ['informationExtractor', ['ai_languageModel']],
  ['textClassifier', ['ai_languageModel']],
  ['sentimentAnalysis', ['ai_languageModel']],
]);

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
  const plug = type.startsWith(langchain) ? plugOf(type.slice(langchain.length)) : undefined;
  if (plug !== undefined) return { inputs: [], outputs: [{ id: `${plug[1]}/0`, label: plug[2] }] };
  return { inputs: isTriggerType(type) ? [] : inputsOf(type, node), outputs: outputsOf(type, node) };
}

function plugOf(name: string) {
  return plugs.find(([prefix]) => name.startsWith(prefix) && /^[A-Z]/.test(name.slice(prefix.length)));
}

function inputsOf(type: string, node: JsonObject): Port[] {
  const sockets = type.startsWith(langchain) ? (hosts.get(type.slice(langchain.length)) ?? []) : [];
  if (sockets.length > 0)
    return [
      ...one,
      ...plugs
        .filter(([, connection]) => sockets.includes(connection))
        .map(socket)
        .filter(isFirst),
    ];
  if (type === 'n8n-nodes-base.compareDatasets') return numbered(['A', 'B']);
  if (type !== 'n8n-nodes-base.merge') return one;
  const wanted = parametersOf(node)['numberInputs'];
  const count = typeof wanted === 'number' ? Math.min(Math.max(Math.floor(wanted), 2), 10) : 2;
  return numbered(Array.from({ length: count }, (_, index) => `Input ${index + 1}`));
}

function outputsOf(type: string, node: JsonObject): Port[] {
  const ports = type === 'n8n-nodes-base.switch' ? switchOutputs(node) : numbered(mainOutputs.get(type) ?? ['']);
  if (node['onError'] !== 'continueErrorOutput') return ports;
  return [...ports, { id: `main/${ports.length}`, label: 'Error' }];
}

/** @source n8n-nodes-base 2.40.7, SwitchV3.node.js and SwitchV1.node.js: configuredOutputs */
function switchOutputs(node: JsonObject): Port[] {
  const { mode, numberOutputs, rules, options } = parametersOf(node);
  if (typeof node['typeVersion'] !== 'number' || node['typeVersion'] < 3) return numbered(['0', '1', '2', '3']);
  if (mode === 'expression') {
    const count = typeof numberOutputs === 'number' ? Math.min(Math.max(Math.floor(numberOutputs), 1), 50) : 4;
    return numbered(Array.from({ length: count }, (_, index) => String(index)));
  }
  const values = isJsonObject(rules) && Array.isArray(rules['values']) ? rules['values'] : [];
  const labels = values.map((rule, index) => textOr(isJsonObject(rule) ? rule['outputKey'] : '', String(index)));
  const { fallbackOutput, renameFallbackOutput } = isJsonObject(options) ? options : {};
  return numbered(fallbackOutput === 'extra' ? [...labels, textOr(renameFallbackOutput, 'Fallback')] : labels);
}

function parametersOf(node: JsonObject): JsonObject {
  return isJsonObject(node['parameters']) ? node['parameters'] : {};
}

function textOr(value: JsonValue | undefined, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

function socket([, connection, label]: (typeof plugs)[number]): Port {
  return { id: `${connection}/0`, label };
}

function isFirst(port: Port, index: number, ports: Port[]): boolean {
  return ports.findIndex((other) => other.id === port.id) === index;
}

function numbered(labels: string[]): Port[] {
  return labels.map((label, index) => ({ id: `main/${index}`, label }));
}
