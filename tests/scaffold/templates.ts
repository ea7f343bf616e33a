/** The names of a new node, in every spelling that its files need. */
export interface NewNode {
  /** `ConsentCheck` */
  className: string;
  /** `consentCheck` */
  nodeName: string;
  /** `Consent Check` */
  displayName: string;
  /** `consent-check` */
  kebabName: string;
}

/** Files of a node that does one small thing: it notes under `steward` that it has seen the item. */
export function filesOf(node: NewNode): Record<string, string> {
  const folder = `nodes/${node.className}`;
  return {
    [`${folder}/${node.className}.node.ts`]: nodeFile(node),
    [`${folder}/${node.className}.node.json`]: codexFile(node),
    [`${folder}/properties.ts`]: propertiesFile(node),
    [`${folder}/params.ts`]: paramsFile(node),
    [`${folder}/run.ts`]: runFile(node),
    [`${folder}/${node.nodeName}.svg`]: icon(node, '#6b3fb3', '#eee6fa'),
    [`${folder}/${node.nodeName}.dark.svg`]: icon(node, '#bd9df2', '#2a1d43'),
    [`${folder}/__schema__/v1.0.0/output.json`]: schemaFile(node),
    [`tests/nodes/samples/${node.className}.json`]: sampleFile(),
    [`docs/nodes/${node.kebabName}.md`]: docsFile(node),
  };
}

const docsUrl = (node: NewNode) =>
  `https://github.com/steward-journeys/n8n-nodes-steward/blob/main/docs/nodes/${node.kebabName}.md`;

function nodeFile({ className, nodeName, displayName }: NewNode): string {
  return `import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { runNode } from '../shared/run-node.ts';
import { readParams } from './params.ts';
import { properties } from './properties.ts';
import { run } from './run.ts';

export class ${className} implements INodeType {
  description: INodeTypeDescription = {
    displayName: '${displayName}',
    name: '${nodeName}',
    icon: { light: 'file:${nodeName}.svg', dark: 'file:${nodeName}.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ "by " + $parameter["field"] }}',
    description: 'Notes in each item what it found in one of its fields',
    defaults: { name: '${displayName}' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    properties,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runNode(this, readParams, run);
  }
}
`;
}

function codexFile(node: NewNode): string {
  return json({
    node: `n8n-nodes-steward.${node.nodeName}`,
    nodeVersion: '1.0',
    codexVersion: '1.0',
    categories: ['Core Nodes', 'Utility'],
    subcategories: { 'Core Nodes': ['Flow'] },
    alias: ['Governance', 'Steward'],
    resources: { primaryDocumentation: [{ url: docsUrl(node) }] },
  });
}

function propertiesFile(node: NewNode): string {
  return `import type { INodeProperties } from 'n8n-workflow';
import { toolFacts } from '../shared/fields.ts';

export const properties: INodeProperties[] = [
  {
    displayName:
      'Notes what it found under <code>steward.${node.nodeName}</code>. <a href="${docsUrl(node)}" target="_blank">How it works</a>',
    name: 'notice',
    type: 'notice',
    default: '',
  },
  toolFacts,
  {
    displayName: 'Field',
    name: 'field',
    type: 'string',
    default: 'id',
    required: true,
    placeholder: 'e.g. body.order.number',
    requiresDataPath: 'single',
    description: 'Path of the value, from the top of the item, with dots between names',
  },
];
`;
}

function paramsFile({ className }: NewNode): string {
  return `import type { IExecuteFunctions } from 'n8n-workflow';
import { errorIssue } from '../../engine/index.ts';
import { expressionIssues } from '../shared/field-setting.ts';
import type { ParamsResult } from '../shared/item-result.ts';

/** What the node was set to. */
export interface ${className}Params {
  field: string;
}

const outputs = { count: 1, onFailure: 0 };

/** Reads the settings, once per execution. */
export function readParams(context: IExecuteFunctions): ParamsResult<${className}Params> {
  const issues = expressionIssues(context, 'field');
  if (issues.length > 0) return { ok: false, outputs, setting: 'Field', issues };
  const field = String(context.getNodeParameter('field', 0, 'id')).trim();
  if (field !== '') return { ok: true, outputs, value: { field } };
  return { ok: false, outputs, setting: 'Field', issues: [errorIssue('invalid_field_path', ['field'], { field })] };
}
`;
}

function runFile({ className, nodeName }: NewNode): string {
  return `import { errorIssue, isJsonObject, readPath, reservedKey } from '../../engine/index.ts';
import type { JsonObject } from '../../engine/index.ts';
import type { ItemResult, RunPorts } from '../shared/item-result.ts';
import type { ${className}Params } from './params.ts';

/** Notes in every item what stands in the field. */
export function run(items: JsonObject[], params: ${className}Params, ports: RunPorts): ItemResult[] {
  return items.map((item) => {
    const found = readPath(item, params.field) ?? null;
    if (found === null) return { ok: false, issues: [errorIssue('no_data_at_field', [], { field: params.field })] };
    const steward = isJsonObject(item[reservedKey]) ? item[reservedKey] : {};
    const json = { ...item, [reservedKey]: { ...steward, ${nodeName}: { step: ports.stepName, found } } };
    return { ok: true, sent: [{ output: 0, json }] };
  });
}
`;
}

function icon({ displayName }: NewNode, ink: string, tint: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48" fill="none" role="img">
  <title>${displayName}</title>
  <rect x="7.5" y="7.5" width="33" height="33" rx="8" fill="${tint}" stroke="${ink}" stroke-width="3"/>
  <path d="m16 24.500 5.500 5.500 10.500-12" stroke="${ink}" stroke-width="3.500" stroke-linecap="round" stroke-linejoin="round"/>
</svg>
`.replaceAll('.500', '.5');
}

function schemaFile({ nodeName }: NewNode): string {
  const note = { type: 'object', properties: { step: { type: 'string' }, found: {} }, required: ['step', 'found'] };
  const steward = { type: 'object', properties: { [nodeName]: note }, required: [nodeName] };
  return json({ type: 'object', properties: { steward }, required: ['steward'], version: 1 });
}

function sampleFile(): string {
  return json({ parameters: {}, item: { id: 'R-1' }, failingItem: { name: 'has no id' } });
}

function docsFile({ displayName, nodeName }: NewNode): string {
  return `# ${displayName}

Notes in each item what it found in one of its fields.

## Settings

| setting | meaning                                                     |
| ------- | ----------------------------------------------------------- |
| Field   | Path of the value from the top of the item: \`body.order.id\`. |

## What it writes

\`steward.${nodeName}\` holds the name of the step and the value that was found.

## When something is wrong

An item without the field fails; the message names the field. With _On Error: Continue_ it goes on with \`error\` beside
its fields.
`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
