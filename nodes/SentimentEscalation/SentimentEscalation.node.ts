import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { runNode } from '../shared/run-node.ts';
import { readParams } from './params.ts';
import { properties } from './properties.ts';
import { run } from './run.ts';

export class SentimentEscalation implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Sentiment Escalation',
    name: 'sentimentEscalation',
    icon: { light: 'file:sentimentEscalation.svg', dark: 'file:sentimentEscalation.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ $parameter["rules"] === "pack" ? $parameter["pack"] : (String($parameter["table"]).match(/"id"\\s*:\\s*"([^"]+)"/) ?? [])[1] ?? "own table" }}',
    description: 'Notices when a customer needs a person, in the conversation as a whole, and says why',
    defaults: { name: 'Sentiment Escalation' },
    inputs:
      '={{ $parameter["doubt"] === "model" ? [{ type: "main" }, { type: "ai_languageModel", displayName: "Chat Model", maxConnections: 1, required: false }] : [{ type: "main" }] }}',
    outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
    outputNames: ['Continue', 'Escalate', 'Urgent'],
    credentials: [{ name: 'stewardHubApi', required: true, displayOptions: { show: { record: ['hub'] } } }],
    usableAsTool: true,
    properties,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runNode(this, readParams, run);
  }
}
