import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

/** A Steward hub, and the key by which workflows record their decisions in it. */
export class StewardHubApi implements ICredentialType {
  name = 'stewardHubApi';

  displayName = 'Steward Hub API';

  icon = { light: 'file:stewardHub.svg', dark: 'file:stewardHub.dark.svg' } as const;

  documentationUrl =
    'https://github.com/steward-journeys/n8n-nodes-steward/blob/main/docs/nodes/recording.md#the-credential';

  properties: INodeProperties[] = [
    {
      displayName: 'Hub URL',
      name: 'url',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. http://127.0.0.1:5678/steward',
      description: 'Address of the hub as n8n reaches it. Inside n8n it is the address of n8n with /steward behind it.',
    },
    {
      displayName: 'API Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: 'A key that may append to the ledger. Administrators make it in the hub, under API keys.',
    },
  ];

  // A function, since n8n takes about two milliseconds to evaluate an expression, before every call of the hub.
  authenticate: IAuthenticate = (credentials, options) =>
    Promise.resolve({
      ...options,
      headers: { ...options.headers, Authorization: `Bearer ${String(credentials['apiKey'])}` },
    });

  test: ICredentialTestRequest = {
    request: { baseURL: '={{ $credentials.url.trim().replace(/\\/+$/, "") }}', url: '/api/v1/key' },
  };
}
