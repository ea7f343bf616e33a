import { beforeEach, expect, test } from 'vitest';
import type { Publication } from '../../engine/index.ts';
import type { Storage } from '../../hub/src/hub.ports.ts';
import type { Change } from '../../hub/src/journeys/journeys.store.ts';
import { journey } from '../hub/test-hub.ts';
import type { StoreContract } from './store-under-test.ts';

const by = { id: 'u1', name: 'Olive Owner' };
const change = (second: number): Change => ({ by, at: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString() });

const publication = (revision: number): Publication => ({
  workflowId: 'w1',
  revision,
  versionId: `v${revision}`,
  publishedAt: change(revision).at,
  publishedBy: by.name,
  webhookUrls: { hook: 'https://n8n.example.com/webhook/a' },
});

/** Journeys, their samples and publications. */
export const journeysContract: StoreContract = (under) => {
  let storage: Storage;
  beforeEach(() => {
    storage = under().storage;
  });

  test('gives back exactly the document that was saved', async () => {
    const document = journey({
      name: `it's "quoted" \u0000 𝄞 ü`,
      workflow: { members: { deep: [[null, 1e-7, -0.5]], '': {} } },
    });
    await storage.journeys.create(document, change(1));
    expect((await storage.journeys.get('refunds'))?.document).toEqual(document);
  });

  test('keeps the order of members, which n8n compares by', async () => {
    const document = journey({ tables: {}, workflow: { members: { z: 1, a: 2, '10': 3 } } });
    await storage.journeys.create(document, change(1));
    const read = await storage.journeys.get('refunds');
    expect(JSON.stringify(read?.document)).toBe(JSON.stringify(document));
  });

  test('creates an id once', async () => {
    expect(await storage.journeys.create(journey(), change(1))).toMatchObject({ revision: 1 });
    expect(await storage.journeys.create(journey({ name: 'Other' }), change(2))).toBeNull();
    expect((await storage.journeys.get('refunds'))?.document.name).toBe('Refunds');
  });

  test('of twenty simultaneous saves from one revision exactly one is taken', async () => {
    await storage.journeys.create(journey(), change(1));
    const second = await under().another();
    const saves = Array.from({ length: 20 }, (_, index) =>
      (index % 2 ? storage : second).journeys.save(journey({ name: `Save ${index}` }), 1, change(2)),
    );
    const outcomes = await Promise.all(saves);
    expect(outcomes.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'conflict')).toHaveLength(19);
    expect((await storage.journeys.get('refunds'))?.revision).toBe(2);
  });

  test('a refused save names the newest revision and changes nothing', async () => {
    await storage.journeys.create(journey(), change(1));
    await storage.journeys.save(journey({ name: 'Second' }), 1, change(2));
    expect(await storage.journeys.save(journey({ name: 'Late' }), 1, change(3))).toEqual({
      kind: 'conflict',
      current: 2,
    });
    expect(await storage.journeys.get('refunds')).toMatchObject({
      revision: 2,
      updatedAt: change(2).at,
      document: { name: 'Second' },
    });
  });

  test('what does not exist is missing for every operation', async () => {
    expect(await storage.journeys.get('none')).toBeNull();
    expect(await storage.journeys.save(journey({ id: 'none' }), 1, change(1))).toEqual({ kind: 'missing' });
    expect(await storage.journeys.remove('none', 1)).toEqual({ kind: 'missing' });
    expect(await storage.journeys.getSamples('none')).toBeNull();
    expect(await storage.journeys.putSamples('none', { name: '', customers: [] }, change(1).at)).toBe(false);
    expect(await storage.publications.getLink('none')).toBeNull();
  });

  test('lists without documents, last changed first, ties by id', async () => {
    for (const id of ['b', 'a', 'c']) await storage.journeys.create(journey({ id }), change(id === 'c' ? 9 : 1));
    expect((await storage.journeys.list()).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect((await storage.journeys.list())[0]).not.toHaveProperty('document');
  });

  test('an id is data, never part of a statement', async () => {
    const id = `x'; drop table journeys; --`;
    await storage.journeys.create(journey({ id }), change(1));
    expect((await storage.journeys.get(id))?.document.id).toBe(id);
    expect(await storage.journeys.list()).toHaveLength(1);
  });

  test('removing takes samples, link and publications along', async () => {
    await storage.journeys.create(journey(), change(1));
    await storage.journeys.putSamples('refunds', { name: 's', customers: [{}] }, change(1).at);
    await storage.publications.putLink('refunds', {
      workflowId: 'w1',
      versionId: 'v1',
      contentHash: 'h',
      writtenAt: 't',
    });
    await storage.publications.addPublication('refunds', publication(1), by);
    expect(await storage.journeys.remove('refunds', 2)).toEqual({ kind: 'conflict', current: 1 });
    expect(await storage.journeys.remove('refunds', 1)).toEqual({ kind: 'removed' });

    await storage.journeys.create(journey(), change(2));
    expect(await storage.journeys.getSamples('refunds')).toEqual({ name: '', customers: [] });
    expect(await storage.publications.getLink('refunds')).toBeNull();
    expect((await storage.journeys.get('refunds'))?.publication).toBeNull();
  });

  test('the newest publication stands beside its journey', async () => {
    await storage.journeys.create(journey(), change(1));
    await storage.journeys.create(journey({ id: 'other' }), change(1));
    await storage.publications.addPublication('refunds', publication(1), by);
    const replaced = { workflowId: 'w0', reason: 'archived' } as const;
    await storage.publications.addPublication('refunds', { ...publication(2), replaced }, by);
    expect((await storage.journeys.get('refunds'))?.publication).toEqual({ ...publication(2), replaced });
    const saved = await storage.journeys.save(journey(), 1, change(3));
    expect(saved).toMatchObject({ stored: { publication: { revision: 2 } } });
    const list = await storage.journeys.list();
    expect(list.map(({ id, publication: shown }) => [id, shown?.revision])).toEqual([
      ['refunds', 2],
      ['other', undefined],
    ]);
  });

  test('publications that are added at the same time get a place each', async () => {
    await storage.journeys.create(journey(), change(1));
    const second = await under().another();
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 ? storage : second).publications.addPublication('refunds', publication(index + 1), by),
      ),
    );
    expect((await storage.journeys.get('refunds'))?.publication).not.toBeNull();
  });

  test('the link to the workflow is the last one written', async () => {
    await storage.journeys.create(journey(), change(1));
    const link = { workflowId: 'w1', versionId: 'v1', contentHash: 'h1', writtenAt: change(1).at };
    await storage.publications.putLink('refunds', link);
    await storage.publications.putLink('refunds', { ...link, versionId: 'v2', contentHash: 'h2' });
    expect(await storage.publications.getLink('refunds')).toEqual({ ...link, versionId: 'v2', contentHash: 'h2' });
  });

  test('what one connection saved, another one reads', async () => {
    const second = await under().another();
    await storage.journeys.create(journey(), change(1));
    expect((await second.journeys.get('refunds'))?.revision).toBe(1);
    await expect(second.ping()).resolves.toBeUndefined();
  });
};
