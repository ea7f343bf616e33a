import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { runNode } from '../shared/run-node.ts';
import { readParams } from './params.ts';
import { properties } from './properties.ts';
import { run } from './run.ts';

export class DecisionTable implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Decision Table',
    name: 'decisionTable',
    icon: { light: 'file:decisionTable.svg', dark: 'file:decisionTable.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ $parameter["rules"] === "pack" ? $parameter["pack"] : $parameter["rules"] === "dmn" ? ($parameter["decision"] || "DMN") : (String($parameter["table"]).match(/"id"\\s*:\\s*"([^"]+)"/) ?? [])[1] ?? "no table" }}',
    description: 'Decides by a table that everybody can read, and says why',
    defaults: { name: 'Decision Table' },
    inputs: [NodeConnectionTypes.Main],
    outputs:
      '={{ $parameter["route"] === "outcome" ? ($parameter["outcomes"]?.["values"] ?? []).map((outcome, index) => ({ type: "main", displayName: outcome.value || "Outcome " + (index + 1) })).concat({ type: "main", displayName: "Otherwise" }) : [{ type: "main" }] }}',
    credentials: [{ name: 'stewardHubApi', required: true, displayOptions: { show: { record: ['hub'] } } }],
    usableAsTool: true,
    properties,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runNode(this, readParams, run);
  }
}
