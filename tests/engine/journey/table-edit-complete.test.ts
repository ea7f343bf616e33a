import '../../property-seed.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyCommand,
  editTable,
  newJourney,
  type DecisionTable,
  type JsonValue,
  type TableEdit,
} from '../../../engine/index.ts';
import { parseTable } from '../../../rules/index.ts';

const tier: DecisionTable = {
  schemaVersion: 1,
  id: 'tier',
  name: 'Tier',
  version: '1',
  hitPolicy: 'unique',
  inputs: [{ id: 'points', name: 'Points', path: 'points', type: 'number' }],
  outputs: [{ id: 'Tier', name: 'Tier', type: 'string', default: 'none' }],
  rows: [{ id: 'r1', when: { points: '> 10' }, then: { Tier: 'gold' } }],
};

const table: DecisionTable = {
  schemaVersion: 1,
  id: 'limits',
  name: 'Limits',
  version: '1',
  hitPolicy: 'collect',
  aggregation: 'sum',
  validFrom: '2026-01-01',
  inputs: [
    { id: 'tier', name: 'Tier', path: 'Tier', from: 'tier', type: 'string', required: true },
    { id: 'age', name: 'Age', path: 'age', type: 'number', allowedRange: '[0..150]' },
  ],
  outputs: [{ id: 'Bonus (EUR)', name: 'Bonus', type: 'number', default: 0 }],
  annotations: [
    { id: 'Remark', name: 'Remark' },
    { id: 'Author', name: 'Author' },
  ],
  rows: [
    { id: 'r1', when: { age: '> 18' }, then: { 'Bonus (EUR)': 5 }, annotations: { Remark: 'x', Author: 'y' } },
    { id: 'r2', when: {}, then: { 'Bonus (EUR)': 1 }, validUntil: '2026-06-30' },
  ],
  uses: [tier],
  tests: [{ name: 't', facts: {}, outcome: { 'Bonus (EUR)': 6 }, day: '2026-05-01' }],
};

function edit(change: TableEdit, of = table): DecisionTable {
  const result = editTable(of, change);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

function codeOf(change: TableEdit): string | undefined {
  const result = editTable(table, change);
  return result.ok ? undefined : result.issues[0]?.code;
}

describe('editing the whole of a table', () => {
  it('sets the hit policy, and the aggregation with collect alone', () => {
    expect(edit({ kind: 'set-hit-policy', hitPolicy: 'collect', aggregation: 'max' })).toMatchObject({
      aggregation: 'max',
    });
    expect(edit({ kind: 'set-hit-policy', hitPolicy: 'collect' })).not.toHaveProperty('aggregation');
    const unique = edit({ kind: 'set-hit-policy', hitPolicy: 'unique', aggregation: 'sum' });
    expect(unique.hitPolicy).toBe('unique');
    expect(unique).not.toHaveProperty('aggregation');
  });

  it('changes what a column asks for, and drops what is emptied', () => {
    const [, age] = edit({
      kind: 'edit-input',
      input: 'age',
      change: { allowedRange: '', required: true, from: 'tier' },
    }).inputs;
    expect(age).toEqual({ id: 'age', name: 'Age', path: 'age', type: 'number', required: true, from: 'tier' });
    const [own] = edit({ kind: 'edit-input', input: 'tier', change: { from: undefined, required: false } }).inputs;
    expect(own).toEqual({ id: 'tier', name: 'Tier', path: 'Tier', type: 'string' });
    const [bonus] = edit({ kind: 'edit-output', output: 'Bonus (EUR)', change: { default: null } }).outputs;
    expect(bonus).not.toHaveProperty('default');
    expect(edit({ kind: 'edit-output', output: 'Bonus (EUR)', change: { default: false } }).outputs[0]).toMatchObject({
      default: false,
    });
  });

  it('keeps remarks in columns of their own', () => {
    const added = edit({ kind: 'add-annotation', annotation: { id: 'Law', name: 'Law' }, at: 0 });
    expect(added.annotations?.map(({ id }) => id)).toEqual(['Law', 'Remark', 'Author']);
    expect(edit({ kind: 'move-annotation', annotation: 'Author', to: 0 }).annotations?.[0]?.id).toBe('Author');
    expect(edit({ kind: 'edit-annotation', annotation: 'Remark', change: { name: 'Note' } }).annotations?.[0]).toEqual({
      id: 'Remark',
      name: 'Note',
    });
    const set = edit({ kind: 'set-annotation', row: 'r2', annotation: 'Remark', text: 'new' });
    expect(set.rows[1]?.annotations).toEqual({ Remark: 'new' });
    const removed = edit({ kind: 'remove-annotation', annotation: 'Remark' });
    expect(removed.rows[0]?.annotations).toEqual({ Author: 'y' });
    const none = edit({ kind: 'remove-annotation', annotation: 'Author' }, removed);
    expect(none).not.toHaveProperty('annotations');
    expect(none.rows[0]).not.toHaveProperty('annotations');
    const emptied = edit({ kind: 'set-annotation', row: 'r2', annotation: 'Remark', text: '' }, set);
    expect(emptied.rows[1]).not.toHaveProperty('annotations');
  });

  it('sets and removes days of rows and of the table', () => {
    expect(edit({ kind: 'set-row', row: 'r1', validFrom: '2026-02-28' }).rows[0]).toMatchObject({
      validFrom: '2026-02-28',
    });
    expect(edit({ kind: 'set-row', row: 'r2', validUntil: '' }).rows[1]).not.toHaveProperty('validUntil');
    expect(edit({ kind: 'set-meta', change: { validFrom: '', validUntil: '2027-01-01' } })).toMatchObject({
      validUntil: '2027-01-01',
    });
    expect(edit({ kind: 'set-meta', change: { validFrom: '' } })).not.toHaveProperty('validFrom');
  });

  it('brings in tables to read from; who reads follows a new id', () => {
    const second = { ...tier, id: 'second' };
    expect(edit({ kind: 'add-used-table', table: second, at: 0 }).uses?.map(({ id }) => id)).toEqual([
      'second',
      'tier',
    ]);
    const renamed = edit({
      kind: 'edit-used-table',
      used: 'tier',
      edit: { kind: 'set-meta', change: { id: 'level' } },
    });
    expect(renamed.uses?.[0]?.id).toBe('level');
    expect(renamed.inputs[0]?.from).toBe('level');
    expect(renamed.rows[0]).toBe(table.rows[0]);
    const cell: TableEdit = { kind: 'set-cell', row: 'r1', input: 'points', cell: '> 99' };
    expect(edit({ kind: 'edit-used-table', used: 'tier', edit: cell }).uses?.[0]?.rows[0]?.when).toEqual({
      points: '> 99',
    });
    const without = edit({ kind: 'remove-used-table', used: 'tier' });
    expect(without).not.toHaveProperty('uses');
    expect(without.inputs[0]?.from).toBe('tier');
  });

  it('takes a result out of lists that tests expect', () => {
    const listing: DecisionTable = {
      ...table,
      outputs: [...table.outputs, { id: 'b', name: 'B', type: 'string' }],
      tests: [{ name: 't', facts: {}, outcome: [{ b: 'x' }, { 'Bonus (EUR)': 1, b: 'y' }] }],
    };
    expect(edit({ kind: 'remove-output', output: 'b' }, listing).tests?.[0]?.outcome).toEqual([
      {},
      { 'Bonus (EUR)': 1 },
    ]);
  });

  it.each<[string, TableEdit]>([
    ['column_unknown', { kind: 'set-annotation', row: 'r1', annotation: 'gone', text: '' }],
    ['column_unknown', { kind: 'remove-annotation', annotation: 'gone' }],
    ['column_id_taken', { kind: 'add-annotation', annotation: { id: 'Remark', name: 'x' } }],
    ['column_member_empty', { kind: 'edit-annotation', annotation: 'Remark', change: { name: ' ' } }],
    ['day_does_not_exist', { kind: 'set-row', row: 'r1', validFrom: '2026-02-30' }],
    ['day_does_not_exist', { kind: 'set-meta', change: { validUntil: 'soon' } }],
    ['used_table_taken', { kind: 'add-used-table', table: tier }],
    [
      'used_table_taken',
      { kind: 'edit-used-table', used: 'tier', edit: { kind: 'set-meta', change: { id: 'limits' } } },
    ],
    ['used_table_unknown', { kind: 'remove-used-table', used: 'gone' }],
    ['nested_uses', { kind: 'add-used-table', table: { ...tier, id: 'other', uses: [] } }],
    [
      'nested_uses',
      { kind: 'edit-used-table', used: 'tier', edit: { kind: 'add-used-table', table: { ...tier, id: 'x' } } },
    ],
    ['table_part_malformed', { kind: 'add-output', output: { id: '__proto__', name: 'x', type: 'string' } }],
    ['table_part_malformed', { kind: 'add-input', input: { id: 'has blanks', name: 'x', path: 'x', type: 'string' } }],
    ['table_part_malformed', { kind: 'edit-input', input: 'age', change: { type: 'money' as 'number' } }],
    ['table_part_malformed', { kind: 'set-output', row: 'r1', output: 'Bonus (EUR)', value: { nested: true } }],
    ['table_part_malformed', { kind: 'set-meta', change: { tests: [{ name: '', facts: {}, outcome: null }] } }],
    [
      'table_part_malformed',
      { kind: 'add-row', row: { id: 'r9', when: JSON.parse('{"__proto__":"1"}') as Record<string, string>, then: {} } },
    ],
  ])('refuses with %s: %j', (code, change) => expect(codeOf(change)).toBe(code));
});

// A random user: most edits name what is there; some bring in what could not be saved.
const junk = fc.constantFrom<JsonValue>(
  '',
  ' ',
  'x',
  'date',
  '2026-02-30',
  '2026-03-01',
  '__proto__',
  0,
  null,
  true,
  [],
  [1],
  ['a'],
  {},
  [{}],
);
const some = fc.nat(4);
const kinds = fc.constantFrom<TableEdit['kind']>(
  ...([
    'set-cell',
    'set-output',
    'set-annotation',
    'set-row',
    'add-row',
    'duplicate-row',
    'remove-rows',
    'move-row',
  ] as const),
  ...(['add-input', 'edit-input', 'move-input', 'remove-input', 'add-output', 'edit-output', 'move-output'] as const),
  ...(['remove-output', 'add-annotation', 'edit-annotation', 'move-annotation', 'remove-annotation'] as const),
  ...(['set-hit-policy', 'add-used-table', 'edit-used-table', 'remove-used-table', 'set-meta'] as const),
);
const script = fc.array(fc.tuple(kinds, some, some, junk, junk), { minLength: 1, maxLength: 25 });

function randomEdit(
  of: DecisionTable,
  [kind, first, second, value, other]: [TableEdit['kind'], number, number, JsonValue, JsonValue],
): TableEdit {
  const at = (list: readonly { id: string }[] | undefined, index: number) =>
    list?.[index % Math.max(1, list.length)]?.id ?? 'gone';
  const member = ['name', 'path', 'type', 'from', 'allowed', 'allowedRange', 'required', 'default', 'unit'][
    (first * 5 + second) % 9
  ] as string;
  const meta = ['id', 'name', 'version', 'owner', 'validFrom', 'validUntil', 'tests', 'sources', 'assumptions'][
    (first * 5 + second) % 9
  ] as string;
  const id = typeof value === 'string' ? value : `new-${first}${second}`;
  const edits = {
    row: at(of.rows, first),
    rows: [at(of.rows, first)],
    newRowId: id,
    input: kind === 'add-input' ? { id, name: 'N', path: 'p', type: 'number', [member]: other } : at(of.inputs, second),
    output: kind === 'add-output' ? { id, name: 'N', type: 'number', default: other } : at(of.outputs, second),
    annotation: kind === 'add-annotation' ? { id, name: other } : at(of.annotations, second),
    table: { ...tier, id: `t${second}`, owner: other },
    used: at(of.uses, first),
    cell: value,
    value,
    text: value,
    validFrom: value,
    reason: other,
    to: second - 1,
    hitPolicy: ['first', 'collect', value][first % 3],
    aggregation: ['sum', undefined, value][second % 3],
    change: kind === 'set-meta' ? { [meta]: value } : { [member]: value },
    edit: { kind: 'set-meta', change: { [meta]: value } },
  };
  if (kind === 'add-row')
    return { kind, row: { id, when: { x: value }, then: { y: other }, annotations: other } } as unknown as TableEdit;
  return { kind, ...edits } as unknown as TableEdit;
}

describe('any edits, with anything brought in', () => {
  it('leave a table that can be read, and can be taken back', () => {
    let applied = 0;
    let refused = 0;
    fc.assert(
      fc.property(script, (steps) => {
        let journey = { ...newJourney('j', 'J'), tables: { limits: table } };
        for (const step of steps) {
          const before = journey;
          const change = randomEdit(journey.tables.limits, step);
          // What is typed as text is text: the interface of a designer can bring in no other.
          const result = applyCommand(journey, { kind: 'edit-table', table: 'limits', edit: change });
          if (!result.ok) {
            refused++;
            continue;
          }
          applied++;
          journey = result.value.journey as typeof journey;
          expect(parseTable(journey.tables.limits)).toMatchObject({ ok: true });
          const undone = applyCommand(journey, result.value.inverse);
          expect(undone.ok && undone.value.journey).toEqual(before);
        }
      }),
      { numRuns: 400 },
    );
    expect(Math.min(applied, refused)).toBeGreaterThan(300);
  });
});
