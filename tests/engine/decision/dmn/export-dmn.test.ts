import { describe, expect, it } from 'vitest';
import { describeIssue, dmnLimits, exportDmn, type DecisionTable } from '../../../../engine/index.ts';
import { imported, importedTable } from './documents.ts';

const table: DecisionTable = {
  schemaVersion: 1,
  id: 'refund',
  name: 'Refund, by tier',
  version: '3',
  owner: 'Care',
  hitPolicy: 'first',
  inputs: [
    { id: 'amount', name: 'Amount', path: 'order.amount', type: 'number', required: true },
    { id: 'limit', name: 'Limit', path: 'credit limit', type: 'number' },
    { id: 'tier', name: 'Tier', path: 'customer.tier', type: 'string', allowed: ['gold', 'basic'] },
  ],
  outputs: [{ id: 'pay', name: 'Pay', type: 'boolean' }],
  rows: [
    { id: 'over', when: { amount: '> limit' }, then: { pay: false }, reason: 'Too much', source: 'law' },
    { id: 'off', when: {}, then: { pay: true }, disabled: true },
    { id: 'gold', when: { tier: '"gold"' }, then: { pay: true }, validFrom: '2026-01-01' },
  ],
  sources: [{ id: 'law', title: 'Act' }],
};

async function xmlOf(tables: DecisionTable | DecisionTable[], version?: '1.4' | '1.5'): Promise<string> {
  const xml = await exportDmn(tables, version === undefined ? {} : { version });
  if (!xml.ok) throw new Error(xml.issues.map(describeIssue).join('\n'));
  return xml.value;
}

describe('a table as DMN', () => {
  it('speaks in names that FEEL reads', async () => {
    const xml = await xmlOf(table);
    const texts = [...xml.matchAll(/<dmn:text>(.*?)<\/dmn:text>/g)].map(([, text]) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['order.amount', 'credit limit', 'customer.tier', '&gt; credit limit']),
    );
    expect(xml).toContain('name="Refund by tier"');
    expect(xml).toContain('label="Refund, by tier"');
  });

  it('has no rule for a row that is switched off, which other tools would apply', async () => {
    const xml = await xmlOf(table);
    expect([...xml.matchAll(/<dmn:rule id="(\w+)"/g)].map(([, id]) => id)).toEqual(['over', 'gold']);
    expect(await importedTable(xml)).toEqual(table);
  });

  it.each([
    [undefined, '20191111/MODEL/', '20191111/DMNDI/'],
    ['1.4' as const, '20211108/MODEL/', '20191111/DMNDI/'],
    ['1.5' as const, '20230324/MODEL/', '20230324/DMNDI/'],
  ])('of version %s has its namespaces', async (version, model, drawing) => {
    const xml = await xmlOf(table, version);
    expect(xml).toContain(`xmlns:dmn="https://www.omg.org/spec/DMN/${model}"`);
    expect(xml).toContain(`xmlns:dmndi="https://www.omg.org/spec/DMN/${drawing}"`);
    expect(await importedTable(xml)).toEqual(table);
  });

  it('may stand beside others', async () => {
    const other = { ...table, id: 'other', name: 'Other' };
    const { decisions, top } = await imported(await xmlOf([table, other]));
    expect([top, decisions.map((decision) => decision.table)]).toEqual(['refund', [table, other]]);
  });

  it('tells what other tools will not know', () => {
    expect(dmnLimits(table).map(({ code, params }) => [code, params['row'] ?? params['input']])).toEqual([
      ['dmn_required', 'Amount'],
      ['dmn_row_disabled', 'off'],
      ['dmn_row_validity', 'gold'],
    ]);
  });
});

describe('a change that another tool makes', () => {
  it('of a cell or a result counts, and leaves what DMN cannot say', async () => {
    const xml = (await xmlOf(table)).replace('&gt; credit limit', '&gt;= credit limit').replace('>true<', '>false<');
    const { rows } = await importedTable(xml);
    expect(rows[0]).toEqual({ ...table.rows[0], when: { amount: '>= limit' } });
    expect(rows[2]).toEqual({ ...table.rows[2], then: { pay: false } });
  });

  it('of a name or an allowed value counts', async () => {
    const xml = (await xmlOf(table))
      .replaceAll('name="Refund by tier"', 'name="Refunds"')
      .replaceAll('"gold", "basic"<', '"gold"<');
    const changed = await importedTable(xml);
    expect([changed.name, changed.owner, changed.inputs[2]?.allowed]).toEqual(['Refunds', 'Care', ['gold']]);
  });

  it('of rules moves rows with all that belongs to them', async () => {
    const xml = await xmlOf(table);
    const [first = '', second = ''] = [...xml.matchAll(/<dmn:rule .*?<\/dmn:rule>/gs)].map(([rule]) => rule);
    const swapped = xml.replace(second, '@').replace(first, second).replace('@', first);
    const { rows } = await importedTable(swapped);
    expect(rows.map(({ id, source, validFrom }) => [id, source, validFrom])).toEqual([
      ['gold', undefined, '2026-01-01'],
      ['off', undefined, undefined],
      ['over', 'law', undefined],
    ]);
  });
});

describe('what cannot be written', () => {
  it.each([
    [{ ...table, uses: [{ ...table, name: 'Else' }] }, 'Two different tables have the id refund'],
    [
      { ...table, inputs: [{ id: 'x', name: 'X', path: 'y', from: 'nowhere', type: 'string' as const }], rows: [] },
      'reads from the table nowhere',
    ],
    [{ ...table, rows: [{ id: 'r', when: { amount: '>> 1' }, then: {} }] }, 'Row "r", column "Amount"'],
    [
      { ...table, rows: [{ id: 'r', when: {}, then: { pay: { no: 1 } } }] },
      'Row "r", result "Pay": The result {"no":1} has no form in DMN',
    ],
  ])('is named', async (wrong, message) => {
    const xml = await exportDmn(wrong as DecisionTable);
    expect(xml.ok ? '' : xml.issues.map(describeIssue).join('\n')).toContain(message);
  });
});
