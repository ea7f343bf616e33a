import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { dayIn, type JsonObject } from '../../engine/index.ts';
import { itemError, settingError } from './errors.ts';
import type { OutputPlan, ParamsResult, Run } from './item-result.ts';
import { recordResults } from './recording/record-results.ts';
import { isTool, toolItems } from './tool-items.ts';

/**
 * The one loop of all nodes: reads the settings once, lets `run` decide all items, records what was decided where the node
 * is set to that, and sends what became of every item through its output, paired with its source. A problem stops the
 * workflow, or, when *On Error* says so, travels with its item.
 */
export async function runNode<Params>(
  context: IExecuteFunctions,
  readParams: (context: IExecuteFunctions) => ParamsResult<Params> | Promise<ParamsResult<Params>>,
  run: Run<Params>,
): Promise<INodeExecutionData[][]> {
  const node = context.getNode();
  const tool = isTool(node);
  const items = tool ? toolItems(context) : context.getInputData();
  const params = await readParams(context);
  const plan: OutputPlan = tool ? { count: 1, onFailure: 0 } : params.outputs;
  const outputs: INodeExecutionData[][] = Array.from({ length: plan.count }, () => []);

  if (!params.ok) {
    const error = settingError(node, params.setting, params.issues);
    if (!context.continueOnFail()) throw error;
    // Thrown, n8n would pass the input on through the first output, as if it had been decided.
    outputs[plan.onFailure] = items.map((item, index) => failedItem(node, item, index, error.message));
    return outputs;
  }

  const today = dayIn(new Date(), context.getTimezone());
  const contents = items.map(jsonOf);
  const decided = run(contents, params.value, { stepName: node.name, today });
  const { recording = null } = params;
  const results = recording === null ? [...decided] : await recordResults(context, contents, decided, recording);
  for (const [index, result] of results.entries()) {
    const item = items[index] as INodeExecutionData;
    if (result.ok) {
      for (const { output, json, from = [] } of result.sent) {
        const pairedItem = from.length > 1 ? from.map((source) => ({ item: source })) : { item: index };
        outputs[tool ? 0 : output]?.push({ ...item, json: json as IDataObject, pairedItem });
      }
      continue;
    }
    const error = 'error' in result ? result.error : itemError(node, index, result.issues);
    if (!context.continueOnFail()) throw error;
    outputs[plan.onFailure]?.push(failedItem(node, item, index, error.message));
  }
  return outputs;
}

function jsonOf(item: INodeExecutionData): JsonObject {
  // n8n's IDataObject is wider in its types only: what travels between nodes has been through JSON.
  return item.json as JsonObject;
}

/**
 * A failed item goes on as it came, with its error beside its fields. For an error output n8n wants the error alone,
 * and adds the fields of the source itself.
 */
function failedItem(node: INode, item: INodeExecutionData, index: number, message: string): INodeExecutionData {
  const error: IDataObject = { error: message };
  const json = node.onError === 'continueErrorOutput' ? error : { ...item.json, ...error };
  return { ...item, json, pairedItem: { item: index } };
}
