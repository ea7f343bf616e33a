import type { IConnections, INode, INodeExecutionData, INodeType, IRun, ITaskData } from 'n8n-workflow';
import {
  createRunExecutionData,
  lentByServer,
  NodeHelpers,
  nodeTypes,
  Workflow,
  WorkflowExecute,
} from '../n8n-core/in-process.ts';

/** A node under test: its type, its settings, and what n8n keeps beside them. */
export interface NodeUnderTest {
  type: INodeType;
  parameters: INode['parameters'];
  name?: string;
  /** What n8n does when the node fails; n8n's own default is to stop. */
  onError?: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
  /** As an AI agent calls it: n8n gives the node a type of its own then. */
  asTool?: boolean;
}

/** What a run on n8n's engine came to. */
export interface EngineRun {
  run: IRun;
  /** Everything that n8n recorded of the node under test. */
  task: ITaskData;
  /** Items by output; n8n keeps an empty list for an output that got none. */
  outputs: INodeExecutionData[][];
}

const packageName = 'n8n-nodes-steward';

/**
 * Runs one node on n8n's own engine, in process: a start node that hands over the items, then the node under test.
 */
export async function runOnEngine(node: NodeUnderTest, items: INodeExecutionData[]): Promise<EngineRun> {
  const workflow = workflowOf(node, items);
  const execution = new WorkflowExecute(lentByServer('trigger'), 'trigger', createRunExecutionData());
  const start = workflow.getNode('Start');
  if (!start) throw new Error('the workflow has lost its start node');
  const run = await execution.run({ workflow, startNode: start });
  const task = run.data.resultData.runData[node.name ?? 'Under test']?.[0];
  if (!task) throw new Error(`the node did not run: ${run.data.resultData.error?.message ?? 'no error was recorded'}`);
  return { run, task, outputs: (task.data?.['main'] ?? []).map((output) => output ?? []) };
}

/** The outputs of the node as n8n's editor and engine see them, dynamic ones and the error output included. */
export function outputsOf(node: NodeUnderTest): { displayName: string | undefined; type: string }[] {
  const workflow = workflowOf(node, []);
  const inWorkflow = workflow.getNode(node.name ?? 'Under test');
  if (!inWorkflow) throw new Error('the workflow has lost its node');
  return NodeHelpers.getNodeOutputs(workflow, inWorkflow, node.type.description).map((output, index) =>
    typeof output === 'string'
      ? { type: output, displayName: node.type.description.outputNames?.[index] }
      : { type: output.type, displayName: output.displayName },
  );
}

/** The line that n8n's editor shows under the node's name. */
export function subtitleOf(node: NodeUnderTest): unknown {
  const workflow = workflowOf(node, []);
  const inWorkflow = workflow.getNode(node.name ?? 'Under test');
  if (!inWorkflow) throw new Error('the workflow has lost its node');
  return workflow.expression.getSimpleParameterValue(inWorkflow, node.type.description.subtitle, 'internal', {});
}

function workflowOf(node: NodeUnderTest, items: INodeExecutionData[]) {
  const typeName = `${packageName}.${node.type.description.name}${node.asTool ? 'Tool' : ''}`;
  const underTest: INode = {
    id: '2',
    name: node.name ?? 'Under test',
    type: typeName,
    typeVersion: 1,
    position: [200, 0],
    parameters: node.parameters,
    ...(node.onError ? { onError: node.onError } : {}),
  };
  const type = node.asTool ? asTool(node.type) : node.type;
  const types: Record<string, INodeType> = { 'test.start': startType(items), [typeName]: type };
  const connections: IConnections = { Start: { main: [[{ node: underTest.name, type: 'main', index: 0 }]] } };
  return new Workflow({
    id: 'test',
    nodes: [
      { id: '1', name: 'Start', type: 'test.start', typeVersion: 1, position: [0, 0], parameters: {} },
      underTest,
    ],
    connections,
    active: false,
    nodeTypes: nodeTypes(types),
    settings: { executionOrder: 'v1' },
  });
}

/** What n8n makes of a node for agents: the same work, another name; the description is read, never written. */
function asTool(type: INodeType): INodeType {
  const tool = Object.create(type) as INodeType;
  tool.description = { ...type.description, name: `${type.description.name}Tool` };
  return tool;
}

function startType(items: INodeExecutionData[]): INodeType {
  return {
    description: {
      displayName: 'Start',
      name: 'start',
      group: ['trigger'],
      version: 1,
      description: 'Hands over the items of a test',
      defaults: { name: 'Start' },
      inputs: [],
      outputs: ['main'],
      properties: [],
    },
    execute: async () => [items],
  };
}
