import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { runNode } from '../shared/run-node.ts';
import { readParams } from './params.ts';
import { properties } from './properties.ts';
import { run } from './run.ts';

export class DecisionLog implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Decision Log',
    name: 'decisionLog',
    icon: { light: 'file:decisionLog.svg', dark: 'file:decisionLog.dark.svg' },
    group: ['output'],
    version: 1,
    subtitle:
      '={{ $parameter["operation"] === "send" ? "send queued records" : ($parameter["decisionName"] || "no name") + ", by a " + $parameter["deciderKind"] }}',
    description: 'Records decisions made by people, models and other systems, and sends records that had to wait',
    defaults: { name: 'Decision Log' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'stewardHubApi', required: true }],
    usableAsTool: true,
    properties,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runNode(this, readParams, run);
  }
}
