import '../../property-seed.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredRecord } from '../../../hub/src/identity/identity.rows.ts';
import { ada, asking, bruno, customer, machine, staff, testIdentity } from './test-identity.ts';

type Opened = Awaited<ReturnType<typeof testIdentity>>;

const carla = { given_name: 'Carla', family_name: 'Unger', email: 'carla@example.net', birth_date: '1990-05-06' };

/** Everything that the graph holds of the people, but for moments and history. */
async function snapshot({ graph }: Opened) {
  const records: StoredRecord[] = [];
  for await (const page of graph.allRecords('person')) records.push(...page);
  const ids = records.map(({ id }) => id);
  const profileIds = [...new Set(records.map(({ profileId }) => profileId))];
  const profiles = await graph.profiles(profileIds);
  return {
    records,
    profiles: profiles.map(({ changedAt: _, ...profile }) => profile),
    links: await graph.links(ids),
    neverLinks: await graph.neverLinks(ids),
    reviews: await graph.openReviewsOf(ids),
  };
}

/** What somebody does next: numbers choose among what there is. */
const action = fc.record({
  what: fc.constantFrom('merge', 'split', 'answer', 'policy'),
  one: fc.nat(99),
  other: fc.nat(99),
});

type Action = { what: string; one: number; other: number };

/** Does it and returns the changes, newest first; none when there is nothing of the kind to do. */
async function carryOut({ identity }: Opened, { what, one, other }: Action): Promise<string[]> {
  const { profiles } = await identity.search({});
  const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)];
  if (what === 'merge') {
    const ids = [pick(profiles, one)?.id ?? '', pick(profiles, other)?.id ?? ''];
    if (ids[0] === ids[1]) return [];
    return [(await identity.merge({ profiles: ids, reason: 'chosen' }, staff)).change.id];
  }
  if (what === 'split') {
    const profile = pick(
      profiles.filter(({ records }) => records > 1),
      one,
    );
    if (profile === undefined) return [];
    const { members } = await identity.profile(profile.id);
    const records = members.filter((_, index) => ((other + 1) >> index) & 1).map(({ recordId }) => recordId);
    if (records.length === 0 || records.length === members.length) return [];
    return [(await identity.split(profile.id, { records, reason: 'chosen' }, staff)).change.id];
  }
  if (what === 'answer') {
    const review = pick((await identity.reviews({})).reviews, one);
    if (review === undefined) return [];
    const answer = { same: other % 2 ? 'yes' : 'no', reason: 'chosen', seen: review.seen } as const;
    return [(await identity.answer(review.id, answer, staff)).change.id];
  }
  const { revision, model, survivorship } = await identity.policy('person');
  const zones = { same: [0.5, 0.99, 1 - 1e-12][one % 3] ?? 0.99, ask: 0.4 };
  const known = new Set((await Promise.all(profiles.map(({ id }) => identity.profile(id)))).flatMap(changeIds));
  const change = { model: { ...model, zones }, survivorship, apply: 'to-existing', reason: 'chosen' } as const;
  await identity.putPolicy('person', revision, change, staff);
  const after = (await identity.search({})).profiles;
  const changes = new Set((await Promise.all(after.map(({ id }) => identity.profile(id)))).flatMap(changeIds));
  return [...changes].filter((id) => !known.has(id)).sort((a, b) => Number(b.slice(2)) - Number(a.slice(2)));
}

function changeIds({ history }: { history: { id: string; undoable: boolean }[] }): string[] {
  return history.filter(({ undoable }) => undoable).map(({ id }) => id);
}

async function people(): Promise<Opened> {
  const opened = await testIdentity();
  const of = (values: Record<string, string>, ...left: string[]) =>
    Object.fromEntries(Object.entries(values).filter(([field]) => !left.includes(field)));
  await opened.identity.match(
    asking([
      customer('1', ada),
      customer('2', of(ada, 'email', 'phone'), 'shop'),
      customer('3', { given_name: 'Ada', family_name: 'Kowalczyk' }, 'chat'),
      customer('4', bruno),
      customer('5', of(bruno, 'birth_date', 'street'), 'shop'),
      customer('6', carla),
      customer('7', { given_name: 'Carla', family_name: 'Unger' }, 'chat'),
    ]),
    machine,
  );
  return opened;
}

test('whatever was merged, split, answered or ruled, undoing it backwards restores the graph exactly', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 5 }), async (actions) => {
      const opened = await people();
      const first = await snapshot(opened);
      // A policy asks questions of its own, which stay; those that were there come back.
      const asked = new Set(first.reviews.map(({ id }) => id));
      const states = [first];
      const done: string[][] = [];
      for (const one of actions) {
        const changes = await carryOut(opened, one);
        if (changes.length === 0) continue;
        done.push(changes);
        states.push(await snapshot(opened));
      }
      for (const [index, changes] of done.toReversed().entries()) {
        for (const id of changes) await opened.identity.undo(id, 'back', staff);
        const [now, then] = [await snapshot(opened), states.at(-2 - index)].map(
          (state) => state && { ...state, reviews: state.reviews.filter(({ id }) => asked.has(id)) },
        );
        expect(now).toEqual(then);
      }
    }),
    { numRuns: 30 },
  );
}, 120_000);
