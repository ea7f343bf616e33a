import { expect, test } from 'vitest';
import type { Storage } from '../../hub/src/hub.ports.ts';
import {
  ada,
  asking,
  auditEvents,
  bruno,
  customer,
  identityOver,
  machine,
  staff,
} from '../hub/identity/test-identity.ts';
import type { StoreContract } from './store-under-test.ts';

/** Two hubs on one store that say who customers are at the same moment. */
export const identityHubsContract: StoreContract = (under) => {
  async function twoHubs() {
    const one = await identityOver(under().storage);
    const other = await identityOver(await under().another());
    return [one, other] as const;
  }

  async function allRecords({ identity }: Storage) {
    const records = [];
    for await (const page of identity.allRecords('person')) records.push(...page);
    return records;
  }

  test('keep each record once, and each person in one profile', async () => {
    const hubs = await twoHubs();
    const sources = ['crm', 'erp', 'shop', 'chat'];
    const batch = (source: string) =>
      asking(
        ['Aalto', 'Bexley', 'Czerny', 'Dufour', 'Ekberg', 'Farkas', 'Gruber', 'Horvat'].map((family, index) =>
          customer(
            family,
            {
              given_name: 'Ida',
              family_name: family,
              email: `${family}@example.com`,
              birth_date: `19${60 + index}-02-03`,
            },
            source,
          ),
        ),
      );
    await Promise.all(
      [...sources, ...sources].map((source, index) => hubs[index % 2]?.identity.match(batch(source), machine)),
    );
    const records = await allRecords(under().storage);
    expect(records).toHaveLength(32);
    expect(new Set(records.map(({ content }) => `${content.source} ${content.id}`)).size).toBe(32);
    const profiles = new Map<string, typeof records>();
    for (const record of records) profiles.set(record.profileId, [...(profiles.get(record.profileId) ?? []), record]);
    expect(
      [...profiles.values()].map((own) => [own.length, new Set(own.map(({ content }) => content.id)).size]),
    ).toEqual(Array.from({ length: 8 }, () => [4, 1]));
  });

  test('carry out one of two changes that exclude each other, and record what was done once', async () => {
    const hubs = await twoHubs();
    const carla = { given_name: 'Carla', family_name: 'Unger', email: 'carla@example.net' };
    const { records } = await hubs[0].identity.match(
      asking([customer('1', ada), customer('2', bruno), customer('3', carla)]),
      machine,
    );
    const [one = '', two = '', three = ''] = records.map(({ profileId }) => profileId ?? '');
    const outcomes = await Promise.allSettled([
      hubs[0].identity.merge({ profiles: [one, two], reason: 'first' }, staff),
      hubs[1].identity.merge({ profiles: [three, two], reason: 'second' }, staff),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'profile_not_found' },
    });
    const { profiles } = await hubs[1].identity.search({});
    expect(profiles.map(({ records: count }) => count).sort()).toEqual([1, 2]);
    expect((await auditEvents(under().storage)).map(({ kind }) => kind)).toEqual(['profiles-merged']);
  });

  test('one of them puts a policy over a revision', async () => {
    const hubs = await twoHubs();
    const { model, survivorship } = await hubs[0].identity.policy('person');
    const outcomes = await Promise.allSettled(
      hubs.map(({ identity }, index) => {
        const change = { model: { ...model, version: `hub-${index}` }, survivorship, reason: 'tried' };
        return identity.putPolicy('person', 1, { ...change, apply: index === 0 ? 'from-now' : 'to-existing' }, staff);
      }),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'revision_conflict' },
    });
    const versions = await Promise.all(
      hubs.map(async ({ identity }) => (await identity.policy('person')).model.version),
    );
    expect(versions[0]).toBe(versions[1]);
    expect(await hubs[0].identity.policyRevisions('person')).toHaveLength(2);
  });
};
