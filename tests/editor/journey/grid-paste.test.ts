import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyRange, gridColumns as spreadsheetColumnsOf, type DecisionTable } from '../../../engine/index.ts';
import { gridColumns } from '../../../editor/src/journey/table/grid-columns.ts';
import { pasteInto } from '../../../editor/src/journey/table/paste-into.ts';
import { spreadsheetColumns } from '../../../editor/src/journey/table/spreadsheet-columns.ts';
import { countNotValid, notValidOn } from '../../../editor/src/journey/table/valid-on.ts';
import { openSession } from '../../../editor/src/journey/store/open-session.ts';
import type { JourneySession } from '../../../editor/src/journey/store/session.ts';
import { fakeJourneyApi, manualClock, memoryStorage, refundTriage, stored, testPorts } from './harness.ts';

const table: DecisionTable = {
  schemaVersion: 1,
  id: 'limits',
  name: 'Limits',
  version: '1',
  hitPolicy: 'first',
  inputs: [
    { id: 'amount', name: 'Amount', path: 'amount', type: 'number' },
    { id: 'tier', name: 'Tier', path: 'tier', type: 'string' },
  ],
  outputs: [{ id: 'handling', name: 'Handling', type: 'string' }],
  annotations: [{ id: 'agreed', name: 'Agreed with' }],
  rows: [
    { id: 'a', when: { amount: '< 100', tier: '"gold"' }, then: { handling: 'pay' }, validFrom: '2027-01-01' },
    { id: 'b', when: { amount: '[100..200]' }, then: { handling: 'review' }, annotations: { agreed: 'Legal' } },
    { id: 'c', when: {}, then: { handling: 'refuse' }, reason: 'Nothing else applies.' },
  ],
};
const all = [0, 1, 2];
const paste = (shown: number[], at: Parameters<typeof pasteInto>[2], text: string) => {
  let count = 0;
  const pasted = pasteInto(table, shown, at, text, () => `new-${(count += 1)}`);
  if (!pasted.ok) throw new Error(JSON.stringify(pasted.issues));
  return pasted.value;
};

describe('the columns of a range', () => {
  const columns = gridColumns(table, true);
  it.each([
    ['numbers alone', 0, 0, null],
    ['numbers and a condition', 0, 1, { column: 0, columns: 1 }],
    ['a result, the simulated customers and the reason', 3, 5, { column: 2, columns: 2 }],
    ['everything', 0, columns.length - 1, { column: 0, columns: spreadsheetColumnsOf(table).length }],
    ['days of validity', columns.length - 2, columns.length - 1, null],
  ])('%s', (_, left, right, place) => {
    expect(spreadsheetColumns(table, columns, left, right)).toEqual(place);
  });
});

describe('a paste', () => {
  it('of what was copied changes nothing', () => {
    const range = fc.record({
      row: fc.integer({ min: 0, max: 2 }),
      rows: fc.integer({ min: 1, max: 3 }),
      column: fc.integer({ min: 0, max: 5 }),
      columns: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(range, (copied) => {
        const text = copyRange(table, copied);
        fc.pre(text !== '');
        const pasted = paste(all, { row: copied.row, column: copied.column }, text);
        expect(pasted.report.notes).toEqual([]);
        expect(pasted.table).toEqual(table);
      }),
    );
  });

  it('goes over the rows that are shown, leaves those between alone, and adds what is missing', () => {
    const { table: after, report } = paste([0, 2], { row: 0, column: 0 }, '1-5\tgold\n> 7\tsilver\n9\tbasic');
    expect(after.rows.map((row) => [row.id, row.when['amount'], row.when['tier']])).toEqual([
      ['a', '[1..5]', '"gold"'],
      ['b', '[100..200]', undefined],
      ['c', '> 7', '"silver"'],
      ['new-1', '9', '"basic"'],
    ]);
    expect(after.rows[1]).toBe(table.rows[1]);
    expect(report).toMatchObject({ rows: 3, columns: 2, notes: [] });
  });

  it('fills the range with a single cell', () => {
    const { table: after } = paste(all, { row: 0, column: 1, rows: 3, columns: 1 }, 'gold');
    expect(after.rows.map(({ when }) => when['tier'])).toEqual(['"gold"', '"gold"', '"gold"']);
  });

  it('keeps what it cannot read and says where it stands', () => {
    const { table: after, report } = paste([1], { row: 0, column: 0 }, 'about ten');
    expect(after.rows[1]?.when['amount']).toBe('about ten');
    expect(report.notes).toHaveLength(1);
    expect(report.notes[0]).toMatchObject({ severity: 'error' });
    expect(report.notes[0]?.message).toMatch(/^Row 2, Amount: /);
  });

  it('names the texts that found no column', () => {
    const { report } = paste(all, { row: 0, column: 5 }, 'Ada\tlost');
    expect(report.notes.map(({ message }) => message).join()).toContain('lost');
  });
});

describe('in the journey', () => {
  let session: JourneySession;
  let refused: string[];
  const now = () => session.document.getState().journey.tables['limits'] as DecisionTable;
  beforeEach(() => {
    const journey = { ...refundTriage(), tables: { limits: table } };
    const ports = testPorts(manualClock(), memoryStorage());
    refused = ports.refused;
    session = openSession(stored(journey), fakeJourneyApi(stored(journey)).api, ports).session;
  });

  it('a paste is one entry, whatever its size', () => {
    const text = Array.from({ length: 300 }, (_, index) => `${index}\tgold\tpay`).join('\n');
    expect(session.tableEdits.grid('limits').paste(all, { row: 0, column: 0 }, text)?.rows).toBe(300);
    expect(now().rows).toHaveLength(300);
    expect(session.document.undo()).toMatch(/^Paste 898 cells in Limits$/);
    expect(now()).toEqual(table);
  });

  it('a paste that cannot be says why', () => {
    expect(session.tableEdits.grid('limits').paste(all, { row: 0, column: 99 }, 'x')).toBeNull();
    expect(refused).toHaveLength(1);
    expect(now()).toBe(table);
  });

  it('remarks and days are cells like others', () => {
    const grid = session.tableEdits.grid('limits');
    grid.setCells([
      { kind: 'annotation', row: 'a', annotation: 'agreed', text: 'Mei' },
      { kind: 'validUntil', row: 'a', text: '2027-12-31' },
    ]);
    expect(now().rows[0]).toMatchObject({ annotations: { agreed: 'Mei' }, validUntil: '2027-12-31' });
    grid.setCells([{ kind: 'validUntil', row: 'a', text: '2027-02-30' }]);
    expect(refused.join()).toContain('2027-02-30');
    grid.setDays(0, { validFrom: '', validUntil: '' });
    expect(now().rows[0]).not.toHaveProperty('validFrom');
    expect(gridColumns(now(), false).some(({ kind }) => kind === 'validFrom')).toBe(false);
    session.tableEdits.removeColumn('limits', 'annotation', 'agreed');
    expect(now().annotations ?? []).toEqual([]);
    session.document.undo();
    expect(now().annotations).toEqual(table.annotations);
  });
});

describe('days of validity', () => {
  it.each([
    [{}, null],
    [{ validFrom: '2026-11-22', validUntil: '2026-11-22' }, null],
    [{ validFrom: '2026-11-23' }, 'Not yet valid: from 2026-11-23'],
    [{ validUntil: '2026-11-21' }, 'No longer valid: until 2026-11-21'],
  ])('%j on 2026-11-22: %s', (days, words) => {
    expect(notValidOn(days, '2026-11-22')).toBe(words);
  });

  it('of rows that are switched off do not count', () => {
    const rows = table.rows.map((row) => ({ ...row, validFrom: '2027-01-01', disabled: row.id === 'a' }));
    expect(countNotValid({ ...table, rows }, '2026-11-22')).toBe(2);
  });
});
