import type { IExecuteFunctions, INode, INodeExecutionData, INodeTypeDescription } from 'n8n-workflow';

/** What a fake execution lends to a node. */
export interface FakeExecution {
  description: INodeTypeDescription;
  parameters: INode['parameters'];
  items: INodeExecutionData[];
  continueOnFail?: boolean;
}

/** Just enough of n8n to run a node; a node that asks for more fails its test. Settings left out have their defaults. */
export function fakeContext(execution: FakeExecution): IExecuteFunctions {
  const { description, parameters, items } = execution;
  const node: INode = {
    id: 'fake',
    name: description.displayName,
    type: `n8n-nodes-steward.${description.name}`,
    typeVersion: 1,
    position: [0, 0],
    parameters,
  };
  const lent = {
    getNode: () => node,
    getInputData: () => items,
    getTimezone: () => 'Europe/Lisbon',
    continueOnFail: () => execution.continueOnFail ?? false,
    getNodeParameter: (name: string, _item: number, fallback?: unknown) => {
      if (Object.hasOwn(parameters, name)) return parameters[name];
      const property = description.properties.find((candidate) => candidate.name === name);
      return property?.default ?? fallback;
    },
  };
  return lent as unknown as IExecuteFunctions;
}
