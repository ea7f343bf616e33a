import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../engine/index.ts';
import { ada, adaInShop, asking, auditEvents, bruno, customer, machine, staff, testIdentity } from './test-identity.ts';

type Identity = Awaited<ReturnType<typeof testIdentity>>['identity'];

const reason = 'looked at both';

async function keep(identity: Identity, ...records: ReturnType<typeof customer>[]): Promise<string[]> {
  const answer = await identity.match(asking(records, { region: 'DE' }), machine);
  return answer.records.map(({ profileId }) => profileId ?? '');
}

/** What a profile holds, without what only says when it was last written. */
function contentOf({ changedAt: _at, history: _history, ...content }: Profile): unknown {
  return content;
}

describe('merging', () => {
  it('makes one profile of several, held together by a person, and an entry of the audit stream', async () => {
    const { identity, storage } = await testIdentity();
    const [one = '', other = ''] = await keep(identity, customer('1', ada), customer('2', bruno));
    const { change, profiles } = await identity.merge({ profiles: [one, other], reason }, staff);
    expect(profiles).toMatchObject([{ id: one, records: 2, probability: 1 }]);
    expect(change).toMatchObject({
      kind: 'merged',
      by: { id: 'person:u1', name: 'Olive Owner' },
      reason,
      profiles: [one, other].sort(),
      undoable: true,
      recorded: { stream: 'audit', sequence: 1 },
    });
    const merged = await identity.profile(one);
    expect(merged.links).toMatchObject([{ madeBy: 'person' }]);
    expect(await identity.profile(other)).toMatchObject({ mergedInto: one, records: 0, members: [], title: other });
    const events = await auditEvents(storage);
    expect(events).toMatchObject([
      {
        kind: 'profiles-merged',
        actor: { id: 'u1', name: 'Olive Owner' },
        reason: null,
        details: { change: change.id, of: 'person', profiles: [one, other], records: 1 },
      },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Kowalczyk|example\.com|looked/);
  });

  it('answers the questions between them', async () => {
    const { identity } = await testIdentity();
    const [one = ''] = await keep(identity, customer('1', ada));
    await keep(identity, customer('9', { given_name: 'Ada', family_name: 'Kowalczyk' }));
    const [question] = (await identity.reviews({})).reviews;
    const { change } = await identity.merge({ profiles: [one, question?.left.profileId ?? ''], reason }, staff);
    expect((await identity.reviews({})).open).toBe(0);
    expect((await identity.reviews({ state: 'answered' })).reviews).toMatchObject([
      { id: question?.id, answer: { same: 'yes', reason } },
    ]);
    await identity.undo(change.id, 'too quick', staff);
    expect((await identity.reviews({})).reviews).toMatchObject([{ id: question?.id, answer: null }]);
  });

  it.each([
    ['one profile twice', (one: string) => [one, one], 'profiles_not_mergeable'],
    ['a profile that is not there', (one: string) => [one, 'p_none'], 'profile_not_found'],
  ])('refuses %s', async (_, profiles, code) => {
    const { identity } = await testIdentity();
    const [one = ''] = await keep(identity, customer('1', ada));
    await expect(identity.merge({ profiles: profiles(one), reason }, staff)).rejects.toMatchObject({ code });
  });

  it('refuses a person and a company, and a profile that was merged already', async () => {
    const { identity } = await testIdentity();
    const [one = '', other = ''] = await keep(identity, customer('1', ada), customer('2', bruno));
    const firm = await identity.match(asking([customer('3', { company: 'Hafen GmbH' })], { kind: 'company' }), machine);
    const company = firm.records[0]?.profileId ?? '';
    await expect(identity.merge({ profiles: [one, company], reason }, staff)).rejects.toMatchObject({
      code: 'profiles_not_mergeable',
    });
    await identity.merge({ profiles: [one, other], reason }, staff);
    await expect(identity.merge({ profiles: [other, one], reason }, staff)).rejects.toMatchObject({
      code: 'profile_not_found',
      problem: { params: { mergedInto: one } },
    });
  });
});

describe('splitting', () => {
  it('takes records out for good: the model never joins them again', async () => {
    const { identity, storage } = await testIdentity();
    const [one = ''] = await keep(identity, customer('1', ada), customer('A', adaInShop, 'shop'));
    const before = await identity.profile(one);
    const shop = before.members.find(({ source }) => source === 'shop')?.recordId ?? '';
    const { change, profiles } = await identity.split(one, { records: [shop], reason }, staff);
    const other = profiles.find(({ id }) => id !== one)?.id ?? '';
    expect(profiles.map(({ records, sources }) => [records, sources])).toEqual(
      [one, other].sort().map((id) => [1, [id === one ? 'crm' : 'shop']]),
    );
    expect((await identity.profile(other)).createdAt).not.toBe('');
    // Its values are sent again, and again they fit the other profile.
    const changed = { ...adaInShop, city: 'Potsdam' };
    const again = await identity.match(asking([customer('A', changed, 'shop')], { region: 'DE' }), machine);
    expect(again.records).toMatchObject([{ decision: 'known', profileId: other }]);
    expect((await auditEvents(storage)).map(({ kind, details }) => [kind, details])).toEqual([
      ['profile-split', { change: change.id, of: 'person', profile: one, into: other, records: 1 }],
    ]);
    await expect(identity.undo(change.id, 'after all one', staff)).resolves.toMatchObject({
      profiles: [{ id: one, records: 2 }],
    });
  });

  it('holds together what is left', async () => {
    const { identity } = await testIdentity();
    const shop = customer('A', adaInShop, 'shop');
    const chat = customer('c', { ...ada, street: '', house_number: '' }, 'chat');
    const [one = ''] = await keep(identity, customer('1', ada), shop, chat);
    const before = await identity.profile(one);
    const middle = before.members.find(({ source }) => source === 'crm')?.recordId ?? '';
    await identity.split(one, { records: [middle], reason }, staff);
    const after = await identity.profile(one);
    expect(after.members.map(({ source }) => source).sort()).toEqual(['chat', 'shop']);
    expect(after.links).toMatchObject([{ madeBy: 'model' }]);
    expect(after.probability).toBeGreaterThan(0.99);
  });

  it('refuses all records, and records that are not there', async () => {
    const { identity } = await testIdentity();
    const [one = '', other = ''] = await keep(identity, customer('1', ada), customer('2', bruno));
    const recordsOf = async (id: string) => (await identity.profile(id)).members.map(({ recordId }) => recordId);
    for (const records of [await recordsOf(one), await recordsOf(other), ['r_none']])
      await expect(identity.split(one, { records, reason }, staff)).rejects.toMatchObject({
        code: 'records_not_in_profile',
      });
    await expect(identity.split('p_none', { records: ['r_1'], reason }, staff)).rejects.toMatchObject({
      code: 'profile_not_found',
    });
  });
});

describe('answering', () => {
  async function inDoubt() {
    const opened = await testIdentity();
    const [known = ''] = await keep(opened.identity, customer('1', ada));
    await keep(opened.identity, customer('9', { given_name: 'Ada', family_name: 'Kowalczyk' }));
    const [review] = (await opened.identity.reviews({})).reviews;
    if (!review) throw new Error('there is no doubt');
    return { ...opened, known, review };
  }

  it('yes joins both profiles into the one that was known', async () => {
    const { identity, known, review, storage } = await inDoubt();
    const { change, profiles } = await identity.answer(review.id, { same: 'yes', reason, seen: review.seen }, staff);
    expect(profiles).toMatchObject([{ id: known, records: 2, probability: 1, openReviews: 0 }]);
    expect(change).toMatchObject({ kind: 'answered', undoable: true, recorded: { stream: 'audit' } });
    expect(await identity.review(review.id)).toMatchObject({
      state: 'answered',
      answer: { same: 'yes', reason, by: { id: 'person:u1', name: 'Olive Owner' } },
    });
    expect(await auditEvents(storage)).toMatchObject([{ kind: 'review-answered', details: { same: 'yes' } }]);
  });

  it('no keeps them apart, whatever comes', async () => {
    const { identity, known, review } = await inDoubt();
    await identity.answer(review.id, { same: 'no', reason, seen: review.seen }, staff);
    const more = { given_name: 'Ada', family_name: 'Kowalczyk', email: ada.email, birth_date: ada.birth_date };
    const { records } = await identity.match(asking([customer('9', more)]), machine);
    expect(records).toMatchObject([{ decision: 'known', profileId: review.left.profileId }]);
    expect((await identity.profile(known)).members).toHaveLength(1);
    expect((await identity.profile(known)).history[0]).toMatchObject({ kind: 'answered', undoable: true });
  });

  it('is final once, and refused where the records changed since', async () => {
    const { identity, review } = await inDoubt();
    await keep(identity, customer('1', { ...ada, city: 'Potsdam' }));
    const stale = { same: 'yes', reason, seen: review.seen } as const;
    await expect(identity.answer(review.id, stale, staff)).rejects.toMatchObject({ code: 'review_changed' });
    const { seen } = await identity.review(review.id);
    await identity.answer(review.id, { same: 'no', reason, seen }, staff);
    await expect(identity.answer(review.id, { same: 'no', reason, seen }, staff)).rejects.toMatchObject({
      code: 'review_answered',
    });
    await expect(identity.answer('q_none', stale, staff)).rejects.toMatchObject({ code: 'review_not_found' });
  });

  it('is taken back by undoing, and given again by undoing that', async () => {
    const { identity, known, review } = await inDoubt();
    const before = [await identity.profile(known), await identity.profile(review.left.profileId)];
    const { change } = await identity.answer(review.id, { same: 'yes', reason, seen: review.seen }, staff);
    const answered = await identity.profile(known);
    const undone = await identity.undo(change.id, 'too quick', staff);
    const after = [await identity.profile(known), await identity.profile(review.left.profileId)];
    expect(after.map(contentOf)).toEqual(before.map(contentOf));
    expect((await identity.review(review.id)).state).toBe('open');
    await identity.undo(undone.change.id, 'right after all', staff);
    expect(contentOf(await identity.profile(known))).toEqual(contentOf(answered));
    expect((await identity.review(review.id)).answer).toMatchObject({ same: 'yes', reason });
  });
});

describe('undoing', () => {
  it('is refused with words when something later rests on the change', async () => {
    const { identity } = await testIdentity();
    const [one = '', other = ''] = await keep(
      identity,
      customer('1', { email: 'lone@example.net' }),
      customer('2', bruno),
      customer('2', bruno, 'shop'),
    );
    const merged = await identity.merge({ profiles: [one, other], reason }, staff);
    // Fits the records that came by the merge, and is held by them alone.
    expect(await keep(identity, customer('2', bruno, 'erp'))).toEqual([one]);
    await expect(identity.undo(merged.change.id, 'no', staff)).rejects.toMatchObject({
      code: 'change_not_undoable',
      problem: { detail: expect.stringContaining('joined on the strength of it') },
    });
    expect((await identity.profile(one)).history.find(({ id }) => id === merged.change.id)?.undoable).toBe(false);
  });

  it('is refused twice, for what was never done, and for what nothing follows from', async () => {
    const { identity } = await testIdentity();
    const [one = '', other = ''] = await keep(identity, customer('1', ada), customer('2', bruno));
    const { change } = await identity.merge({ profiles: [one, other], reason }, staff);
    await identity.undo(change.id, 'no', staff);
    await expect(identity.undo(change.id, 'no', staff)).rejects.toMatchObject({ code: 'change_not_undoable' });
    await expect(identity.undo('c_1', 'no', staff)).rejects.toMatchObject({ code: 'change_not_undoable' });
    for (const id of ['c_99', '99', 'c_', "c_1'"])
      await expect(identity.undo(id, 'no', staff)).rejects.toMatchObject({ code: 'change_not_found' });
  });

  it('follows the order of changes backwards', async () => {
    const { identity } = await testIdentity();
    const carla = { given_name: 'Carla', family_name: 'Unger', email: 'carla@example.net' };
    const [one = '', two = '', three = ''] = await keep(
      identity,
      customer('1', ada),
      customer('2', bruno),
      customer('3', carla),
    );
    const first = await identity.merge({ profiles: [one, two], reason }, staff);
    const second = await identity.merge({ profiles: [three, one], reason }, staff);
    await expect(identity.undo(first.change.id, 'no', staff)).rejects.toMatchObject({
      problem: { params: { why: 'moved' } },
    });
    await identity.undo(second.change.id, 'no', staff);
    await identity.undo(first.change.id, 'no', staff);
    const { profiles } = await identity.search({});
    expect(profiles.map(({ id, records }) => [id, records]).sort()).toEqual(
      [one, two, three].sort().map((id) => [id, 1]),
    );
  });
});
