import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileStorage, ledgerOver, testFolder } from '../ledger/test-ledger.ts';
import {
  asking,
  auditEvents,
  bruno,
  customer,
  eraser,
  identityOver,
  machine,
  staff,
  testIdentity,
} from './test-identity.ts';

const marked = {
  given_name: 'Markeradam',
  family_name: 'Markerfamily',
  email: 'marker@example.com',
  birth_date: '1970-02-03',
  note: 'MARKER-note',
};
const reason = 'asked by letter';

describe('erasing a profile', () => {
  it('destroys records, questions and texts, records it, and finds the person no more', async () => {
    const { identity, storage, graph } = await testIdentity();
    const namesake = customer('9', { given_name: 'Markeradam', family_name: 'Markerfamily' });
    const { records } = await identity.match(asking([customer('1', marked), namesake, customer('2', bruno)]), machine);
    const [profileId = '', , other = ''] = records.map((record) => record.profileId ?? '');
    const lone = (await identity.review(records[1]?.reviewId ?? '')).left.profileId;
    const erasure = await identity.erase({ profileId, reason }, eraser);
    expect(erasure).toMatchObject({ profileId, records: 1, recorded: { stream: 'audit', sequence: 1 } });
    expect(await auditEvents(storage)).toMatchObject([
      {
        kind: 'profile-erased',
        reason,
        actor: { id: 'u1' },
        details: { profile: profileId, of: 'person', records: 1 },
      },
    ]);
    await expect(identity.profile(profileId)).rejects.toMatchObject({ code: 'profile_erased' });
    await expect(identity.review(records[1]?.reviewId ?? '')).rejects.toMatchObject({ code: 'review_not_found' });
    expect(await graph.countOpenReviews()).toBe(0);
    await expect(identity.erase({ profileId, reason }, eraser)).rejects.toMatchObject({ code: 'profile_erased' });
    await expect(identity.erase({ profileId: 'p_none', reason }, eraser)).rejects.toMatchObject({
      code: 'profile_not_found',
    });
    expect((await identity.search({})).profiles.map(({ id }) => id).sort()).toEqual([lone, other].sort());
    // Whoever comes again is somebody new.
    const again = await identity.match(asking([customer('1', { ...marked, family_name: 'Neu' })]), machine);
    expect(again.records[0]?.decision).toBe('new');
    expect(again.records[0]?.profileId).not.toBe(profileId);
  });

  it('leaves changes that cannot be undone any more', async () => {
    const { identity } = await testIdentity();
    const { records } = await identity.match(asking([customer('1', marked), customer('2', bruno)]), machine);
    const [one = '', other = ''] = records.map((record) => record.profileId ?? '');
    const merged = await identity.merge({ profiles: [one, other], reason: 'MARKER-merge' }, staff);
    const split = await identity.undo(merged.change.id, 'MARKER-undo', staff);
    await identity.erase({ profileId: one, reason }, eraser);
    for (const { id } of [merged.change, split.change])
      await expect(identity.undo(id, 'back', staff)).rejects.toMatchObject({ code: 'change_not_undoable' });
    const { history } = await identity.profile(other);
    expect(history.map((change) => [change.kind, change.reason, change.undoable])).toEqual([
      ['undone', null, false],
      ['merged', null, false],
      ['created', null, false],
    ]);
  });

  it('is finished when the hub was stopped after it was recorded', async () => {
    const { identity, storage, ledger, graph } = await testIdentity();
    const { records } = await identity.match(asking([customer('1', marked)]), machine);
    const profileId = records[0]?.profileId ?? '';
    const stopped = await identityOver({
      ...storage,
      identity: { ...storage.identity, erase: () => Promise.reject(new Error('killed')) },
    });
    await expect(stopped.identity.erase({ profileId, reason }, eraser)).rejects.toThrow('killed');
    expect(await graph.recordsOf([profileId])).toHaveLength(1);
    await ledger.checkHealth();
    const restarted = await identityOver(storage);
    expect(await graph.recordsOf([profileId])).toEqual([]);
    await expect(restarted.identity.profile(profileId)).rejects.toMatchObject({ code: 'profile_erased' });
    expect(await auditEvents(storage)).toHaveLength(1);
  });

  it('leaves no value, title, reason or answer in any file of the store, nor in a log', async () => {
    const folder = testFolder();
    const storage = await fileStorage(path.join(folder, 'steward.sqlite'));
    const opened = await ledgerOver(storage);
    const { identity, logLines } = await identityOver(storage, opened);
    const send = (id: string, values: Record<string, string>, source = 'crm') =>
      identity.match(asking([customer(id, values, source)]), machine);
    await send('MARKER-id', marked);
    await send('MARKER-id', { ...marked, given_name: 'Markerbella' });
    const [doubt] = (await send('9', { given_name: 'Markerbella', family_name: 'Markerfamily' })).records;
    const { seen } = await identity.review(doubt?.reviewId ?? '');
    await identity.answer(doubt?.reviewId ?? '', { same: 'yes', reason: 'MARKER-answer', seen }, staff);
    const [brunos] = (await send('2', bruno)).records;
    const profileId = doubt?.profileId ?? '';
    const merge = { profiles: [brunos?.profileId ?? '', profileId], reason: 'MARKER-merge' };
    const merged = await identity.merge(merge, staff);
    await identity.undo(merged.change.id, 'MARKER-undo', staff);

    const files = () => readdirSync(folder).map((name) => readFileSync(path.join(folder, name)).toString('latin1'));
    const traces = () => files().flatMap((text) => text.match(/marker[\w-]*/gi) ?? []);
    expect(new Set(traces().map((trace) => trace.toLowerCase())).size).toBeGreaterThan(5);
    await identity.erase({ profileId, reason }, eraser);
    expect(traces()).toEqual([]);
    expect(JSON.stringify(logLines)).not.toMatch(/marker/i);
    expect((await identity.profile(brunos?.profileId ?? '')).title).toBe('Bruno Thiessen');
  });
});
