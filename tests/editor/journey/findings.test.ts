import { describe, expect, it } from 'vitest';
import {
  analyseTable,
  openAnalysis,
  runTableTests,
  type DecisionTable,
  type Finding,
  type FindingCode,
} from '../../../engine/index.ts';
import { mergeRows, rowForGap, testOfFinding } from '../../../editor/src/journey/table/finding-fixes.ts';
import { findingMarks } from '../../../editor/src/journey/table/finding-marks.ts';
import { exampleInWords, findingInWords } from '../../../editor/src/journey/table/finding-words.ts';
import { createFindingsStore } from '../../../editor/src/journey/table/findings-store.ts';
import { openSession } from '../../../editor/src/journey/store/open-session.ts';
import { fakeJourneyApi, manualClock, memoryStorage, refundTriage, settled, stored, testPorts } from './harness.ts';

const table: DecisionTable = {
  schemaVersion: 1,
  id: 'limits',
  name: 'Limits',
  version: '1',
  hitPolicy: 'unique',
  inputs: [{ id: 'amount', name: 'Amount', path: 'order.amount', type: 'number', unit: 'EUR', required: true }],
  outputs: [{ id: 'handling', name: 'Handling', type: 'string' }],
  rows: [
    { id: 'small', when: { amount: '< 100' }, then: { handling: 'pay' } },
    { id: 'middle', when: { amount: '[90..200]' }, then: { handling: 'review' } },
  ],
};
const findingsOf = (of: DecisionTable, code: FindingCode): Finding[] =>
  analyseTable(of).findings.filter((finding) => finding.code === code);
const first = (of: DecisionTable, code: FindingCode): Finding => {
  const [finding] = findingsOf(of, code);
  if (finding === undefined) throw new Error(`no ${code}`);
  return finding;
};

describe('a finding', () => {
  it('names rows as the grid does, and shows a case in words', () => {
    const finding = first(table, 'contradiction');
    expect(findingInWords(table, finding)).toMatch(/^Row 1 and Row 2 match the same facts/);
    expect(exampleInWords(table, finding.example)).toMatch(/^Amount 9\d(\.\d+)? EUR$/);
  });

  it('stands at its rows, its cells and its column; remarks stand nowhere', () => {
    const marks = findingMarks(table, analyseTable(table).findings);
    expect([...marks.rows.keys()]).toEqual(['small', 'middle']);
    expect(marks.rows.get('small')?.severity).toBe('error');
    const wrong: DecisionTable = {
      ...table,
      inputs: [...table.inputs, { id: 'tier', name: 'Tier', path: 'tier', type: 'string', allowed: ['gold'] }],
      rows: [{ id: 'x', when: { amount: '< 1', tier: '"silver"' }, then: {} }],
    };
    expect([...findingMarks(wrong, analyseTable(wrong).findings).cells.keys()]).toEqual(['x tier']);
    const overlapping: DecisionTable = { ...table, hitPolicy: 'first' };
    expect(findingsOf(overlapping, 'overlap')).not.toEqual([]);
    expect(findingMarks(overlapping, findingsOf(overlapping, 'overlap')).rows.size).toBe(0);
  });
});

describe('one press', () => {
  it('adds the row that fills the gap, and the gap is gone', () => {
    const journey = { ...refundTriage(), tables: { limits: table } };
    const { api } = fakeJourneyApi(stored(journey));
    const { session } = openSession(stored(journey), api, testPorts(manualClock(), memoryStorage()));
    const id = session.tableEdits.addGapRow('limits', first(table, 'gap'));
    const now = session.document.getState().journey.tables['limits'] as DecisionTable;
    expect(now.rows.map((row) => row.id)).toEqual(['small', 'middle', id]);
    expect(now.rows[2]?.when).toEqual({ amount: '> 200' });
    expect(findingsOf(now, 'gap')).toEqual([]);
    expect(session.document.undo()).toBe('Add a row for a gap in Limits');
    expect(session.document.getState().journey.tables['limits']).toEqual(table);
  });

  it('adds it above a last row without conditions', () => {
    const gap = first(table, 'gap');
    const open: DecisionTable = { ...table, rows: [...table.rows, { id: 'rest', when: { amount: '-' }, then: {} }] };
    expect(rowForGap(open, gap, 'new')).toMatchObject([{ kind: 'add-row', at: 2 }]);
    expect(rowForGap(table, gap, 'new')).toMatchObject([{ kind: 'add-row', at: 2, row: { id: 'new' } }]);
    expect(rowForGap(table, first(table, 'contradiction'), 'new')).toEqual([]);
  });

  it('adds a test that says what the table does now, or should do', () => {
    const shadowing: DecisionTable = {
      ...table,
      hitPolicy: 'first',
      rows: [{ id: 'all', when: {}, then: { handling: 'pay' } }, ...table.rows],
    };
    const shadowed = testOfFinding(shadowing, first(shadowing, 'shadowed'));
    expect(shadowed).toMatchObject({ outcome: { handling: 'pay' } });
    const carried = runTableTests({ ...shadowing, tests: shadowed === null ? [] : [shadowed] });
    expect(carried).toMatchObject({ ok: true, value: [{ passed: true }] });
    expect(testOfFinding(table, first(table, 'contradiction'))).toMatchObject({ outcome: { handling: 'pay' } });
    expect(testOfFinding(table, first(table, 'gap'))).toMatchObject({ outcome: null });
  });

  it('makes two rows one', () => {
    const twice: DecisionTable = {
      ...table,
      rows: [
        { id: 'a', when: { amount: '< 100' }, then: { handling: 'pay' } },
        { id: 'b', when: { amount: '[100..200]' }, then: { handling: 'pay' } },
        { id: 'c', when: { amount: '> 200' }, then: { handling: 'review' } },
      ],
    };
    expect(mergeRows(twice, first(twice, 'mergeable'))).toEqual([
      { kind: 'set-cell', row: 'a', input: 'amount', cell: '<= 200' },
      { kind: 'remove-rows', rows: ['b'] },
    ]);
  });
});

describe('the analysis while somebody edits', () => {
  const store = () => {
    const clock = manualClock();
    const analysed: DecisionTable[] = [];
    const findings = createFindingsStore({
      wait: clock.wait,
      nowMs: () => clock.now().getTime(),
      load: () =>
        Promise.resolve((of: DecisionTable) => {
          analysed.push(of);
          return openAnalysis(of);
        }),
    });
    return { clock, findings, analysed };
  };

  it('waits until nobody types, then looks at what changed', async () => {
    const { clock, findings, analysed } = store();
    const other = { ...table, id: 'other', rows: [] };
    findings.tablesChanged({ limits: table, other });
    await clock.pass(250);
    expect(findings.getState().byKey).toEqual({});
    findings.tablesChanged({ limits: { ...table, name: 'L' }, other });
    await clock.pass(250);
    expect(analysed).toEqual([]);
    await clock.pass(400);
    await settled();
    expect(Object.keys(findings.getState().byKey)).toEqual(['limits', 'other']);
    expect(analysed.map(({ name }) => name)).toEqual(['L', 'Limits']);
    const kept = findings.getState().byKey['other'];
    findings.tablesChanged({ limits: { ...table, hitPolicy: 'first' }, other });
    await clock.pass(1000);
    expect(findings.getState().byKey['limits']?.analysis.findings.some(({ severity }) => severity === 'error')).toBe(
      false,
    );
    expect(findings.getState().byKey['other']).toBe(kept);
  });

  it('forgets tables that are gone, and says nothing after the journey is shut', async () => {
    const { clock, findings } = store();
    findings.tablesChanged({ limits: table });
    await clock.pass(1000);
    findings.tablesChanged({});
    await clock.pass(1000);
    expect(findings.getState().byKey).toEqual({});
    findings.tablesChanged({ limits: table });
    findings.stop();
    await clock.pass(1000);
    expect(findings.getState().byKey).toEqual({});
  });
});
