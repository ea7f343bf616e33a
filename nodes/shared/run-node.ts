import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { JsonObject } from '../../engine/index.ts';
import { itemError, settingError } from './errors.ts';
import type { ItemResult, OutputPlan, ParamsResult, Run } from './item-result.ts';
import { isTool, toolItems } from './tool-items.ts';

/**
 * The one loop of all nodes: reads the settings once, lets `run` decide all items, and sends every item through its
 * output, paired with its source. A problem stops the workflow, or, when *On Error* says so, travels with its item.
 */
export function runNode<Params>(
  context: IExecuteFunctions,
  readParams: (context: IExecuteFunctions) => ParamsResult<Params>,
  run: Run<Params>,
): INodeExecutionData[][] {
  const node = context.getNode();
  const tool = isTool(node);
  const items = tool ? toolItems(context) : context.getInputData();
  const params = readParams(context);
  const outputs: OutputPlan = tool ? { count: 1, onFailure: 0 } : params.outputs;
  if (!params.ok) {
    const error = settingError(node, params.setting, params.issues);
    if (!context.continueOnFail()) throw error;
    return send(items, outputs, (item, index) => failed(item, index, error, outputs));
  }
  const results = run(items.map(jsonOf), params.value, { stepName: node.name });
  return send(items, outputs, (item, index) => {
    const result = resultAt(results, index);
    if (result.ok) return { item: passed(item, index, result.json), output: tool ? 0 : result.output };
    const error = itemError(node, index, result.issues);
    if (!context.continueOnFail()) throw error;
    return failed(item, index, error, outputs);
  });
}

interface Sent {
  item: INodeExecutionData;
  output: number;
}

function send(
  items: INodeExecutionData[],
  plan: OutputPlan,
  route: (item: INodeExecutionData, index: number) => Sent,
): INodeExecutionData[][] {
  const outputs: INodeExecutionData[][] = Array.from({ length: plan.count }, () => []);
  for (const [index, item] of items.entries()) {
    const sent = route(item, index);
    outputs[sent.output]?.push(sent.item);
  }
  return outputs;
}

function jsonOf(item: INodeExecutionData): JsonObject {
  // n8n's IDataObject is wider in its types only: what travels between nodes has been through JSON.
  return item.json as JsonObject;
}

function resultAt(results: ItemResult[], index: number): ItemResult {
  return results[index] ?? { ok: false, issues: [] };
}

function passed(item: INodeExecutionData, index: number, json: JsonObject): INodeExecutionData {
  return { ...item, json: json as INodeExecutionData['json'], pairedItem: { item: index } };
}

function failed(item: INodeExecutionData, index: number, error: ReturnType<typeof itemError>, plan: OutputPlan): Sent {
  const json = { ...item.json, error: error.message };
  return { item: { ...item, json, error, pairedItem: { item: index } }, output: plan.onFailure };
}
