import { expect, it } from 'vitest';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { StewardHubApi } from '../../credentials/StewardHubApi.credentials.ts';

const { authenticate } = new StewardHubApi();

it('signs a request with the key, and leaves everything else as it was', async () => {
  if (typeof authenticate !== 'function') throw new Error('an expression costs two milliseconds a call');
  const options: IHttpRequestOptions = { url: 'http://hub.example.com/api/v1/key', headers: { accept: 'text/plain' } };
  const credentials: ICredentialDataDecryptedObject = { url: 'http://hub.example.com', apiKey: 'stw_k1_secret' };
  expect(await authenticate(credentials, options)).toEqual({
    url: 'http://hub.example.com/api/v1/key',
    headers: { accept: 'text/plain', Authorization: 'Bearer stw_k1_secret' },
  });
  expect(options.headers).toEqual({ accept: 'text/plain' });
});
