import { expect, it } from 'vitest';
import { permissions, type IdentityReview } from '../../../engine/index.ts';
import { createIdentityApi } from '../../../editor/src/app/identity-api.ts';
import { identityPart } from '../../../hub/src/identity/identity.part.ts';
import { ada, adaInShop, asking, bruno, customer, testIdentity } from '../../hub/identity/test-identity.ts';
import { testHub } from '../../hub/test-hub.ts';

// The pages' own calls against the hub itself, so that the hub in memory of the other tests cannot drift away from it.

async function hubWithCustomers() {
  const { identity, ...rest } = await testIdentity();
  const me = { id: 'u1', email: 'olive@example.com', name: 'Olive', role: '', roles: [], signedInBy: 'n8n' } as const;
  const hub = await testHub({
    identify: async () => ({
      kind: 'person',
      person: { ...me, roles: [], permissions: [...permissions] },
      n8nSession: null,
    }),
    parts: [identityPart(identity)],
  });
  const api = createIdentityApi({
    fetch: async (url, init) => {
      const { method = 'GET', body } = init ?? {};
      const payload = typeof body === 'string' ? (JSON.parse(body) as object) : undefined;
      const headers = Object.fromEntries(new Headers(init?.headers));
      const path = String(url).replace('/steward/api/v1', '');
      const answer = await hub.send(method as 'GET', path, payload, headers);
      return new Response(answer.rawPayload, {
        status: answer.statusCode,
        headers: { 'content-type': 'application/json' },
      });
    },
    browserId: () => 'b1',
    onSignedOut: () => undefined,
    wait: async () => undefined,
    apiBase: '/steward/api/v1',
  });
  const machine = { id: 'key:k1', name: 'n8n workers' };
  await identity.match(asking([customer('1', ada), customer('2', adaInShop, 'shop'), customer('3', bruno)]), machine);
  return { api, identity, machine, ...rest };
}

it('what the pages ask is what the hub answers, from the search to the erased profile', async () => {
  const { api } = await hubWithCustomers();
  const { profiles, next } = await api.profiles({ query: 'kowalczyk', limit: 10 });
  expect(next).toBeNull();
  expect(profiles).toMatchObject([{ records: 2, sources: ['crm', 'shop'], openReviews: 0 }]);
  const id = profiles[0]?.id ?? '';
  const profile = await api.profile(id);
  expect(profile.members).toHaveLength(2);
  expect(profile.links[0]?.explanation.zone).toBe('same');
  expect(profile.golden.values.family_name?.value).toBe('Kowalczyk');

  const leaving = profile.members[1]?.recordId ?? '';
  const split = await api.split(id, { records: [leaving], reason: 'Two people' });
  expect(split.profiles).toHaveLength(2);
  expect(split.change).toMatchObject({ kind: 'split', reason: 'Two people', undoable: true });
  const other = split.profiles.find((one) => one.id !== id)?.id ?? '';
  const merged = await api.merge({ profiles: [id, other], reason: 'One after all' });
  expect((await api.profile(other)).mergedInto).toBe(id);
  await api.undo(merged.change.id, 'Two after all');
  expect((await api.profile(id)).members).toHaveLength(1);

  const erasure = await api.erase(other, 'Request for erasure');
  expect(erasure).toMatchObject({ profileId: other, records: 1, recorded: { stream: 'audit' } });
  await expect(api.profile(other)).rejects.toMatchObject({ code: 'profile_erased' });
});

it('a question is answered once, and the rule is tried, learned and changed by its revision', async () => {
  const { api, identity, machine } = await hubWithCustomers();
  const doubtful = { given_name: 'Ada', family_name: 'Kowalczyk' };
  await identity.match(asking([customer('4', doubtful, 'chat')]), machine);
  const page = await api.reviews('open', null, 20);
  expect(page.open).toBe(1);
  const review = page.reviews[0] as IdentityReview;
  expect(await api.review(review.id)).toEqual(review);
  const answer = { same: 'yes', reason: 'The customer said so' } as const;
  await expect(api.answer(review.id, { ...answer, seen: '0'.repeat(32) })).rejects.toMatchObject({
    code: 'review_changed',
  });
  const { profiles } = await api.answer(review.id, { ...answer, seen: review.seen });
  expect(profiles[0]?.records).toBe(3);
  await expect(api.answer(review.id, { ...answer, seen: review.seen })).rejects.toMatchObject({
    code: 'review_answered',
  });
  expect((await api.reviews('answered', null, 20)).reviews[0]?.answer).toMatchObject({ ...answer });

  const policy = await api.policy('person');
  const stricter = { ...policy.model, zones: { ...policy.model.zones, same: 0.99999999 } };
  expect((await api.simulate(stricter)).profiles).toBe(2);
  expect((await api.train('person')).answers).toEqual({ same: 1, different: 0 });
  const change = { model: stricter, survivorship: policy.survivorship, apply: 'from-now', reason: 'Stricter' } as const;
  expect((await api.changePolicy('person', policy.revision, change)).revision).toBe(policy.revision + 1);
  await expect(api.changePolicy('person', policy.revision, change)).rejects.toMatchObject({
    code: 'revision_conflict',
  });
  expect((await api.revisions('person')).map(({ reason }) => reason)).toEqual(['Stricter', null]);
});
