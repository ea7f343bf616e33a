import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { runNode } from '../shared/run-node.ts';
import { readParams } from './params.ts';
import { properties } from './properties.ts';
import { run } from './run.ts';

export class IdentityResolution implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Identity Resolution',
    name: 'identityResolution',
    icon: { light: 'file:identityResolution.svg', dark: 'file:identityResolution.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] === "match" ? "match known profiles" : "group records" }}',
    description: 'Finds out which records are of one customer, and asks where it is not sure',
    defaults: { name: 'Identity Resolution' },
    inputs:
      '={{ $parameter["operation"] === "match" && $parameter["knownFrom"] === "input" ? [{ type: "main", displayName: "Records" }, { type: "main", displayName: "Known" }] : [{ type: "main" }] }}',
    outputs:
      '={{ ($parameter["operation"] === "match" ? ["Known", "New", "Ask a Person"] : ["Profiles", "Ask a Person"]).map((displayName) => ({ type: "main", displayName })) }}',
    // Needed for profiles of the hub as well as for recording, which no condition of a form can say.
    credentials: [{ name: 'stewardHubApi', required: false }],
    usableAsTool: true,
    properties,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runNode(this, readParams, run);
  }
}
