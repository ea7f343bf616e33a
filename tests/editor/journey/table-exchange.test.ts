import { describe, expect, it } from 'vitest';
import { exportJsonRules, type DecisionTable } from '../../../engine/index.ts';
import {
  likelySheet,
  mapped,
  suggested,
  withColumn,
} from '../../../editor/src/journey/table/exchange/column-mapping.ts';
import { asKept, readTableFile, tableOfRules } from '../../../editor/src/journey/table/exchange/read-table-file.ts';
import { exportForms, writeTableFile } from '../../../editor/src/journey/table/exchange/write-table-file.ts';
import { openSession } from '../../../editor/src/journey/store/open-session.ts';
import { fakeJourneyApi, manualClock, memoryStorage, refundTriage, stored, testPorts } from './harness.ts';

const day = '2026-11-22';
const journey = refundTriage();
const table = journey.tables['refund-limits'] as DecisionTable;
const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

async function written(id: string, of: DecisionTable = table) {
  const form = exportForms.find((entry) => entry.id === id);
  if (form === undefined) throw new Error(`no form ${id}`);
  const file = await writeTableFile(form, of, day);
  if (!file.ok) throw new Error(file.problems.join());
  return file;
}

describe('a table that leaves and comes back', () => {
  it.each(['xlsx', 'csv', 'csv-semicolon', 'dmn', 'json'])('as %s is the same', async (id) => {
    const { name, content } = await written(id);
    const read = await readTableFile(name, bytesOf(content));
    expect(read).toMatchObject({ kind: 'tables', top: 0 });
    expect(read.kind === 'tables' && read.tables[0]?.table).toEqual(table);
  });

  it('as rules decides by its first event', async () => {
    const { name, content } = await written('rules');
    const read = await readTableFile(name, bytesOf(content));
    if (read.kind !== 'rules') throw new Error(JSON.stringify(read));
    const first = tableOfRules(read.ruleSet, 'first', 'Limits');
    expect(first).toMatchObject({ kind: 'tables', tables: [{ table: { hitPolicy: 'first' } }] });
    expect(tableOfRules(read.ruleSet, 'rule-order', 'Limits')).toMatchObject({
      kind: 'tables',
      tables: [{ table: { hitPolicy: 'rule-order' } }],
    });
  });

  it('says why a form cannot hold it', async () => {
    const sum: DecisionTable = {
      ...table,
      hitPolicy: 'collect',
      aggregation: 'sum',
      outputs: [{ id: 'fee', name: 'Fee', type: 'number' }],
      rows: [{ id: 'a', when: {}, then: { fee: 1 } }],
      tests: [],
    };
    expect(exportJsonRules(sum).ok).toBe(false);
    const form = exportForms.find(({ id }) => id === 'rules');
    if (form === undefined) throw new Error('no form');
    const file = await writeTableFile(form, sum, day);
    expect(file).toMatchObject({ ok: false });
    expect(!file.ok && file.problems.join(' ')).toMatch(/\w/);
  });
});

describe('a spreadsheet that Steward did not write', () => {
  const csv = 'Order value (EUR);Tier;Handling;Comment\r\n< 100;gold;pay;small\r\n100-200;;review;\r\n';
  const sheetsOf = async (text: string) => {
    const read = await readTableFile('our rules.csv', bytesOf(text));
    if (read.kind !== 'sheets') throw new Error(JSON.stringify(read));
    return read;
  };

  it('is mapped, and every cell says how it was read', async () => {
    const { sheets, name } = await sheetsOf(csv);
    const at = likelySheet(sheets, name);
    const read = suggested(sheets[at] as (typeof sheets)[number], name);
    if (!read.ok) throw new Error(read.problems.join());
    expect(read.mapping.columns.map(({ as }) => as).slice(0, 3)).toEqual(['condition', 'condition', 'result']);
    expect(read.table.name).toBe('our rules');
    expect(read.table.rows.map(({ when }) => when)).toEqual([
      { [read.table.inputs[0]?.id ?? '']: '< 100', [read.table.inputs[1]?.id ?? '']: '"gold"' },
      { [read.table.inputs[0]?.id ?? '']: '[100..200]' },
    ]);
    expect(read.readings.find(({ address }) => address === 'A3')).toMatchObject({ how: 'read', reading: '[100..200]' });
  });

  it('is read again as people say', async () => {
    const { sheets, name } = await sheetsOf(csv);
    const [sheet] = sheets;
    const read = sheet === undefined ? null : suggested(sheet, name);
    if (sheet === undefined || read?.mapping == null) throw new Error('no mapping');
    const typed = mapped(sheet, withColumn(read.mapping, 1, { type: 'number' }));
    expect(typed.ok && typed.readings.some(({ how, text }) => how === 'kept' && text === 'gold')).toBe(true);
    const none = mapped(sheet, withColumn(read.mapping, 2, { as: 'ignore' }));
    expect(none).toMatchObject({ ok: false, mapping: { columns: expect.any(Array) as unknown } });
  });
});

describe('a file that holds no table', () => {
  it.each([
    ['notes.docx', 'x', /known/i],
    ['rules.json', '{', /JSON/],
    ['rules.json', '{"rules": 3}', /\w/],
    ['a.dmn', '<html/>', /\w/],
    ['a.xlsx', 'not a zip', /\w/],
    ['a.csv', '', /\w/],
  ])('%s with %s is refused in words', async (name, content, words) => {
    const read = await readTableFile(name, bytesOf(content));
    expect(read.kind).toBe('failed');
    expect(read.kind === 'failed' && read.problems.join(' ')).toMatch(words);
  });

  it('is not kept when the journey could not be read again with it', () => {
    expect(asKept({ ...table, outputs: [] as DecisionTable['outputs'], name: 3 as unknown as string })).toMatchObject({
      ok: false,
    });
    expect(asKept(table)).toEqual({ ok: true, table });
  });
});

it('a table takes the place of another and keeps its id; undo brings the old one back', () => {
  const { api } = fakeJourneyApi(stored(journey));
  const { session } = openSession(stored(journey), api, testPorts(manualClock(), memoryStorage()));
  const now = () => session.document.getState().journey.tables['refund-limits'];
  const other: DecisionTable = { ...table, id: 'other', name: 'Other', rows: table.rows.slice(0, 2) };
  expect(session.tableEdits.replaceTable('refund-limits', other)).toBe(true);
  expect(now()).toMatchObject({ id: 'refund-limits', name: 'Other' });
  expect(now()?.rows).toHaveLength(2);
  expect(session.document.undo()).toBe('Import in Refund limits');
  expect(now()).toEqual(table);
});
