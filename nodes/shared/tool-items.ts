import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { isJsonObject } from '../../engine/index.ts';

/** True when an AI agent calls the node: n8n gives the tool a node type of its own, with this ending and one output. */
export function isTool(node: INode): boolean {
  return node.type.endsWith('Tool');
}

/** The items of a tool call: the facts that the agent gave, or what came in when it gave none. */
export function toolItems(context: IExecuteFunctions): INodeExecutionData[] {
  return context.getInputData().map((item, index) => {
    const facts = parsed(context.getNodeParameter('facts', index, ''));
    return isJsonObject(facts) ? { ...item, json: facts as IDataObject } : item;
  });
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
