import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { runNode } from '../shared/run-node.ts';
import { readParams } from './params.ts';
import { properties } from './properties.ts';
import { run } from './run.ts';

export class AgentHandoff implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Agent Handoff',
    name: 'agentHandoff',
    icon: { light: 'file:agentHandoff.svg', dark: 'file:agentHandoff.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ [$parameter["jsonField"] && "JSON", $parameter["markdownField"] && "Markdown", $parameter["htmlField"] && "HTML"].filter(Boolean).join(", ") }}',
    description:
      'Writes what a person has to know who takes over a conversation, so that the customer need not repeat it',
    defaults: { name: 'Agent Handoff' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    properties,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runNode(this, readParams, run);
  }
}
