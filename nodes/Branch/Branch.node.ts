import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { runNode } from '../shared/run-node.ts';
import { readParams } from './params.ts';
import { properties } from './properties.ts';
import { run } from './run.ts';

export class Branch implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Branch',
    name: 'branch',
    icon: { light: 'file:branch.svg', dark: 'file:branch.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["field"] ? "by " + $parameter["field"] : "no field" }}',
    description: 'Sends each item on by the first case that its field matches, and says why',
    defaults: { name: 'Branch' },
    inputs: [NodeConnectionTypes.Main],
    outputs:
      '={{ ($parameter["cases"]?.["values"] ?? []).map((branchCase, index) => ({ type: "main", displayName: branchCase.label || branchCase.test || "Case " + (index + 1) })).concat({ type: "main", displayName: "Otherwise" }) }}',
    credentials: [{ name: 'stewardHubApi', required: true, displayOptions: { show: { record: ['hub'] } } }],
    usableAsTool: true,
    properties,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runNode(this, readParams, run);
  }
}
