import { beforeEach, describe, expect, it } from 'vitest';
import type { Journey } from '../../../engine/index.ts';
import { openSession } from '../../../editor/src/journey/store/open-session.ts';
import { loadTheirs } from '../../../editor/src/journey/store/resolve-conflict.ts';
import { fakeJourneyApi, manualClock, memoryStorage, refundTriage, settled, stored, testPorts } from './harness.ts';

let clock: ReturnType<typeof manualClock>;
let storage: ReturnType<typeof memoryStorage>;
let before: Journey;

beforeEach(() => {
  clock = manualClock();
  storage = memoryStorage();
  before = refundTriage();
});

function open(revision = 7, fake = fakeJourneyApi(stored(before, revision))) {
  const opened = openSession(fake.hub.current(), fake.api, testPorts(clock, storage));
  return { ...opened, ...fake, status: () => opened.session.autosave.state.getState().status };
}

describe('saving by itself', () => {
  it('waits for a pause, saves once, and counts the revision on', async () => {
    const { session, hub, status } = open();
    session.edits.renameJourney('A');
    session.edits.renameJourney('AB');
    expect(status().kind).toBe('waiting');
    await clock.pass(2000);
    expect(hub.saves).toHaveLength(1);
    expect(hub.saves[0]).toMatchObject({ revision: 7, outcome: 'saved' });
    expect(hub.current().document.name).toBe('AB');
    expect(status().kind).toBe('saved');
    expect(session.autosave.state.getState().revision).toBe(8);
    expect(storage.keys()).toEqual([]);
  });

  it('saves again what was edited while a save was on its way', async () => {
    const { session, hub, api, status } = open();
    let answer: () => void = () => undefined;
    const save = api.save;
    api.save = async (document, revision) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return save(document, revision);
    };
    session.edits.renameJourney('first');
    await clock.pass(2000);
    session.edits.renameJourney('second');
    answer();
    await settled();
    expect(status().kind).toBe('waiting');
    await clock.pass(2000);
    answer();
    await settled();
    expect(hub.current().document.name).toBe('second');
    expect(hub.saves.map((entry) => entry.revision)).toEqual([7, 8]);
  });

  it('keeps edits in the browser while the hub is away, tries again ever less often, and saves when it is back', async () => {
    const { session, hub, status } = open();
    hub.isDown = true;
    session.edits.renameJourney('kept');
    await clock.pass(1500);
    expect(status()).toEqual({ kind: 'offline', keptHere: true });
    expect(storage.keys()).toHaveLength(1);
    const attempts = hub.saves.length;
    await clock.pass(60_000);
    expect(hub.saves.length - attempts).toBeLessThan(8);
    hub.isDown = false;
    await session.autosave.flush();
    expect(hub.current().document.name).toBe('kept');
    expect(status().kind).toBe('saved');
    expect(storage.keys()).toEqual([]);
  });

  it('says so when not even the browser can keep the edits', async () => {
    const { session, hub, status } = open();
    storage.full = true;
    hub.isDown = true;
    session.edits.renameJourney('lost?');
    await clock.pass(1500);
    expect(status()).toEqual({ kind: 'offline', keptHere: false });
  });

  it('does not repeat what the hub refuses, but tries the next edit', async () => {
    const { session, hub, status } = open();
    hub.refuses = 'This is too large.';
    session.edits.renameJourney('big');
    await clock.pass(30_000);
    expect(hub.saves).toHaveLength(1);
    expect(status()).toEqual({ kind: 'refused', message: 'This is too large.' });
    hub.refuses = null;
    session.edits.renameJourney('small');
    await clock.pass(2000);
    expect(hub.current().document.name).toBe('small');
  });
});

describe('a change made elsewhere', () => {
  it('is never overwritten: saving stops and both versions stay', async () => {
    const { session, hub, status } = open();
    hub.changeElsewhere((document) => ({ ...document, name: 'theirs' }));
    session.edits.renameJourney('mine');
    await clock.pass(5000);
    expect(status()).toMatchObject({ kind: 'conflict', current: { revision: 8, updatedBy: 'Mei Tanaka' } });
    session.edits.describeJourney('still typing');
    await clock.pass(60_000);
    expect(hub.saves).toHaveLength(1);
    expect(hub.current().document.name).toBe('theirs');
    expect(session.document.getState().journey).toMatchObject({ name: 'mine', description: 'still typing' });
    expect(storage.keys()).toHaveLength(1);
  });

  it('can be taken over, with the edits made here kept as a journey of their own', async () => {
    const { session, hub, status } = open();
    hub.changeElsewhere((document) => ({ ...document, name: 'theirs' }));
    session.edits.renameJourney('mine');
    await clock.pass(2000);
    const now = status();
    if (now.kind !== 'conflict') throw new Error('no conflict');
    await loadTheirs(session, now.current);
    expect(session.document.getState().journey.name).toBe('theirs');
    expect(hub.created[0]?.document.name).toBe('mine (my edits)');
    expect(hub.created[0]?.document.id).not.toBe(before.id);
    expect(status().kind).toBe('saved');
    expect(storage.keys()).toEqual([]);
    session.edits.renameJourney('theirs, on');
    await clock.pass(2000);
    expect(hub.current().document.name).toBe('theirs, on');
  });

  it('stays unresolved when the copy cannot be made', async () => {
    const { session, hub, status } = open();
    hub.changeElsewhere((document) => ({ ...document, name: 'theirs' }));
    session.edits.renameJourney('mine');
    await clock.pass(2000);
    const now = status();
    if (now.kind !== 'conflict') throw new Error('no conflict');
    hub.isDown = true;
    await expect(loadTheirs(session, now.current)).rejects.toThrow();
    expect(session.document.getState().journey.name).toBe('mine');
    expect(status().kind).toBe('conflict');
  });

  it('can be replaced once it was seen', async () => {
    const { session, hub, status } = open();
    hub.changeElsewhere((document) => ({ ...document, name: 'theirs' }));
    session.edits.renameJourney('mine');
    await clock.pass(2000);
    const now = status();
    if (now.kind !== 'conflict') throw new Error('no conflict');
    expect(await session.autosave.overwrite(now.current)).toBe(true);
    expect(hub.current().document.name).toBe('mine');
    expect(hub.current().revision).toBe(9);
  });

  it('asks again when somebody saved once more before the answer', async () => {
    const { session, hub, status } = open();
    hub.changeElsewhere((document) => ({ ...document, name: 'theirs' }));
    session.edits.renameJourney('mine');
    await clock.pass(2000);
    const now = status();
    if (now.kind !== 'conflict') throw new Error('no conflict');
    hub.changeElsewhere((document) => ({ ...document, name: 'theirs again' }));
    expect(await session.autosave.overwrite(now.current)).toBe(false);
    expect(status()).toMatchObject({ kind: 'conflict', current: { document: { name: 'theirs again' } } });
    expect(hub.current().document.name).toBe('theirs again');
  });

  it('is noticed without an edit, and only shown on demand', async () => {
    const { session, hub, status } = open();
    hub.changeElsewhere((document) => ({ ...document, name: 'theirs' }));
    await session.autosave.lookElsewhere();
    expect(session.autosave.state.getState().elsewhere?.document.name).toBe('theirs');
    expect(session.document.getState().journey.name).toBe(before.name);
    expect(status().kind).toBe('saved');
  });
});

describe('a reload with unsaved edits', () => {
  it('brings them back and saves them', async () => {
    const fake = fakeJourneyApi(stored(before));
    fake.hub.isDown = true;
    const first = open(7, fake);
    first.session.edits.renameJourney('before the crash');
    await clock.pass(500);
    first.session.autosave.stop();
    fake.hub.isDown = false;

    const second = open(7, fake);
    expect(second.recovered.kind).toBe('restored');
    expect(second.session.document.getState().journey.name).toBe('before the crash');
    await clock.pass(2000);
    expect(fake.hub.current().document.name).toBe('before the crash');
    expect(storage.keys()).toEqual([]);
  });

  it('asks when the journey was changed elsewhere meanwhile', async () => {
    const fake = fakeJourneyApi(stored(before));
    fake.hub.isDown = true;
    const first = open(7, fake);
    first.session.edits.renameJourney('mine');
    first.session.autosave.stop();
    fake.hub.isDown = false;
    fake.hub.changeElsewhere((document) => ({ ...document, name: 'theirs' }));

    const second = open(8, fake);
    expect(second.recovered.kind).toBe('conflict');
    await settled();
    expect(second.status().kind).toBe('conflict');
    expect(fake.hub.current().document.name).toBe('theirs');
    expect(second.session.document.getState().journey.name).toBe('mine');
  });

  it('does not ask when the edits had arrived and only the answer was lost', () => {
    const fake = fakeJourneyApi(stored(before));
    fake.hub.isDown = true;
    const first = open(7, fake);
    first.session.edits.renameJourney('arrived');
    first.session.autosave.stop();
    fake.hub.isDown = false;
    fake.hub.changeElsewhere(() => first.session.document.getState().journey, 'me');

    const second = open(8, fake);
    expect(second.recovered.kind).toBe('nothing');
    expect(second.status().kind).toBe('saved');
    expect(storage.keys()).toEqual([]);
  });

  it('is not confused by what somebody else put under its key', () => {
    storage.setItem(`steward.draft.${before.id}.7`, '{"not":"a draft"');
    expect(open().recovered.kind).toBe('nothing');
  });
});
