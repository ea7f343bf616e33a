import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { IdentityModel } from '../../engine/index.ts';
import type { GraphWrite, IdentityStore, IdentityWriter } from '../../hub/src/identity/identity.store.ts';
import { pairOf, type ChangeEvent } from '../../hub/src/identity/identity.rows.ts';
import { by, change, link, profile, record, review } from './identity-rows.ts';
import { at } from './ledger-rows.ts';
import type { StoreContract } from './store-under-test.ts';

/** Who a customer is: found by keys, held together by links, changed by one writer at a time, and erased without a trace. */
export const identityContract: StoreContract = (under) => {
  const graph = (): IdentityStore => under().storage.identity;
  const write = (content: GraphWrite, store = graph()) => store.exclusively((writer) => writer.write(content));

  test('records come back as they were written, and are written over', async () => {
    const odd = { given_name: 'Zoë \u0000 "\\', note: '\ud800' };
    const records = [record('r_1', 'p_1', odd), record('r_2', 'p_1'), record('r_3', 'p_2')];
    await write({ records, lookups: [{ lookup: 'l1', record: 'r_1' }] });
    expect(await graph().records(['r_1', 'r_3', 'r_9'])).toEqual([records[0], records[2]]);
    expect(await graph().recordsOf(['p_1'])).toEqual(records.slice(0, 2));
    expect(await graph().recordsByLookup(['l1', 'l2'])).toEqual(new Map([['l1', 'r_1']]));
    await write({ records: [record('r_1', 'p_2', { email: 'new@example.com' })] });
    expect((await graph().recordsOf(['p_2'])).map(({ id }) => id)).toEqual(['r_1', 'r_3']);
    expect((await graph().records(['r_1']))[0]?.content.values).toEqual({ email: 'new@example.com' });
    expect([await graph().records([]), await graph().recordsOf([])]).toEqual([[], []]);
  });

  test('the same record of a system is kept once, whoever writes it', async () => {
    await write({ records: [record('r_1', 'p_1')], lookups: [{ lookup: 'l1', record: 'r_1' }] });
    await expect(
      write({ records: [record('r_2', 'p_2')], lookups: [{ lookup: 'l1', record: 'r_2' }] }),
    ).rejects.toThrow();
    expect(await graph().records(['r_2'])).toEqual([]);
  });

  test('records are found by their keys, and a key of too many is said to be one', async () => {
    const [all, few, more, none, other] = [1, 2, Number.MAX_SAFE_INTEGER, 4, 5];
    const ids = Array.from({ length: 7 }, (_, index) => `r_${index}`);
    await write({
      records: ids.map((id) => record(id, `p_${id}`)),
      keys: ids.map((record, index) => ({ record, isNew: true, keys: [all, index < 3 ? few : more, all] })),
    });
    expect(await graph().recordsByKey([all, few, none, more], 4)).toEqual(
      new Map([
        [all, null],
        [few, ids.slice(0, 3)],
        [more, ids.slice(3)],
      ]),
    );
    await write({ keys: [{ record: 'r_0', isNew: false, keys: [other] }] });
    expect(await graph().recordsByKey([few, other], 4)).toEqual(
      new Map([
        [few, ['r_1', 'r_2']],
        [other, ['r_0']],
      ]),
    );
    expect(await graph().recordsByKey([], 4)).toEqual(new Map());
  });

  test('all records of a kind are read in pages, in order', async () => {
    const ids = Array.from({ length: 2_300 }, (_, index) => `r_${String(index).padStart(5, '0')}`);
    const company = { ...record('r_company', 'p_c'), kind: 'company' as const };
    await write({ records: [...ids.map((id) => record(id, 'p_1')), company] });
    const pages: string[][] = [];
    for await (const page of graph().allRecords('person')) pages.push(page.map(({ id }) => id));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat()).toEqual(ids);
  });

  test('links and what is never linked are found from either side, and removed', async () => {
    const links = [link('r_2', 'r_1'), link('r_2', 'r_3', { madeBy: 'person', bits: -3.5 })];
    await write({
      records: ['r_1', 'r_2', 'r_3'].map((id) => record(id, 'p_1')),
      links: { put: links, remove: [] },
      neverLinks: { put: [pairOf('r_9', 'r_1')], remove: [] },
    });
    expect(await graph().links(['r_2'])).toEqual(links);
    expect(await graph().links(['r_3'])).toEqual([links[1]]);
    expect(await graph().neverLinks(['r_9'])).toEqual([{ left: 'r_1', right: 'r_9' }]);
    expect(await graph().saidByPersons('person')).toEqual({
      links: [{ left: 'r_2', right: 'r_3' }],
      neverLinks: [{ left: 'r_1', right: 'r_9' }],
    });
    await write({
      links: { put: [link('r_1', 'r_2', { bits: 4 })], remove: [pairOf('r_3', 'r_2')] },
      neverLinks: { put: [], remove: [pairOf('r_1', 'r_9')] },
    });
    expect(await graph().links(['r_1', 'r_2', 'r_3'])).toEqual([link('r_1', 'r_2', { bits: 4 })]);
    expect(await graph().neverLinks(['r_1', 'r_9'])).toEqual([]);
  });

  test('profiles are searched by the beginnings of words, newest first, page by page', async () => {
    const profiles = Array.from({ length: 9 }, (_, index) =>
      profile(`p_${index}`, { changedAt: at(Math.floor(index / 2)), searchText: `anna 100%_${index} \\` }),
    );
    await write({ profiles: [...profiles, profile('p_empty', { records: 0 }), profile('p_c', { kind: 'company' })] });
    const seen: string[] = [];
    let before: { changedAt: string; id: string } | undefined;
    for (;;) {
      const page = await graph().searchProfiles({ kind: 'person', limit: 4, ...(before && { before }) });
      seen.push(...page.map(({ id }) => id));
      const last = page.at(-1);
      if (last === undefined) break;
      before = last;
    }
    expect(seen).toEqual(['p_8', 'p_7', 'p_6', 'p_5', 'p_4', 'p_3', 'p_2', 'p_1', 'p_0']);
    const found = async (text: string) => (await graph().searchProfiles({ text, limit: 50 })).map(({ id }) => id);
    expect(await found('100%_4')).toEqual(['p_4']);
    expect(await found('10')).toHaveLength(9);
    expect(await found('4 ann')).toEqual(['p_4']);
    expect(await found('nna')).toEqual([]);
    expect(await found('anna 44')).toEqual([]);
    expect(await found('\\')).toEqual([]);
    expect(await found('of p_c')).toEqual(['p_c']);
    await write({ profiles: [profile('p_4', { searchText: 'berta' })] });
    expect(await found('100 4')).toEqual([]);
    expect(await found('bert')).toEqual(['p_4']);
    expect(await graph().countProfiles('person')).toBe(9);
    expect(await graph().profiles(['p_3', 'p_empty'])).toEqual([profiles[3], profile('p_empty', { records: 0 })]);
  });

  test('questions come with the likeliest first, answers with the newest, page by page', async () => {
    const open = [0.5, 0.9, 0.9, 0.7, 0.9].map((probability, index) =>
      review(`q_${index}`, `r_${index}`, 'r_x', { probability, askedAt: at(index === 4 ? 1 : 5) }),
    );
    const answered = [1, 3, 2].map((second) =>
      review(`a_${second}`, `r_a${second}`, 'r_x', {
        state: 'answered',
        askedBy: { journey: 'w', step: 's', execution: null },
        answer: { same: 'no', reason: 'looked', by, at: at(second) },
      }),
    );
    await write({ reviews: [...open, ...answered, review('q_w', 'r_1', 'r_2', { state: 'withdrawn' })] });
    const ids: string[] = [];
    for (let after; ;) {
      const page = await graph().pageOfReviews({ state: 'open', limit: 2, ...(after && { after }) });
      ids.push(...page.map(({ id }) => id));
      after = page.at(-1);
      if (after === undefined) break;
    }
    expect(ids).toEqual(['q_4', 'q_1', 'q_2', 'q_3', 'q_0']);
    const done = await graph().pageOfReviews({ state: 'answered', limit: 2 });
    expect(done).toEqual([answered[1], answered[2]]);
    const rest = await graph().pageOfReviews({
      state: 'answered',
      limit: 2,
      after: { answeredAt: at(2), id: 'a_2' },
    });
    expect(rest.map(({ id }) => id)).toEqual(['a_1']);
    expect((await graph().openReviewsOf(['r_2', 'r_a1'])).map(({ id }) => id)).toEqual(['q_2']);
    expect([await graph().countOpenReviews(), await graph().countOpenReviews('company')]).toEqual([5, 0]);
    expect(await graph().review('q_0')).toEqual(open[0]);
    expect(await graph().review('none')).toBeNull();
  });

  test('changes are numbered, found by profile, marked when undone, and wait until the ledger has them', async () => {
    const effect = {
      moves: [{ record: 'r_1', from: 'p_1', to: 'p_2' }],
      addedLinks: [link('r_1', 'r_2')],
      removedLinks: [],
      addedNeverLinks: [],
      removedNeverLinks: [pairOf('r_1', 'r_3')],
      reviews: [],
    };
    const event: ChangeEvent = { kind: 'profiles-merged', details: { profiles: ['p_1', 'p_2'] } };
    const first = change(['p_1', 'p_2'], { effect, event, records: ['r_1'] });
    expect(await write({ changes: [first, change(['p_3'])] })).toEqual([1, 2]);
    expect(await write({ changes: [change(['p_2'], { change: 'undone', undoes: 1 })] })).toEqual([3]);
    const kept = { ...first, sequence: 1, undoneBy: 3, recorded: null };
    expect(await graph().change(1)).toEqual(kept);
    expect((await graph().changesOf(['p_2'], 9)).map(({ sequence }) => sequence)).toEqual([3, 1]);
    expect((await graph().changesOf(['p_1', 'p_3'], 1)).map(({ sequence }) => sequence)).toEqual([2]);
    expect(await graph().changesToRecord(9)).toEqual([kept]);
    await graph().noteRecorded(1, 17);
    expect(await graph().changesToRecord(9)).toEqual([]);
    expect((await graph().change(1))?.recorded).toBe(17);
    expect(await graph().change(9)).toBeNull();
  });

  test('policies are kept by revision, the newest in force', async () => {
    expect(await graph().policy('person')).toBeNull();
    const policy = (revision: number) => ({
      kind: 'person' as const,
      revision,
      model: { id: 'people', version: String(revision) } as unknown as IdentityModel,
      survivorship: { otherwise: { by: 'longest' as const }, fields: {} },
      changedAt: at(revision),
      changedBy: revision === 1 ? null : by,
      apply: 'from-now' as const,
      reason: revision === 1 ? null : 'stricter',
    });
    await write({ policy: policy(1) });
    await write({ policy: policy(2), changes: [change([], { change: 'policy-changed' })] });
    await graph().noteRecorded(1, 5);
    expect(await graph().policy('person')).toEqual({ ...policy(2), recorded: 5 });
    expect((await graph().policies('person', 9)).map(({ revision, recorded }) => [revision, recorded])).toEqual([
      [2, 5],
      [1, null],
    ]);
    expect(await graph().policy('company')).toBeNull();
    await expect(write({ policy: policy(2) })).rejects.toThrow();
  });

  test('one writer works at a time, and what fails leaves nothing', async () => {
    const stores = [graph(), (await under().another()).identity];
    const add = (store: IdentityStore) =>
      store.exclusively(async (writer) => {
        const [known] = await writer.records(['r_count']);
        const count = Number(known?.content.values['count'] ?? 0);
        return writer.write({
          records: [record('r_count', 'p_1', { count: String(count + 1) })],
          changes: [change([])],
        });
      });
    const numbers = await Promise.all(Array.from({ length: 20 }, (_, index) => add(stores[index % 2] ?? graph())));
    expect(numbers.flat().sort((one, other) => one - other)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect((await graph().records(['r_count']))[0]?.content.values).toEqual({ count: '20' });
    const failing = async (writer: IdentityWriter): Promise<void> => {
      await writer.write({ records: [record('r_lost', 'p_1')], changes: [change(['p_1'])] });
      throw new Error('no');
    };
    const version = await graph().version();
    await expect(graph().exclusively(failing)).rejects.toThrow('no');
    expect([await graph().records(['r_lost']), await graph().version()]).toEqual([[], version]);
  });

  test('what was planned on an older graph is not written', async () => {
    expect(await graph().version()).toBe(0);
    expect(await graph().writeAt(0, { records: [record('r_1', 'p_1')] })).toEqual([]);
    const version = await graph().version();
    expect(await graph().writeAt(0, { records: [record('r_2', 'p_1')] })).toBeNull();
    const another = (await under().another()).identity;
    expect(await another.writeAt(version, { changes: [change([])] })).toEqual([1]);
    expect(await graph().writeAt(version, { records: [record('r_3', 'p_1')] })).toBeNull();
    expect((await graph().recordsOf(['p_1'])).map(({ id }) => id)).toEqual(['r_1']);
  });

  test('of an erased profile no byte is left in the files of the store, and everything else stays', async () => {
    const planted = (name: string) => `planted-${name}`;
    await write({
      records: [
        record('r_1', 'p_1', { given_name: planted('value') }),
        record('r_2', 'p_1', { email: planted('second') }),
        record('r_3', 'p_2', { given_name: 'stays-value' }),
      ],
      lookups: [{ lookup: planted('lookup'), record: 'r_1' }],
      keys: [
        { record: 'r_1', isNew: true, keys: [77] },
        { record: 'r_3', isNew: true, keys: [77] },
      ],
      profiles: [
        profile('p_1', { title: planted('title'), searchText: `${planted('search')} wordoferased` }),
        profile('p_2'),
      ],
      links: { put: [link('r_1', 'r_2')], remove: [] },
      neverLinks: { put: [pairOf('r_1', 'r_3')], remove: [] },
      reviews: [
        review('q_1', 'r_3', 'r_1', {
          state: 'answered',
          answer: { same: 'no', reason: planted('answer'), by, at: at(4) },
        }),
        review('q_2', 'r_3', 'r_x'),
      ],
      changes: [change(['p_1'], { reason: planted('reason') }), change(['p_2'], { reason: 'stays-reason' })],
    });
    // Written over and merged away: what was there before lies in rows that nobody sees any more.
    await write({ records: [record('r_1', 'p_1', { given_name: planted('later') })] });
    await write({
      profiles: [profile('p_0', { title: planted('merged'), searchText: 'wordofmerged' })],
      changes: [change(['p_0', 'p_1'])],
    });
    await write({ profiles: [profile('p_0', { title: '', searchText: '', records: 0, mergedInto: 'p_1' })] });
    const names = ['value', 'second', 'title', 'search', 'answer', 'reason', 'later', 'merged', 'lookup'];
    // Words of the index stand alone.
    const indexed = ['wordoferased', 'wordofmerged'];
    await under().run('analyze');
    await under().run(under().flushStatement);
    expect(textsIn(under().folder, indexed)).toEqual(new Set(indexed));
    expect(textsIn(under().folder, names.map(planted)).size, 'they must be found before').toBeGreaterThanOrEqual(7);

    const version = await graph().version();
    expect(await graph().erase('p_1', at(9))).toBe(2);
    expect(await graph().version()).toBeGreaterThan(version);
    await under().run(under().flushStatement);
    expect(textsIn(under().folder, [...names.map(planted), ...indexed])).toEqual(new Set());
    expect(await graph().searchProfiles({ text: 'wordoferased', limit: 9 })).toEqual([]);
    expect(textsIn(under().folder, ['stays-value', 'stays-reason'])).toEqual(new Set(['stays-value', 'stays-reason']));

    expect(await graph().erase('p_1', at(10))).toBeNull();
    expect(await graph().erase('p_none', at(10))).toBeNull();
    expect(await graph().recordsOf(['p_1', 'p_2'])).toEqual([record('r_3', 'p_2', { given_name: 'stays-value' })]);
    expect(await graph().recordsByKey([77], 9)).toEqual(new Map([[77, ['r_3']]]));
    expect([await graph().links(['r_1']), await graph().neverLinks(['r_3']), await graph().review('q_1')]).toEqual([
      [],
      [],
      null,
    ]);
    expect(await graph().review('q_2')).not.toBeNull();
    expect((await graph().profiles(['p_1']))[0]).toMatchObject({ title: '', records: 0, erasedAt: at(9) });
    expect((await graph().changesOf(['p_1'], 9)).map(({ reason }) => reason)).toEqual([null, null]);
  });
};

/** Which of the texts stand in the files below the folder. */
function textsIn(folder: string, texts: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readIfThere(join(entry.parentPath, entry.name));
    for (const text of texts) if (bytes.includes(text)) found.add(text);
  }
  return found;
}

/** A database removes files of its own while it runs. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
