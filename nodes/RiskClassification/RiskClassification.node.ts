import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { runNode } from '../shared/run-node.ts';
import { readParams } from './params.ts';
import { properties } from './properties.ts';
import { run } from './run.ts';

export class RiskClassification implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Risk Classification',
    name: 'riskClassification',
    icon: { light: 'file:riskClassification.svg', dark: 'file:riskClassification.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ $parameter["rules"] === "pack" ? $parameter["pack"] : (String($parameter["table"]).match(/"id"\\s*:\\s*"([^"]+)"/) ?? [])[1] ?? "own table" }}',
    description: 'Finds the risk level of an automated decision, and says why and what oversight it needs',
    defaults: { name: 'Risk Classification' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
    outputNames: ['Prohibited', 'High', 'Limited', 'Minimal'],
    credentials: [{ name: 'stewardHubApi', required: true, displayOptions: { show: { record: ['hub'] } } }],
    usableAsTool: true,
    properties,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runNode(this, readParams, run);
  }
}
