import { existsSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { fakeContext } from '../fake-context.ts';
import { FakeHub, refusedConnection } from '../fake-hub.ts';
import { readSample, schemaProblems } from './behaviour.ts';
import { jsonOf } from './folder.ts';
import type { NodeFolder } from './folder.ts';

const credential = 'stewardHubApi';
const ownSettings = ['record', 'subjectField', 'whenHubAway'];

/** How a node records: by the one credential, by the settings that all share, and before anything goes on. */
export async function recordingProblems(folder: NodeFolder, node: INodeType): Promise<string[]> {
  const { description } = node;
  return [
    ...credentialProblems(folder, description),
    ...settingProblems(description),
    ...((await stagesOf(folder, node)) ?? []),
  ];
}

function credentialProblems(folder: NodeFolder, { credentials = [], properties }: INodeTypeDescription): string[] {
  const records = properties.some(({ name }) => name === 'record');
  // A node that asks the hub also without recording has no one setting that the credential could depend on.
  const asks = properties.some(({ name }) => name === 'knownFrom');
  const wanted = asks
    ? { name: credential, required: false }
    : records
      ? { name: credential, required: true, displayOptions: { show: { record: ['hub'] } } }
      : { name: credential, required: true };
  const manifest = jsonOf<{ n8n: { credentials: string[] } }>(path.join(folder.root, 'package.json'));
  return [
    ...(isDeepStrictEqual(credentials, [wanted])
      ? []
      : ['its credential is not the one of all nodes, asked for when decisions are recorded']),
    ...(manifest.n8n.credentials.includes('dist/credentials/StewardHubApi.credentials.js')
      ? []
      : ['package.json does not list the credential']),
    ...(existsSync(path.join(folder.root, 'credentials/StewardHubApi.credentials.ts'))
      ? []
      : ['credentials/StewardHubApi.credentials.ts is missing']),
  ];
}

function settingProblems({ properties }: INodeTypeDescription): string[] {
  const names = properties.map(({ name }) => name);
  if (!names.includes('record')) return [];
  return isDeepStrictEqual(names.slice(-ownSettings.length), ownSettings)
    ? []
    : [`the settings of recording are not the last ones, in the order ${ownSettings.join(', ')}`];
}

/** With the hub there, with the hub away, and without a credential. */
async function stagesOf(folder: NodeFolder, node: INodeType): Promise<string[] | null> {
  const sample = readSample(folder);
  if (sample === null) return null;
  const execute = async (hub: FakeHub | undefined) => {
    const { description } = node;
    const parameters = { ...sample.parameters, record: 'hub', whenHubAway: 'queue' };
    const items: INodeExecutionData[] = [{ json: structuredClone(sample.item) }];
    const context = fakeContext({ description, parameters, items, ...(hub && { hub }) });
    return (await node.execute?.call(context)) as INodeExecutionData[][];
  };
  const there = new FakeHub();
  const sent = (await execute(there)).flat();
  const away = new FakeHub();
  away.failures.push(refusedConnection());
  const marked = (await execute(away)).flat();
  const refused = await execute(undefined).then(
    () => null,
    (error: unknown) => error as Error,
  );
  return [
    ...(there.kept.length === 1 && sent.every(({ json }) => text(json).includes('"ledger":{"stream"'))
      ? []
      : ['a decision is not in the ledger before its item goes on']),
    ...(marked.length > 0 && marked.every(({ json }) => text(json).includes('"unrecorded":true'))
      ? []
      : ['an item goes on unmarked while the hub is away']),
    ...(refused?.name === 'NodeApiError' ? [] : ['without a credential something goes on']),
    ...schemaProblems(folder, [...sent, ...marked]),
  ];
}

function text(json: INodeExecutionData['json']): string {
  return JSON.stringify(json['steward'] ?? null);
}
