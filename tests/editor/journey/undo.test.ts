import { beforeEach, describe, expect, it } from 'vitest';
import { stepTypes, type Journey } from '../../../engine/index.ts';
import { openSession } from '../../../editor/src/journey/store/open-session.ts';
import type { JourneySession } from '../../../editor/src/journey/store/session.ts';
import { fakeJourneyApi, manualClock, memoryStorage, refundTriage, stored, testPorts } from './harness.ts';

let clock: ReturnType<typeof manualClock>;
let session: JourneySession;
let before: Journey;

beforeEach(() => {
  clock = manualClock();
  before = refundTriage();
  const { api } = fakeJourneyApi(stored(before));
  session = openSession(stored(before), api, testPorts(clock, memoryStorage())).session;
});

const journey = () => session.document.getState().journey;
const labels = () => session.document.getState().history.past.map((entry) => entry.label);
const stepNamed = (name: string) => {
  const step = journey().steps.find((entry) => entry.name === name);
  if (step === undefined) throw new Error(`no step ${name}`);
  return step;
};

describe('one undo stack for canvas, inspector and grid', () => {
  it('takes back changes of all three in the order in which they were made, and brings them again', () => {
    const paid = stepNamed('Paid');
    session.edits.moveSteps(new Map([[paid.id, { x: 1600, y: 0 }]]));
    session.edits.setParameters(paid.id, { ...paid.parameters, status: 201 }, 'status');
    const row = before.tables['refund-limits']?.rows[2];
    session.tableEdits
      .grid('refund-limits')
      .setCells([{ kind: 'when', row: row?.id ?? '', input: 'amount', text: '<= 300' }]);
    const after = journey();
    expect(labels()).toEqual(['Move Paid', 'Change Paid', 'Edit a cell in Refund limits']);

    expect(session.document.undo()).toBe('Edit a cell in Refund limits');
    expect(journey().tables).toEqual(before.tables);
    expect(session.document.undo()).toBe('Change Paid');
    expect(stepNamed('Paid').parameters).toEqual(paid.parameters);
    expect(session.document.undo()).toBe('Move Paid');
    expect(journey()).toEqual(before);
    expect(session.document.undo()).toBeNull();

    session.document.redo();
    session.document.redo();
    session.document.redo();
    expect(journey()).toEqual(after);
    expect(session.document.redo()).toBeNull();
  });

  it('forgets what was undone as soon as something else is done', () => {
    session.edits.renameJourney('A');
    session.document.undo();
    session.edits.renameJourney('B');
    expect(session.document.redo()).toBeNull();
    expect(journey().name).toBe('B');
  });

  it('brings back a deleted step with its links and its table', () => {
    const step = stepNamed('Refund limits');
    session.edits.remove([step.id], []);
    expect(journey().tables).toEqual({});
    session.document.undo();
    expect(journey()).toEqual(before);
  });

  it('adds a step with its table and link as one entry', () => {
    const type = stepTypes['decision-table'];
    if (type === undefined) throw new Error('no decision table');
    const id = session.edits.addStep(type, { from: { step: stepNamed('Paid').id, port: 'out' } });
    expect(journey().links.some((link) => link.to.step === id)).toBe(true);
    expect(Object.keys(journey().tables)).toHaveLength(2);
    session.document.undo();
    expect(journey()).toEqual(before);
  });

  it('puts a step on a link, makes room for it, and takes all of that back at once', () => {
    const type = stepTypes['branch'];
    const link = before.links[0];
    if (type === undefined || link === undefined) throw new Error('no branch, or no link');
    const id = session.edits.addStep(type, { link: link.id });
    const xs = (wanted: string) => journey().steps.find((step) => step.id === wanted)?.position.x ?? NaN;
    expect(xs(id ?? '')).toBeGreaterThanOrEqual(xs(link.from.step) + 208);
    expect(xs(link.to.step)).toBeGreaterThanOrEqual(xs(id ?? '') + 208);
    session.document.undo();
    expect(journey()).toEqual(before);
  });
});

describe('gestures', () => {
  it('joins the letters of one typing burst in one field', async () => {
    const step = stepNamed('Refund request');
    for (const path of ['r', 're', 'ref']) {
      session.edits.setParameters(step.id, { ...step.parameters, path }, 'path');
      await clock.pass(200);
    }
    expect(labels()).toEqual(['Change Refund request']);
    session.document.undo();
    expect(journey()).toEqual(before);
    session.document.redo();
    expect(stepNamed('Refund request').parameters['path']).toBe('ref');
  });

  it('begins a new entry after a pause, and for another field', async () => {
    const step = stepNamed('Refund request');
    session.edits.setParameters(step.id, { ...step.parameters, path: 'a' }, 'path');
    await clock.pass(1500);
    session.edits.setParameters(step.id, { ...step.parameters, path: 'ab' }, 'path');
    session.edits.setParameters(step.id, { ...step.parameters, path: 'ab', method: 'PUT' }, 'method');
    expect(labels()).toHaveLength(3);
  });

  it('joins keyboard moves that follow one another, but not drags', async () => {
    const { id, position } = stepNamed('Paid');
    for (const by of [16, 32, 48]) {
      session.edits.moveSteps(new Map([[id, { x: position.x + by, y: position.y }]]), undefined, 'nudge');
      await clock.pass(100);
    }
    expect(labels()).toHaveLength(1);
    session.edits.moveSteps(new Map([[id, { x: 0, y: 0 }]]));
    session.edits.moveSteps(new Map([[id, { x: 16, y: 0 }]]));
    expect(labels()).toHaveLength(3);
  });

  it('leaves no entry for a step that is dropped where it was', () => {
    const { id, position } = stepNamed('Paid');
    session.edits.moveSteps(new Map([[id, { ...position }]]));
    expect(labels()).toEqual([]);
  });

  it('pastes a range of cells as one entry, and makes the rows that are missing', () => {
    const rows = journey().tables['refund-limits']?.rows ?? [];
    const grid = session.tableEdits.grid('refund-limits');
    const last = rows.length - 1;
    grid.paste([last], { row: 0, column: 0 }, 'damaged\t> 10\n"late_delivery"\t< 5');
    const after = journey().tables['refund-limits']?.rows ?? [];
    expect(after).toHaveLength(rows.length + 1);
    expect(after[last]?.when).toMatchObject({ reason: '"damaged"', amount: '> 10' });
    expect(after[last + 1]?.when).toMatchObject({ reason: '"late_delivery"', amount: '< 5' });
    session.document.undo();
    expect(journey()).toEqual(before);
  });
});

it('tells why a change is not possible, and changes nothing', () => {
  const ports = testPorts(clock, memoryStorage());
  const { session: other } = openSession(stored(before), fakeJourneyApi(stored(before)).api, ports);
  other.edits.renameStep(stepNamed('Paid').id, 'Refused');
  expect(ports.refused).toHaveLength(1);
  expect(other.document.getState().journey).toBe(before);
  expect(other.document.getState().history.past).toEqual([]);
});
