import type { Publication } from '../../engine/index.ts';
import { journey, testHub } from './test-hub.ts';

/** A hub with one journey that runs in n8n, and the ways to save and publish it again. */
export async function publishedHub() {
  const hub = await testHub();
  await hub.send('POST', '/journeys', { document: journey() });
  const publish = (body: object) => hub.send('POST', '/journeys/refunds/publish', body);
  const save = (name: string, revision: number) =>
    hub.send('PUT', '/journeys/refunds', { document: journey({ name }) }, { 'if-match': `"${revision}"` });
  const first = (await publish({ revision: 1 })).json<Publication>();
  return { ...hub, publish, save, first };
}
