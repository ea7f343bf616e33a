import { describe, expect, it } from 'vitest';
import type { IdentityModel, PolicyChange } from '../../../engine/index.ts';
import {
  ada,
  adaInShop,
  asking,
  auditEvents,
  bruno,
  customer,
  identityOver,
  machine,
  staff,
  testIdentity,
} from './test-identity.ts';

type Identity = Awaited<ReturnType<typeof testIdentity>>['identity'];

const namesake = { given_name: 'Ada', family_name: 'Kowalczyk', city: 'Berlin' };

/** A policy that wants more before it says that two are one, or less. */
async function withZones(identity: Identity, zones: IdentityModel['zones'], apply: PolicyChange['apply']) {
  const { model, survivorship } = await identity.policy('person');
  const change = {
    model: { ...model, version: 'next', zones },
    survivorship,
    apply,
    reason: 'tried in the simulation',
  };
  return { model: change.model, change };
}

const strict = { same: 1 - 1e-12, ask: 0.9 };
const loose = { same: 0.5, ask: 0.01 };

async function keep(identity: Identity) {
  const shop = customer('A', { ...adaInShop, email: '', phone: '', street: '' }, 'shop');
  const { records } = await identity.match(
    asking([customer('1', ada), shop, customer('9', namesake, 'chat'), customer('2', bruno)]),
    machine,
  );
  return records.map(({ profileId }) => profileId ?? '');
}

/** Which records are in one profile, by the systems' own ids. */
async function partition(identity: Identity): Promise<string[][]> {
  const { profiles } = await identity.search({});
  const whole = await Promise.all(profiles.map(({ id }) => identity.profile(id)));
  return whole.map(({ members }) => members.map(({ id }) => id).sort()).sort();
}

const before = [['1', 'A'], ['2'], ['9']];

describe('a policy', () => {
  it('is at first the one that Steward brings, for persons and for companies', async () => {
    const { identity, storage } = await testIdentity();
    expect(await identity.policy('person')).toMatchObject({ revision: 1, changedBy: null, model: { kind: 'person' } });
    expect(await identity.policy('company')).toMatchObject({ revision: 1, model: { kind: 'company' } });
    const another = await identityOver(storage);
    expect(await another.identity.policyRevisions('person')).toHaveLength(1);
  });

  it('is simulated without changing anything', async () => {
    const { identity, graph } = await testIdentity();
    await keep(identity);
    expect(await partition(identity)).toEqual(before);
    const version = await graph.version();
    const { model } = await withZones(identity, strict, 'from-now');
    const simulation = await identity.simulate(model);
    expect(simulation).toMatchObject({ profiles: 3, records: 4, wouldSplit: { count: 1 }, wouldJoin: { count: 0 } });
    const [split] = simulation.wouldSplit.examples;
    expect(split?.profile).toMatchObject({ records: 2 });
    expect(split?.into.map((ids) => ids.length)).toEqual([1, 1]);
    const looser = await identity.simulate((await withZones(identity, loose, 'from-now')).model);
    expect(looser).toMatchObject({ wouldSplit: { count: 0 }, wouldJoin: { count: 1 }, reviews: { now: 1, then: 0 } });
    expect(looser.wouldJoin.examples[0]?.profiles).toHaveLength(2);
    expect(await graph.version()).toBe(version);
  });

  it('from now on changes no profile that exists, and decides on those who come', async () => {
    const { identity, storage } = await testIdentity();
    await keep(identity);
    const { change } = await withZones(identity, strict, 'from-now');
    const policy = await identity.putPolicy('person', 1, change, staff);
    expect(policy).toMatchObject({ revision: 2, model: { version: 'next' }, changedBy: staff });
    expect(await partition(identity)).toEqual(before);
    const { records } = await identity.match(
      asking([customer('s2', { ...namesake, postcode: '10969', city: 'Berlin' }, 'erp')]),
      machine,
    );
    expect(records[0]?.decision).toBe('ask');
    expect(await identity.policyRevisions('person')).toMatchObject([
      { revision: 2, apply: 'from-now', reason: 'tried in the simulation', recorded: { stream: 'audit' } },
      { revision: 1, changedBy: null, reason: null, recorded: null },
    ]);
    expect(await auditEvents(storage)).toMatchObject([
      { kind: 'identity-policy-changed', details: { revision: 2, apply: 'from-now', version: 'next' } },
    ]);
  });

  it('to existing splits and joins as simulated, each a change that can be undone', async () => {
    const { identity } = await testIdentity();
    const [adas = ''] = await keep(identity);
    const { open } = await identity.reviews({});
    await identity.putPolicy('person', 1, (await withZones(identity, strict, 'to-existing')).change, staff);
    expect(await partition(identity)).toEqual([['1'], ['2'], ['9'], ['A']]);
    expect((await identity.reviews({})).open).toBeGreaterThan(open);
    const { history } = await identity.profile(adas);
    expect(history[0]).toMatchObject({ kind: 'policy-changed', undoable: true, reason: 'tried in the simulation' });
    await identity.undo(history[0]?.id ?? '', 'too strict', staff);
    expect(await partition(identity)).toEqual(before);
    // Who is together again need not be asked about.
    expect((await identity.reviews({})).open).toBe(open);
    await identity.putPolicy('person', 2, (await withZones(identity, loose, 'to-existing')).change, staff);
    expect(await partition(identity)).toEqual([['1', '9', 'A'], ['2']]);
    expect((await identity.reviews({})).open).toBe(0);
  });

  it('never breaks what persons said', async () => {
    const { identity } = await testIdentity();
    const [adas = '', , , brunos = ''] = await keep(identity);
    const [review] = (await identity.reviews({})).reviews;
    const answer = { same: 'no', reason: 'called her', seen: review?.seen ?? '' } as const;
    await identity.answer(review?.id ?? '', answer, staff);
    await identity.merge({ profiles: [adas, brunos], reason: 'changed the name' }, staff);
    for (const [revision, zones] of [strict, loose].entries()) {
      const { model, change } = await withZones(identity, zones, 'to-existing');
      expect((await identity.simulate(model)).wouldJoin.count).toBe(0);
      await identity.putPolicy('person', revision + 1, change, staff);
      const now = await partition(identity);
      expect(now.find((ids) => ids.includes('2'))?.length).toBeGreaterThan(1);
      expect(now).toContainEqual(['9']);
    }
  });

  it('says which answers of persons a model contradicts', async () => {
    const { identity } = await testIdentity();
    const [adas = '', , , brunos = ''] = await keep(identity);
    const { model } = await identity.policy('person');
    expect((await identity.simulate(model)).contradictsAnswers).toBe(0);
    await identity.merge({ profiles: [adas, brunos], reason: 'changed the name' }, staff);
    expect((await identity.simulate(model)).contradictsAnswers).toBe(1);
  });

  it('is refused where somebody changed it meanwhile, and where the model is none', async () => {
    const { identity } = await testIdentity();
    const { change } = await withZones(identity, strict, 'to-existing');
    await identity.putPolicy('person', 1, change, staff);
    for (const apply of ['from-now', 'to-existing'] as const)
      await expect(identity.putPolicy('person', 1, { ...change, apply }, staff)).rejects.toMatchObject({
        code: 'revision_conflict',
        problem: { params: { current: 2 } },
      });
    const upsideDown = { ...change, model: { ...change.model, zones: { same: 0.1, ask: 0.9 } } };
    await expect(identity.putPolicy('person', 2, upsideDown, staff)).rejects.toMatchObject({
      code: 'invalid_identity_model',
    });
    await expect(identity.putPolicy('company', 1, change, staff)).rejects.toMatchObject({
      code: 'invalid_identity_model',
    });
    expect((await identity.policy('person')).revision).toBe(2);
  });

  it('finds known records by the keys of its own blocking rules', async () => {
    const { identity } = await testIdentity();
    await keep(identity);
    const { model, survivorship } = await identity.policy('person');
    const blocking = [{ id: 'only-city', keys: [{ feature: 'city', take: 'whole' } as const] }];
    const change = { model: { ...model, blocking }, survivorship, apply: 'from-now', reason: 'fewer rules' } as const;
    await identity.putPolicy('person', 1, change, staff);
    const look = async (values: Record<string, string>) =>
      (await identity.match(asking([customer('x', values)], { keep: 'no' }), machine)).records[0]?.decision;
    expect(await look({ ...namesake, birth_date: ada.birth_date, city: 'Berlin' })).toBe('known');
    expect(await look({ ...namesake, birth_date: ada.birth_date, city: '' })).toBe('new');
  });

  it('is learned from what persons said, and proposed', async () => {
    const { identity } = await testIdentity();
    const [adas = '', , , brunos = ''] = await keep(identity);
    const [review] = (await identity.reviews({})).reviews;
    await identity.answer(review?.id ?? '', { same: 'no', reason: 'called her', seen: review?.seen ?? '' }, staff);
    await identity.merge({ profiles: [adas, brunos], reason: 'changed the name' }, staff);
    const { model, answers } = await identity.train('person');
    expect(answers).toEqual({ same: 1, different: 1 });
    expect(model.provenance).toMatchObject({ reviewedPairs: { same: 1, different: 1 } });
    const learned = await identity.putPolicy(
      'person',
      1,
      { model, survivorship: (await identity.policy('person')).survivorship, apply: 'from-now', reason: 'learned' },
      staff,
    );
    expect(learned.model).toEqual(model);
  });

  it('is measured in a thread of its own when there are many records', async () => {
    const { identity } = await testIdentity();
    const people = Array.from({ length: 1_050 }, (_, index) =>
      customer(String(index), { given_name: `G${index}`, family_name: `F${index}`, email: `mail${index}@example.com` }),
    );
    for (let start = 0; start < people.length; start += 525)
      await identity.match(asking(people.slice(start, start + 525)), machine);
    const training = await identity.train('person');
    expect(training).toMatchObject({ answers: { same: 0, different: 0 }, simulation: { records: 1_050 } });
    expect(training.model.provenance.method).toBe('expectation-maximization');
    expect((await identity.policy('person')).revision).toBe(1);
  }, 120_000);
});
