import type {
  IExecuteFunctions,
  IHttpRequestOptions,
  INodeExecutionData,
  INodeProperties,
  INodeType,
  IRunData,
  IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import type { JsonObject, JsonValue, N8nWorkflow } from '../../../engine/index.ts';
import { AgentHandoff } from '../../../nodes/AgentHandoff/AgentHandoff.node.ts';
import { Branch } from '../../../nodes/Branch/Branch.node.ts';
import { DecisionLog } from '../../../nodes/DecisionLog/DecisionLog.node.ts';
import { DecisionTable } from '../../../nodes/DecisionTable/DecisionTable.node.ts';
import { IdentityResolution } from '../../../nodes/IdentityResolution/IdentityResolution.node.ts';
import { RiskClassification } from '../../../nodes/RiskClassification/RiskClassification.node.ts';
import { SentimentEscalation } from '../../../nodes/SentimentEscalation/SentimentEscalation.node.ts';
import {
  createRunExecutionData,
  lentByServer,
  nodeTypes,
  Workflow,
  WorkflowExecute,
} from '../../n8n-core/in-process.ts';

/** What n8n's own engine did with one customer. */
export interface N8nRun {
  /** Names of the nodes in the order in which they ran. */
  path: string[];
  /** The first answer that a Respond to Webhook node gave. */
  response: { status: number; body: JsonValue } | null;
  /** Message of what stopped the execution. */
  error: string | null;
  /** `steward.decisions` of every item that the last node was given. */
  decisions: JsonValue[];
}

/**
 * Runs a workflow on n8n's engine, in process: its order of execution, its expressions, the nodes of this package. The three
 * nodes of n8n itself that are needed beside them are stood in for: they do what n8n's do for the settings used here.
 * @param hub what the credential of every node leads to; requests go over n8n's own HTTP client
 */
export async function runOnN8n(
  workflow: N8nWorkflow,
  startNode: string,
  item: JsonObject,
  hub?: HubAddress,
): Promise<N8nRun> {
  const types: Record<string, INodeType> = {
    'n8n-nodes-steward.agentHandoff': new AgentHandoff(),
    'n8n-nodes-steward.branch': new Branch(),
    'n8n-nodes-steward.decisionLog': new DecisionLog(),
    'n8n-nodes-steward.decisionTable': new DecisionTable(),
    'n8n-nodes-steward.identityResolution': new IdentityResolution(),
    'n8n-nodes-steward.riskClassification': new RiskClassification(),
    'n8n-nodes-steward.sentimentEscalation': new SentimentEscalation(),
    'n8n-nodes-base.webhook': standIn('webhook', { inputs: [] }, async () => [
      [{ json: structuredClone(item) as INodeExecutionData['json'] }],
    ]),
    'n8n-nodes-base.noOp': standIn('noOp', {}, async (context) => [context.getInputData()]),
    'n8n-nodes-base.merge': standIn('merge', { inputs: ['main', 'main'], requiredInputs: 1 }, async (context) => [
      [...context.getInputData(0), ...context.getInputData(1)],
    ]),
    'n8n-nodes-base.respondToWebhook': respondToWebhook,
  };
  const built = new Workflow({
    id: 'test',
    nodes: structuredClone(workflow.nodes) as never,
    connections: structuredClone(workflow.connections) as never,
    active: false,
    nodeTypes: nodeTypes(types),
    settings: workflow['settings'] as never,
  });
  const run: N8nRun = { path: [], response: null, error: null, decisions: [] };
  const additional = listening((response) => (run.response ??= response));
  if (hub !== undefined) {
    additional.credentialsHelper = credentialsOf(hub);
    additional.executionId = String((executions += 1));
  }
  const start = built.getNode(startNode) ?? never(`no such node: ${startNode}`);
  const execution = new WorkflowExecute(additional, 'webhook', createRunExecutionData());
  const result = await execution.run({ workflow: built, startNode: start });
  const { runData, error } = result.data.resultData;
  run.path = inOrder(runData);
  run.error = error?.message ?? null;
  run.decisions = decisionsAtTheEnd(runData, run.path.at(-1));
  return run;
}

function never(message: string): never {
  throw new Error(message);
}

function inOrder(runData: IRunData): string[] {
  const runs = Object.entries(runData).flatMap(([name, tasks]) =>
    tasks.map((task) => ({ name, index: task.executionIndex })),
  );
  return runs.sort((left, right) => left.index - right.index).map(({ name }) => name);
}

function decisionsAtTheEnd(runData: IRunData, last: string | undefined): JsonValue[] {
  const outputs = runData[last ?? '']?.at(-1)?.data?.['main'] ?? [];
  return outputs
    .flatMap((items) => items ?? [])
    .map(({ json }) => (json as { steward?: JsonObject }).steward?.['decisions'] ?? []);
}

type Execute = (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

function standIn(name: string, more: object, execute: Execute, properties: INodeProperties[] = []): INodeType {
  return {
    description: {
      displayName: name,
      name,
      group: ['transform'],
      version: [1, 1.1, 1.4, 2, 2.1],
      description: 'Stands in for the node of n8n',
      defaults: { name },
      inputs: ['main'],
      outputs: ['main'],
      properties,
      ...more,
    },
    execute(this: IExecuteFunctions) {
      return execute(this);
    },
  };
}

/** @source n8n-nodes-base 2.40.7, RespondToWebhook.node.js: `json` and `firstIncomingItem` */
const respondToWebhook = standIn(
  'respondToWebhook',
  {},
  async (context) => {
    const { responseCode } = context.getNodeParameter('options', 0, {}) as { responseCode?: number };
    const isJson = context.getNodeParameter('respondWith', 0) === 'json';
    const body = isJson ? context.getNodeParameter('responseBody', 0) : context.getInputData()[0]?.json;
    await context.sendResponse({ body, headers: {}, statusCode: responseCode ?? 200 } as never);
    return [context.getInputData()];
  },
  [
    { displayName: 'Respond With', name: 'respondWith', type: 'string', default: 'firstIncomingItem' },
    { displayName: 'Response Body', name: 'responseBody', type: 'json', default: '' },
    { displayName: 'Options', name: 'options', type: 'json', default: {} },
  ],
);

/** Records of different executions are different ones. */
let executions = 0;

/** Where a hub is, and the key that it knows. */
export interface HubAddress {
  url: string;
  apiKey: string;
}

/** n8n's keeper of credentials, as far as requests ask it: the same credential for every node that names one. */
function credentialsOf(hub: HubAddress): IWorkflowExecuteAdditionalData['credentialsHelper'] {
  const lent = {
    getParentTypes: () => [],
    isCredentialUsableByNode: () => true,
    getDecrypted: async () => ({ ...hub }),
    preAuthentication: async () => undefined,
    authenticate: async (_: unknown, __: unknown, options: IHttpRequestOptions) => ({
      ...options,
      headers: { ...options.headers, Authorization: `Bearer ${hub.apiKey}` },
    }),
  };
  return lent as unknown as IWorkflowExecuteAdditionalData['credentialsHelper'];
}

/** What n8n's server would lend to an execution, telling of each answer that a node gives. */
function listening(answer: (response: NonNullable<N8nRun['response']>) => void) {
  const lent = lentByServer('webhook');
  lent.hooks.addHandler('sendResponse', (response) => {
    const { body, statusCode } = response as unknown as { body: JsonValue; statusCode: number };
    // What the caller gets has been through JSON.
    answer({ status: statusCode, body: JSON.parse(JSON.stringify(body)) as JsonValue });
  });
  return lent;
}
