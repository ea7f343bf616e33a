import { createRequire } from 'node:module';
import type * as Core from 'n8n-core';
import type * as WorkflowLibrary from 'n8n-workflow';
import type { INodeType, INodeTypes, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

// n8n's own engine, in process. It runs as CommonJS, as in n8n itself: the ES modules do not load in Node.
// It reports failed nodes to its log; here the tests do.
process.env['N8N_LOG_LEVEL'] = 'silent';
const require = createRequire(import.meta.url);
export const { ExecutionLifecycleHooks, WorkflowExecute } = require('n8n-core') as typeof Core;
export const { Workflow, NodeHelpers, createRunExecutionData } = require('n8n-workflow') as typeof WorkflowLibrary;

/** The node types of a test, by the name that workflows use; any other is an error. */
export function nodeTypes(types: Record<string, INodeType>): INodeTypes {
  const byName = (name: string): INodeType => {
    const type = types[name];
    if (type === undefined) throw new Error(`no such node type in this test: ${name}`);
    return type;
  };
  return { getByName: byName, getByNameAndVersion: byName, getKnownTypes: () => ({}) };
}

const addresses = [
  'restApiUrl',
  'instanceBaseUrl',
  'formBaseUrl',
  'formWaitingBaseUrl',
  'formTestBaseUrl',
  'webhookBaseUrl',
  'webhookWaitingBaseUrl',
  'webhookTestBaseUrl',
];

/** What n8n's server would lend to an execution; a node that asked for more would fail its test. */
export function lentByServer(mode: 'trigger' | 'webhook'): IWorkflowExecuteAdditionalData & {
  hooks: Core.ExecutionLifecycleHooks;
} {
  const workflowData = {
    id: 'test',
    name: 'test',
    active: false,
    isArchived: false,
    activeVersionId: null,
    createdAt: new Date(0),
    updatedAt: new Date(0),
    nodes: [],
    connections: {},
  };
  const lent = {
    hooks: new ExecutionLifecycleHooks(mode, 'test', workflowData),
    executionId: 'test',
    currentNodeExecutionIndex: 0,
    ...Object.fromEntries(addresses.map((name) => [name, `http://n8n.example.com/${name}`])),
    variables: {},
    logAiEvent: () => undefined,
  };
  return lent as unknown as ReturnType<typeof lentByServer>;
}
