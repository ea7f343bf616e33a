import { readFileSync, writeFileSync } from 'node:fs';
import { apiPrefix, type ApiKey, type CreatedApiKey } from '../engine/index.ts';
import { expectAnswer, type N8nSession } from './n8n-session.ts';

/** The name under which n8n lists it, and by which the examples refer to it. */
const hubCredentialName = 'Steward Hub';

const api = `/steward${apiPrefix}`;

/** What is kept of it: never the key's text, which n8n alone holds, encrypted. */
export interface HubCredential {
  credentialId: string;
  keyId: string;
}

/**
 * Gives n8n a key of the hub, as a credential that nodes record their decisions with. Made once and noted in `markerFile`; made
 * anew when the credential is gone from n8n, or the key is no longer good.
 */
export async function provideHubCredential(session: N8nSession, markerFile: string): Promise<HubCredential> {
  const known = readMarker(markerFile);
  if (known !== null && (await isUsable(session, known))) return known;
  const { apiKey, text } = expectAnswer(
    await session.request('POST', `${api}/api-keys`, {
      name: 'n8n, made by npm start',
      scopes: ['ledger:append', 'identity:match'],
      expiresInDays: null,
    }),
    201,
    'make an API key',
  ) as CreatedApiKey;
  const created = expectAnswer(
    await session.request('POST', '/rest/credentials', {
      name: hubCredentialName,
      type: 'stewardHubApi',
      data: { url: `${session.baseUrl}/steward`, apiKey: text },
    }),
    200,
    'keep the API key in n8n',
  ) as { data: { id: string } };
  const credential = { credentialId: created.data.id, keyId: apiKey.id };
  writeFileSync(markerFile, `${JSON.stringify(credential)}\n`, { mode: 0o600 });
  return credential;
}

async function isUsable(session: N8nSession, { credentialId, keyId }: HubCredential): Promise<boolean> {
  const credential = await session.request('GET', `/rest/credentials/${encodeURIComponent(credentialId)}`);
  if (credential.status !== 200) return false;
  const keys = await session.request('GET', `${api}/api-keys`);
  return keys.status === 200 && (keys.body as ApiKey[]).some(({ id, revokedAt }) => id === keyId && revokedAt === null);
}

function readMarker(file: string): HubCredential | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as HubCredential;
  } catch {
    return null;
  }
}
