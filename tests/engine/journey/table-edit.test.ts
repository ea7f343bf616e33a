import { describe, expect, it } from 'vitest';
import { editTable, type DecisionTable, type TableEdit } from '../../../engine/index.ts';

const table: DecisionTable = {
  schemaVersion: 1,
  id: 'limits',
  name: 'Limits',
  version: '1.0.0',
  description: 'Text',
  hitPolicy: 'first',
  inputs: [
    { id: 'amount', name: 'Amount', path: 'amount', type: 'number', unit: 'EUR' },
    { id: 'tier', name: 'Tier', path: 'tier', type: 'string', allowed: ['gold'] },
  ],
  outputs: [
    { id: 'pay', name: 'Pay', type: 'boolean' },
    { id: 'days', name: 'Days', type: 'number' },
  ],
  rows: [
    { id: 'r1', when: { amount: '< 10', tier: '"gold"' }, then: { pay: true, days: 0 }, reason: 'Small.' },
    { id: 'r2', when: {}, then: { pay: false } },
  ],
  tests: [{ name: 't', facts: { amount: 1 }, outcome: { pay: true, days: 0 } }],
};

function edit(change: TableEdit): DecisionTable {
  const result = editTable(table, change);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

function code(change: TableEdit): string | undefined {
  const result = editTable(table, change);
  return result.ok ? undefined : result.issues[0]?.code;
}

const ids = (list: readonly { id: string }[]) => list.map((entry) => entry.id);

describe('editing a table', () => {
  it('sets a cell, and removes one that is emptied; other rows keep their identity', () => {
    const set = edit({ kind: 'set-cell', row: 'r2', input: 'amount', cell: '>= 10' });
    expect(set.rows[1]?.when).toEqual({ amount: '>= 10' });
    expect(set.rows[0]).toBe(table.rows[0]);
    expect(edit({ kind: 'set-cell', row: 'r1', input: 'tier', cell: '' }).rows[0]?.when).toEqual({ amount: '< 10' });
  });

  it('sets a result, false and 0 included, and removes one that is emptied', () => {
    expect(edit({ kind: 'set-output', row: 'r2', output: 'days', value: 0 }).rows[1]?.then).toEqual({
      pay: false,
      days: 0,
    });
    expect(edit({ kind: 'set-output', row: 'r2', output: 'pay', value: null }).rows[1]?.then).toEqual({});
  });

  it('sets what a row says about itself', () => {
    expect(edit({ kind: 'set-row', row: 'r1', reason: '' }).rows[0]).not.toHaveProperty('reason');
    expect(edit({ kind: 'set-row', row: 'r1', disabled: true }).rows[0]).toMatchObject({
      disabled: true,
      reason: 'Small.',
    });
    expect(edit({ kind: 'set-row', row: 'r1', disabled: false }).rows[0]).not.toHaveProperty('disabled');
  });

  it('adds, duplicates, moves and removes rows', () => {
    const row = { id: 'r0', when: {}, then: {} };
    expect(ids(edit({ kind: 'add-row', row, at: 0 }).rows)).toEqual(['r0', 'r1', 'r2']);
    expect(ids(edit({ kind: 'add-row', row }).rows)).toEqual(['r1', 'r2', 'r0']);
    const twice = edit({ kind: 'duplicate-row', row: 'r1', newRowId: 'r3' });
    expect(ids(twice.rows)).toEqual(['r1', 'r3', 'r2']);
    expect(twice.rows[1]).toEqual({ ...table.rows[0], id: 'r3' });
    expect(ids(edit({ kind: 'move-row', row: 'r1', to: 1 }).rows)).toEqual(['r2', 'r1']);
    expect(ids(edit({ kind: 'move-row', row: 'r2', to: -5 }).rows)).toEqual(['r2', 'r1']);
    expect(ids(edit({ kind: 'move-row', row: 'r1', to: 99 }).rows)).toEqual(['r2', 'r1']);
    expect(ids(edit({ kind: 'remove-rows', rows: ['r1'] }).rows)).toEqual(['r2']);
  });

  it('removes a column with its cells, results and what tests expect of it', () => {
    const noTier = edit({ kind: 'remove-input', input: 'tier' });
    expect(ids(noTier.inputs)).toEqual(['amount']);
    expect(noTier.rows[0]?.when).toEqual({ amount: '< 10' });
    expect(noTier.rows[1]).toBe(table.rows[1]);
    const noDays = edit({ kind: 'remove-output', output: 'days' });
    expect(noDays.rows[0]?.then).toEqual({ pay: true });
    expect(noDays.tests?.[0]?.outcome).toEqual({ pay: true });
  });

  it('adds, moves and changes columns', () => {
    const input = { id: 'new', name: 'New', path: 'new', type: 'string' } as const;
    expect(ids(edit({ kind: 'add-input', input, at: 1 }).inputs)).toEqual(['amount', 'new', 'tier']);
    expect(ids(edit({ kind: 'move-input', input: 'tier', to: 0 }).inputs)).toEqual(['tier', 'amount']);
    const changed = edit({ kind: 'edit-input', input: 'tier', change: { name: 'Level', allowed: [] } });
    expect(changed.inputs[1]).toEqual({ id: 'tier', name: 'Level', path: 'tier', type: 'string' });
    expect(edit({ kind: 'edit-output', output: 'days', change: { unit: 'days' } }).outputs[1]).toMatchObject({
      unit: 'days',
    });
    expect(ids(edit({ kind: 'move-output', output: 'days', to: 0 }).outputs)).toEqual(['days', 'pay']);
    expect(ids(edit({ kind: 'add-output', output: { id: 'more', name: 'More', type: 'list' } }).outputs)).toEqual([
      'pay',
      'days',
      'more',
    ]);
  });

  it('changes what a table says about itself, and drops what is emptied', () => {
    expect(edit({ kind: 'set-meta', change: { owner: 'Somebody', description: '' } })).toMatchObject({
      owner: 'Somebody',
    });
    expect(edit({ kind: 'set-meta', change: { description: '' } })).not.toHaveProperty('description');
    expect(edit({ kind: 'set-meta', change: { tests: [] } })).not.toHaveProperty('tests');
  });

  it('keeps the last result, without which the table could not be saved', () => {
    const [first, ...others] = table.outputs;
    const single = others.reduce((next, { id }) => {
      const edited = editTable(next, { kind: 'remove-output', output: id });
      return edited.ok ? edited.value : next;
    }, table);
    expect(single.outputs).toEqual([first]);
    expect(editTable(single, { kind: 'remove-output', output: first?.id ?? '' })).toMatchObject({
      ok: false,
      issues: [{ code: 'last_output' }],
    });
  });

  it.each<[TableEdit, string]>([
    [{ kind: 'set-cell', row: 'gone', input: 'amount', cell: '' }, 'row_unknown'],
    [{ kind: 'set-cell', row: 'r1', input: 'gone', cell: '' }, 'column_unknown'],
    [{ kind: 'set-output', row: 'r1', output: 'gone', value: 1 }, 'column_unknown'],
    [{ kind: 'add-row', row: { id: 'r1', when: {}, then: {} } }, 'row_id_taken'],
    [{ kind: 'duplicate-row', row: 'r1', newRowId: 'r2' }, 'row_id_taken'],
    [{ kind: 'duplicate-row', row: 'gone', newRowId: 'r9' }, 'row_unknown'],
    [{ kind: 'remove-rows', rows: ['r1', 'gone'] }, 'row_unknown'],
    [{ kind: 'move-row', row: 'gone', to: 0 }, 'row_unknown'],
    [{ kind: 'add-input', input: { id: 'tier', name: 'x', path: 'x', type: 'string' } }, 'column_id_taken'],
    [{ kind: 'add-output', output: { id: '', name: 'x', type: 'string' } }, 'column_id_taken'],
    [{ kind: 'remove-input', input: 'gone' }, 'column_unknown'],
    [{ kind: 'remove-output', output: 'gone' }, 'column_unknown'],
    [{ kind: 'set-meta', change: { name: ' ' } }, 'table_member_empty'],
    [{ kind: 'set-meta', change: { id: 'My Table' } }, 'wrong_pattern'],
    [{ kind: 'edit-input', input: 'amount', change: { path: ' ' } }, 'column_member_empty'],
    [{ kind: 'edit-input', input: 'amount', change: { name: '' } }, 'column_member_empty'],
    [{ kind: 'add-input', input: { id: 'new', name: 'New', path: '', type: 'string' } }, 'column_member_empty'],
  ])('refuses %o', (change, expected) => {
    expect(code(change)).toBe(expected);
  });
});
