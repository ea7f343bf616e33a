import { existsSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import type { IDataObject, INode, INodeExecutionData, INodeType } from 'n8n-workflow';
import { fakeContext } from '../fake-context.ts';
import { FakeHub } from '../fake-hub.ts';
import { jsonOf, textOf } from './folder.ts';
import type { NodeFolder } from './folder.ts';

/** Settings and items that show what a node does, in `tests/nodes/samples/<Node>.json`. */
export interface Sample {
  /** What differs from the defaults. */
  parameters: INode['parameters'];
  item: IDataObject;
  /** An item that the node has to refuse. */
  failingItem: IDataObject;
}

/** Success and failure through a fake context, and the output schema held against what came out. */
export async function behaviourProblems(folder: NodeFolder, node: INodeType): Promise<string[]> {
  const sample = readSample(folder);
  if (sample === null) return [`tests/nodes/samples/${folder.name}.json is missing`];
  return [...(await successProblems(folder, node, sample)), ...(await failureProblems(node, sample))];
}

/** The sample of a node; null when there is none. */
export function readSample(folder: NodeFolder): Sample | null {
  const file = path.join(folder.root, 'tests/nodes/samples', `${folder.name}.json`);
  return existsSync(file) ? jsonOf<Sample>(file) : null;
}

async function execute(node: INodeType, sample: Sample, contents: IDataObject[], continueOnFail: boolean) {
  const items = contents.map((json): INodeExecutionData => ({ json: structuredClone(json) }));
  const { description } = node;
  const context = fakeContext({
    description,
    parameters: sample.parameters,
    items,
    continueOnFail,
    hub: new FakeHub(),
  });
  return (await node.execute?.call(context)) as INodeExecutionData[][];
}

async function successProblems(folder: NodeFolder, node: INodeType, sample: Sample): Promise<string[]> {
  const outputs = await execute(node, sample, [sample.item, sample.item], false);
  const sent = outputs.flat();
  const pairs = sent.map((item) => (item.pairedItem as { item?: number } | undefined)?.item).sort();
  return [
    ...(pairs.join() === '0,1' ? [] : [`two items came out paired with ${pairs.join() || 'nothing'}`]),
    ...schemaProblems(folder, sent),
    ...sent.flatMap((item) =>
      Object.keys(sample.item).every((key) => key in item.json) ? [] : ['fields of the item are lost on the way'],
    ),
  ];
}

/** Where items differ from what the node says that it gives. */
export function schemaProblems(folder: NodeFolder, sent: INodeExecutionData[]): string[] {
  const text = textOf(folder, '__schema__/v1.0.0/output.json');
  if (text === '') return [];
  const schema = JSON.parse(text) as { version?: number; required?: string[] };
  // "version" is n8n's own word for the schema's revision.
  const validate = new Ajv({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    keywords: ['version'],
  }).compile(schema);
  return [
    ...(schema.required?.length ? [] : ['the output schema requires nothing']),
    ...sent.flatMap((item) =>
      validate(item.json) ? [] : [`the output schema says otherwise: ${JSON.stringify(validate.errors)}`],
    ),
  ];
}

async function failureProblems(node: INodeType, sample: Sample): Promise<string[]> {
  const contents = [sample.item, sample.failingItem];
  const thrown = await execute(node, sample, contents, false).then(
    () => undefined,
    (error: unknown) => error as Error & { context?: { itemIndex?: number }; description?: string },
  );
  const outputs = await execute(node, sample, contents, true);
  const failed = outputs.flat().filter((item) => item.json['error'] !== undefined);
  const [first] = failed;
  return [
    ...(thrown?.name === 'NodeOperationError' ? [] : [`a bad item ends in ${thrown?.name ?? 'no error'}`]),
    ...(thrown === undefined || thrown.context?.itemIndex === 1
      ? []
      : ['the error does not say which item it is about']),
    ...(thrown === undefined || thrown.description ? [] : ['the error does not say what to do']),
    ...(failed.length === 1 && outputs.flat().length === 2
      ? []
      : ['with Continue On Fail not every item goes on, or not with its error']),
    ...(first === undefined || (first.pairedItem as { item: number }).item === 1
      ? []
      : ['a failed item is not paired with its source']),
  ];
}
