import type { INodeExecutionData } from 'n8n-workflow';
import type { JsonObject, QueuedRecord } from '../../engine/index.ts';
import { Branch } from '../../nodes/Branch/Branch.node.ts';
import { DecisionTable } from '../../nodes/DecisionTable/DecisionTable.node.ts';
import { RiskClassification } from '../../nodes/RiskClassification/RiskClassification.node.ts';
import { fakeContext, type FakeExecution } from './fake-context.ts';

/** The nodes that decide by rules of their own, set up as simply as they can be. */
export const decidingNodes = {
  Branch: new Branch(),
  DecisionTable: new DecisionTable(),
  RiskClassification: new RiskClassification(),
};

const recorded = { record: 'hub', subjectField: 'customer.id' };
const settings = {
  Branch: { field: 'amount', valueType: 'number', cases: { values: [{ label: 'Large', test: '>= 1000' }] } },
  DecisionTable: {},
  RiskClassification: { rules: 'table' },
};

export type NodeName = keyof typeof decidingNodes;
type More = Partial<FakeExecution>;

/** An item of a customer with an amount, and with a field that nothing reads. */
export function customer(id: number, amount: unknown = id): INodeExecutionData {
  return { json: { amount, customer: { id, tier: 'gold' }, secret: 'not read' } as INodeExecutionData['json'] };
}

/** What leaves the node, by output, when it records in a hub. */
export async function runRecording(
  name: NodeName,
  items: INodeExecutionData[],
  more: More = {},
): Promise<INodeExecutionData[][]> {
  const { description, execute } = decidingNodes[name];
  const parameters = { ...settings[name], ...recorded, ...more.parameters };
  return execute.call(fakeContext({ description, items, ...more, parameters }));
}

/** What Steward has written into an item. */
export function stewardOf(item: INodeExecutionData | undefined) {
  return item?.json['steward'] as {
    decisions: JsonObject[];
    unrecorded?: boolean;
    queue?: QueuedRecord[];
  };
}
