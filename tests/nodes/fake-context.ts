import type {
  IExecuteFunctions,
  IHttpRequestOptions,
  INode,
  INodeExecutionData,
  INodeTypeDescription,
} from 'n8n-workflow';
import type { FakeHub } from './fake-hub.ts';

/** What a fake execution lends to a node. */
export interface FakeExecution {
  description: INodeTypeDescription;
  parameters: INode['parameters'];
  items: INodeExecutionData[];
  continueOnFail?: boolean;
  onError?: NonNullable<INode['onError']>;
  /** The hub of the node's credential; without one the node has no credential. */
  hub?: Pick<FakeHub, 'address' | 'key' | 'answer'>;
  /** As an AI agent calls the node. */
  asTool?: boolean;
  /** How often the node has run in the execution before. @default 0 */
  runIndex?: number;
  /** @default 'execution-1' */
  executionId?: string;
}

/** Just enough of n8n to run a node; a node that asks for more fails its test. Settings left out have their defaults. */
export function fakeContext(execution: FakeExecution): IExecuteFunctions {
  const { description, parameters, items } = execution;
  const node: INode = {
    id: 'fake',
    name: description.displayName,
    type: `n8n-nodes-steward.${description.name}${execution.asTool === true ? 'Tool' : ''}`,
    typeVersion: 1,
    position: [0, 0],
    parameters,
    ...(execution.onError && { onError: execution.onError }),
  };
  const { hub } = execution;
  const lent = {
    getNode: () => node,
    getInputData: () => items,
    getTimezone: () => 'Europe/Lisbon',
    continueOnFail: () => execution.continueOnFail ?? execution.onError?.startsWith('continue') ?? false,
    getInstanceId: () => 'instance-1',
    getWorkflow: () => ({ id: 'workflow-1', name: 'Refunds', active: true }),
    getExecutionId: () => execution.executionId ?? 'execution-1',
    getWorkflowDataProxy: () => ({ $runIndex: execution.runIndex ?? 0 }),
    getCredentials: async () => {
      if (hub === undefined) throw new Error('Node does not have any credentials set');
      return { url: `${hub.address}/`, apiKey: hub.key };
    },
    helpers: {
      httpRequestWithAuthentication: async (credential: string, options: IHttpRequestOptions) => {
        if (hub === undefined || credential !== 'stewardHubApi') throw new Error(`no credential ${credential}`);
        return hub.answer(options);
      },
    },
    getNodeParameter: (name: string, _item: number, fallback?: unknown) => {
      if (Object.hasOwn(parameters, name)) return parameters[name];
      const property = description.properties.find((candidate) => candidate.name === name);
      return property?.default ?? fallback;
    },
  };
  return lent as unknown as IExecuteFunctions;
}
