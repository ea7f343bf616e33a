import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256Hex, tableDigest, type DecisionTable, type JsonValue } from '../../../engine/index.ts';
import type { Certificate, CertifyOptions } from '../../../hub/src/certify/certificate.ts';
import { certifyTable } from '../../../hub/src/certify/certify-table.ts';
import { steward, type EvaluatorOf } from '../../../hub/src/certify/evaluators.ts';
import { tablePacks } from '../../../rules/index.ts';

const options: CertifyOptions = {
  cases: 300,
  seed: 7,
  by: 'Ada Lindqvist',
  at: new Date('2026-11-22T12:00:00Z'),
  versions: { steward: '1', jsonRulesEngine: '2', node: '3' },
};

async function certificateOf(table: DecisionTable, changes: Partial<CertifyOptions> = {}): Promise<Certificate> {
  const certified = await certifyTable(table, { ...options, ...changes });
  if (!certified.ok) throw new Error(JSON.stringify(certified.issues));
  return certified.value;
}

const table: DecisionTable = {
  schemaVersion: 1,
  id: 'waits',
  name: 'Waits',
  version: '1.0.0',
  hitPolicy: 'first',
  inputs: [
    { id: 'amount', name: 'Amount', path: 'order.amount', type: 'number' },
    { id: 'waited', name: 'Waited', path: 'waited', type: 'day-time-duration' },
    { id: 'at', name: 'At', path: 'at', type: 'date-time' },
  ],
  outputs: [{ id: 'answer', name: 'Answer', type: 'string', default: 'later' }],
  rows: [
    { id: 'long', when: { waited: '> duration("P3D")' }, then: { answer: 'now' } },
    { id: 'early', when: { at: '< date and time("2026-01-01T00:00:00Z")' }, then: { answer: 'soon' } },
    { id: 'small', when: { amount: '<= 50' }, then: { answer: 'pay' }, validFrom: '2026-03-01' },
  ],
};

/** Our evaluator on a table that somebody has changed: what a fault in it would look like. */
function evaluatorOn(change: (table: DecisionTable) => void): EvaluatorOf {
  return (one, day) => {
    const doctored = structuredClone(one);
    change(doctored);
    return steward(doctored, day);
  };
}

describe('a certification', () => {
  it('is signed over all its members, and names what it certified', async () => {
    const { digest, ...report } = await certificateOf(table);
    const text = canonicalJson(report as unknown as JsonValue);
    expect(digest).toBe(`sha256:${sha256Hex(text.ok ? text.value : '')}`);
    expect(report).toMatchObject({
      certified: true,
      table: { id: 'waits', digest: tableDigest(table) },
      cases: { total: 300, days: ['2026-02-28', '2026-03-01', '2026-03-02'] },
      comparison: [{ cases: 300, differences: 0, rowsNotMet: [], asNumbers: ['waited', 'at'] }],
    });
  });

  it.each<[string, (doctored: DecisionTable) => void]>([
    ['a limit off by one step', ({ rows }) => void Object.assign(rows[2]?.when ?? {}, { amount: '< 50' })],
    [
      'a duration off by a second',
      ({ rows }) => void Object.assign(rows[0]?.when ?? {}, { waited: '> duration("P3DT1S")' }),
    ],
    [
      'a moment taken in',
      ({ rows }) => void Object.assign(rows[1]?.when ?? {}, { at: '<= date and time("2026-01-01T00:00:00Z")' }),
    ],
    ['a day off by one', ({ rows }) => void Object.assign(rows[2] ?? {}, { validFrom: '2026-03-02' })],
    ['a default that is forgotten', ({ outputs }) => void Reflect.deleteProperty(outputs[0] ?? {}, 'default')],
    ['another row first', ({ rows }) => void rows.reverse()],
  ])('notices %s', async (_, change) => {
    const report = await certificateOf(table, { evaluator: evaluatorOn(change) });
    expect(report.certified).toBe(false);
    expect(report.reasons).toEqual([
      expect.stringMatching(/^The table waits differs from json-rules-engine in \d+ of/),
    ]);
    const [example] = report.comparison[0]?.examples ?? [];
    expect(example?.steward).not.toEqual(example?.jsonRulesEngine);
  });

  it('certifies the tables that a table uses, with their tests', async () => {
    const pack = tablePacks['refund-goodwill-limits']?.table as DecisionTable;
    const report = await certificateOf(pack, { cases: 60 });
    const tests = [pack, ...(pack.uses ?? [])].flatMap((one) => one.tests ?? []).length;
    expect(report).toMatchObject({ certified: true, tests: { passed: tests, failed: 0 }, cases: { total: 180 } });
    expect(report.comparison.map(({ table: id }) => id)).toEqual([...(pack.uses ?? []).map(({ id }) => id), pack.id]);
  });

  it('does not certify what json-rules-engine cannot run, nor what it never compared', async () => {
    const refused = await certificateOf({ ...table, id: 'error' });
    expect(refused.reasons).toEqual([expect.stringMatching(/^json-rules-engine cannot run the table error: /)]);
    const inputs = table.inputs.map((input) => ({
      ...input,
      required: true,
      ...(input.type === 'number' && { allowedRange: '> 5, < 1' }),
    }));
    const closed = await certificateOf({ ...table, inputs: inputs.map((input) => ({ ...input, path: 'items.5000' })) });
    expect(closed.reasons).toEqual([expect.stringMatching(/^No case of the table waits could be compared/)]);
  });
});
