import { beforeEach, describe, expect, it } from 'vitest';
import { runTableTests, simulateJourney, type DecisionTable, type JsonObject } from '../../../engine/index.ts';
import { refundCustomers } from '../../../examples/refund-triage/customers.ts';
import { rulePacks } from '../../../rules/index.ts';
import { mappingOf } from '../../../editor/src/journey/simulate/explain-step.ts';
import { replay } from '../../../editor/src/journey/simulate/replay.ts';
import { openSession } from '../../../editor/src/journey/store/open-session.ts';
import type { JourneySession } from '../../../editor/src/journey/store/session.ts';
import { testFromItem } from '../../../editor/src/journey/table/test-from-item.ts';
import { fakeJourneyApi, manualClock, memoryStorage, refundTriage, stored, testPorts } from './harness.ts';

const key = 'refund-limits';
const journey = refundTriage();
const step = journey.steps.find((entry) => entry.parameters['table'] === key);
if (step === undefined) throw new Error('no step uses the table');
const context = { tables: journey.tables, packs: rulePacks };

/** The items of simulated customers as they came to the table. */
const items = refundCustomers(60).flatMap((customer): JsonObject[] => {
  const simulation = simulateJourney(journey, customer, { packs: rulePacks });
  return replay(journey, customer, simulation, context)
    .filter((visit) => visit.step === step.id)
    .map((visit) => visit.item);
});

let session: JourneySession;
const table = (): DecisionTable => {
  const found = session.document.getState().journey.tables[key];
  if (found === undefined) throw new Error('the table is gone');
  return found;
};

beforeEach(() => {
  const { api } = fakeJourneyApi(stored(journey));
  session = openSession(stored(journey), api, testPorts(manualClock(), memoryStorage())).session;
});

describe('a test made from a simulated customer', () => {
  it('holds what the table decided, and passes', () => {
    expect(items.length).toBeGreaterThan(20);
    const tests = items.flatMap((item) => testFromItem(table(), item, mappingOf(step.parameters), 'R') ?? []);
    expect(tests).toHaveLength(items.length);
    const run = runTableTests({ ...table(), tests });
    expect(run.ok && run.value.filter((test) => !test.passed)).toEqual([]);
  });

  it('fails once the row that decided no longer does', () => {
    const [item] = items;
    const test = testFromItem(table(), item ?? {}, mappingOf(step.parameters), 'R');
    if (test === null) throw new Error('no test');
    const rows = table().rows.map((row) => (row.id === test.row ? { ...row, disabled: true } : row));
    const run = runTableTests({ ...table(), rows, tests: [test] });
    expect(run.ok && run.value.map(({ passed }) => passed)).toEqual([false]);
  });

  it('carries no more of the customer than the table reads', () => {
    const [item] = items;
    const text = JSON.stringify(testFromItem(table(), item ?? {}, mappingOf(step.parameters), 'R')?.facts);
    expect(text).not.toMatch(/requestId|email|steward/);
  });

  it('gets a name of its own', () => {
    const [item] = items;
    const add = () => testFromItem(table(), item ?? {}, mappingOf(step.parameters), 'R-1');
    const first = add();
    if (first === null) throw new Error('no test');
    session.tableEdits.addTest(key, first);
    expect(add()?.name).toBe(`${first.name} (2)`);
  });

  it('is none where the table cannot decide', () => {
    const mapping = { dataField: 'nothing.here', fields: [] };
    expect(testFromItem(table(), items[0] ?? {}, mapping, 'R')).toBeNull();
  });
});

describe('the tests of a table', () => {
  it('come and go as entries of the undo stack, one each, however quickly', () => {
    const before = table().tests ?? [];
    const test = { name: 'new', facts: {}, outcome: { outcome: 'review' } };
    session.tableEdits.addTest(key, test);
    session.tableEdits.addTest(key, { ...test, name: 'newer' });
    session.tableEdits.removeTest(key, 0);
    expect(table().tests?.map(({ name }) => name)).toEqual([
      ...before.slice(1).map(({ name }) => name),
      'new',
      'newer',
    ]);
    session.document.undo();
    session.document.undo();
    expect(table().tests).toEqual([...before, test]);
    expect(session.document.undo()).toBe('Add a test in Refund limits');
    expect(table().tests).toEqual(before);
    session.document.redo();
    expect(table().tests).toEqual([...before, test]);
  });

  it('leave the member out when the last one is deleted', () => {
    for (const _ of journey.tables[key]?.tests ?? []) session.tableEdits.removeTest(key, 0);
    expect('tests' in table()).toBe(false);
  });
});
