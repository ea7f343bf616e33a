import { describe, expect, it } from 'vitest';
import { knownRecords, matchAgainst, normalizeRecord } from '../../../engine/index.ts';
import { syntheticCustomers } from '../../identity/synthetic-customers.ts';
import {
  ada,
  adaInShop,
  asking,
  auditEvents,
  bruno,
  customer,
  identityOver,
  machine,
  testIdentity,
} from './test-identity.ts';

/** Somebody of whom a name alone is known. */
const namesake = { given_name: 'Ada', family_name: 'Kowalczyk' };

describe('asking who somebody is', () => {
  it('keeps nothing when it is only asked', async () => {
    const { identity, graph } = await testIdentity();
    const { records, model } = await identity.match(asking([customer('1', ada)], { keep: 'no' }), machine);
    expect(records).toEqual([
      { decision: 'new', profileId: null, probability: 0, candidates: [], setAside: [], reviewId: null },
    ]);
    expect(model.id).toBe((await identity.policy('person')).model.id);
    expect((await identity.search({})).profiles).toEqual([]);
    expect(await graph.countOpenReviews()).toBe(0);
  });

  it('begins a profile for somebody new, and knows them again by another record', async () => {
    const { identity } = await testIdentity();
    const first = await identity.match(asking([customer('1', ada), customer('2', bruno)]), machine);
    expect(first.records.map(({ decision }) => decision)).toEqual(['new', 'new']);
    const [adas, brunos] = first.records.map(({ profileId }) => profileId);
    expect(new Set([adas, brunos]).size).toBe(2);
    const second = await identity.match(asking([customer('A', adaInShop, 'shop')], { region: 'DE' }), machine);
    expect(second.records).toMatchObject([
      {
        decision: 'known',
        profileId: adas,
        candidates: [{ profileId: adas, record: { id: '1', source: 'crm' }, explanation: { zone: 'same' } }],
        reviewId: null,
      },
    ]);
    expect(second.records[0]?.probability).toBeGreaterThan(0.99);
    const { profiles } = await identity.search({ query: 'kowalczyk' });
    expect(profiles).toMatchObject([{ id: adas, title: 'Ada Kowalczyk', records: 2, sources: ['crm', 'shop'] }]);
  });

  it('knows the same person twice in one call', async () => {
    const { identity } = await testIdentity();
    const records = [customer('1', ada), customer('A', adaInShop, 'shop'), customer('1', ada)];
    const answer = await identity.match(asking(records, { region: 'DE' }), machine);
    expect(answer.records.map(({ decision }) => decision)).toEqual(['new', 'known', 'known']);
    expect(new Set(answer.records.map(({ profileId }) => profileId)).size).toBe(1);
  });

  it('keeps nothing twice when the same is sent again', async () => {
    const { identity, graph } = await testIdentity();
    const request = asking([customer('1', ada), customer('2', namesake), customer('3', bruno)]);
    const first = await identity.match(request, machine);
    const version = await graph.version();
    const again = await identity.match(request, machine);
    expect(await graph.version()).toBe(version);
    expect(again.records.map(({ decision }) => decision)).toEqual(['known', 'ask', 'known']);
    expect(again.records.map(({ profileId, reviewId }) => [profileId, reviewId])).toEqual(
      first.records.map(({ profileId, reviewId }) => [profileId, reviewId]),
    );
  });

  it('asks a person where it is in doubt, and keeps the doubtful one apart', async () => {
    const { identity } = await testIdentity();
    const [known] = (await identity.match(asking([customer('1', ada)]), machine)).records;
    const askedBy = { journey: 'Refunds', step: 'Who is it', execution: '17' };
    const { records } = await identity.match(asking([customer('9', namesake)], { askedBy }), machine);
    expect(records).toMatchObject([{ decision: 'ask', profileId: known?.profileId }]);
    const reviewId = records[0]?.reviewId ?? '';
    const review = await identity.review(reviewId);
    expect(review).toMatchObject({
      state: 'open',
      askedBy,
      left: { record: { id: '9' } },
      right: { profileId: known?.profileId, record: { id: '1' } },
      answer: null,
    });
    expect(review.left.profileId).not.toBe(known?.profileId);
    expect((await identity.reviews({})).reviews).toEqual([review]);
    expect((await identity.profile(review.left.profileId)).history).toMatchObject([
      { kind: 'created', by: machine, reason: 'Refunds, Who is it', undoable: false, recorded: null },
    ]);
    expect((await identity.search({})).profiles.map(({ openReviews }) => openReviews)).toEqual([1, 1]);
  });

  it('asks when somebody fits two profiles equally well, however well', async () => {
    const { identity } = await testIdentity();
    const { graph } = await identityOfTwins(identity);
    const { records } = await identity.match(asking([customer('3', twin)], { keep: 'no' }), machine);
    expect(records[0]?.decision).toBe('ask');
    expect(records[0]?.candidates).toHaveLength(2);
    expect(graph).toBe(2);
  });

  it('never joins whom a guard keeps apart, and asks', async () => {
    const { identity } = await testIdentity();
    await identity.match(asking([customer('1', { ...ada, national_id: '44051401359' })]), machine);
    const other = { ...ada, national_id: '02070803628' };
    const { records } = await identity.match(asking([customer('2', other)]), machine);
    expect(records[0]).toMatchObject({
      decision: 'ask',
      candidates: [{ explanation: { guards: [{ guard: 'never-together', feature: 'national_id' }] } }],
    });
  });

  it('renews the values of a record, and joins the doubtful one when it says more', async () => {
    const { identity } = await testIdentity();
    const [known] = (await identity.match(asking([customer('1', ada)]), machine)).records;
    const [doubtful] = (await identity.match(asking([customer('9', namesake)]), machine)).records;
    const more = { ...namesake, birth_date: ada.birth_date, email: ada.email };
    const [decided] = (await identity.match(asking([customer('9', more)]), machine)).records;
    expect(decided).toMatchObject({ decision: 'known', profileId: known?.profileId, reviewId: null });
    const profile = await identity.profile(known?.profileId ?? '');
    expect(profile.members.map(({ id, values }) => [id, values])).toEqual([
      ['1', ada],
      ['9', more],
    ]);
    expect(profile.links).toHaveLength(1);
    expect((await identity.reviews({})).open).toBe(0);
    await expect(identity.review(doubtful?.reviewId ?? '')).rejects.toMatchObject({ code: 'review_not_found' });
    const [joined] = profile.history;
    expect(joined).toMatchObject({ kind: 'joined', undoable: true });
    const lone = joined?.profiles.find((id) => id !== known?.profileId) ?? '';
    expect(await identity.profile(lone)).toMatchObject({ mergedInto: known?.profileId, members: [] });
  });

  it('finds no more by values that a record had', async () => {
    const { identity } = await testIdentity();
    await identity.match(asking([customer('1', { email: 'old@example.com', family_name: 'Ode' })]), machine);
    await identity.match(asking([customer('1', { email: 'new@example.com', family_name: 'Ode' })]), machine);
    const look = async (email: string) =>
      (await identity.match(asking([customer('2', { email })], { keep: 'no' }), machine)).records[0]?.decision;
    expect(await look('old@example.com')).toBe('new');
    expect(await look('new@example.com')).not.toBe('new');
  });

  it('says which known records were not compared, because too many share a key', async () => {
    const { identity } = await testIdentity();
    const crowd = Array.from({ length: 205 }, (_, index) =>
      customer(`c${index}`, {
        family_name: 'Crowd',
        postcode: '10115',
        given_name: `Nr${String.fromCharCode(97 + (index % 26))}${index}`,
      }),
    );
    await identity.match(asking(crowd), machine);
    const { records } = await identity.match(
      asking([customer('x', { family_name: 'Crowd', postcode: '10115' })], { keep: 'no' }),
      machine,
    );
    expect(records[0]?.notCompared).toContainEqual({ rule: expect.stringContaining('family-name'), records: 201 });
  }, 60_000);

  it('sets placeholders aside and compares nothing by them', async () => {
    const { identity } = await testIdentity();
    const blank = (family: string) => ({ given_name: family, family_name: family, email: 'test@test.com' });
    const { records } = await identity.match(
      asking([customer('1', blank('Aster')), customer('2', blank('Birke'))]),
      machine,
    );
    expect(records.map(({ decision }) => decision)).toEqual(['new', 'new']);
    expect(records[0]?.setAside).toMatchObject([{ field: 'email', reason: 'placeholder' }]);
  });

  it('keeps persons and companies apart, and one id of two systems', async () => {
    const { identity } = await testIdentity();
    const company = { company: 'Hafen GmbH', email: 'info@hafen.example' };
    const [one] = (await identity.match(asking([customer('1', company)], { kind: 'company' }), machine)).records;
    const [other] = (await identity.match(asking([customer('1', bruno)]), machine)).records;
    const [third] = (await identity.match(asking([customer('1', ada, 'erp')]), machine)).records;
    expect([one, other, third].map((record) => record?.decision)).toEqual(['new', 'new', 'new']);
    expect((await identity.search({ kind: 'company' })).profiles.map(({ title }) => title)).toEqual(['Hafen GmbH']);
  });

  it('decides as the engine does of records that a workflow brings along', async () => {
    const { identity, graph } = await testIdentity();
    const all = [...syntheticCustomers({ records: 360, seed: 11 })].map(({ id, values }) => customer(id, values));
    await identity.match(asking(all.slice(0, 260)), machine);
    const known: { profileId: string; record: ReturnType<typeof normalizeRecord> }[] = [];
    for await (const page of graph.allRecords('person'))
      for (const { profileId, content } of page)
        known.push({ profileId, record: { id: content.id, values: content.normalized, setAside: [] } });
    const { model } = await identity.policy('person');
    const engine = knownRecords(known, model);
    const { records } = await identity.match(asking(all.slice(260), { keep: 'no' }), machine);
    const decided = new Set<string>();
    for (const [index, { id, values }] of all.slice(260).entries()) {
      const expected = matchAgainst(normalizeRecord({ id, values }), engine);
      const { decision, profileId, probability } = records[index] ?? {};
      expect([id, decision, profileId]).toEqual([id, expected.decision, expected.profileId]);
      expect(probability).toBeCloseTo(expected.probability, 9);
      decided.add(expected.decision);
    }
    expect(decided).toEqual(new Set(['known', 'new', 'ask']));
  }, 60_000);

  it('two hubs that meet the same people at the same moment keep each once', async () => {
    const one = await testIdentity();
    const other = await identityOver(one.storage);
    const batch = (from: number) =>
      asking(
        Array.from({ length: 10 }, (_, index) =>
          customer(
            String(index),
            { ...bruno, family_name: `Thiessen${index}`, email: `t${index}@example.org` },
            `s${from}`,
          ),
        ),
      );
    await Promise.all(
      [1, 1, 2, 2].map((source, index) => (index % 2 ? other : one).identity.match(batch(source), machine)),
    );
    const lookups: string[] = [];
    for await (const page of one.graph.allRecords('person'))
      lookups.push(...page.map(({ content }) => `${content.source} ${content.id}`));
    expect(lookups).toHaveLength(20);
    expect(new Set(lookups).size).toBe(20);
    expect(await auditEvents(one.storage)).toEqual([]);
  });
});

const twin = { given_name: 'Eva', family_name: 'Zwilling', postcode: '80331', city: 'Muenchen' };

/** Two profiles that a person said are two customers, though they say the same. */
async function identityOfTwins(identity: Awaited<ReturnType<typeof testIdentity>>['identity']) {
  const staff = { id: 'u1', name: 'Olive Owner' };
  const { records } = await identity.match(asking([customer('1', twin), customer('2', twin, 'shop')]), machine);
  const profileId = records[0]?.profileId ?? '';
  const { members } = await identity.profile(profileId);
  const [, second] = members;
  await identity.split(profileId, { records: [second?.recordId ?? ''], reason: 'they are twins' }, staff);
  return { graph: (await identity.search({})).profiles.length };
}
