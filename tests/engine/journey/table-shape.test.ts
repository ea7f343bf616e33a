import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepTypes, type JsonObject, type JsonValue } from '../../../engine/index.ts';
import { parseTable, riskPacks } from '../../../rules/index.ts';
import { mutate } from './mutate-document.ts';

// A table that comes with an n8n node becomes part of a journey only if the journey can then be read again.

const pack = riskPacks['automated-decision-risk'];
if (pack === undefined) throw new Error('no pack');

const used: JsonObject = {
  schemaVersion: 1,
  id: 'tier',
  name: 'Tier',
  version: '1',
  hitPolicy: 'collect',
  aggregation: 'count',
  inputs: [],
  outputs: [{ id: 'Tier (of the customer)', name: 'Tier', type: 'string', allowed: ['gold'], default: 'gold' }],
  rows: [{ id: 'r1', when: {}, then: {} }],
};

const small: JsonObject = {
  schemaVersion: 1,
  id: 'limits',
  name: 'Limits',
  version: '1',
  hitPolicy: 'collect',
  aggregation: 'sum',
  owner: 'Somebody',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  inputs: [
    { id: 'amount', name: 'Amount', path: 'amount', type: 'number', unit: 'EUR', allowed: [1, 2], required: true },
    { id: 'tier', name: 'Tier', path: 'Tier', from: 'tier', type: 'date', allowedRange: '[1..2]' },
  ],
  outputs: [{ id: 'pay', name: 'Pay', type: 'boolean', default: ['x'] }],
  annotations: [{ id: 'Remark', name: 'Remark' }],
  rows: [
    {
      id: 'r1',
      when: { amount: '< 10' },
      then: { pay: true },
      reason: 'Small.',
      source: 'law',
      disabled: false,
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
      annotations: { Remark: 'x' },
    },
  ],
  uses: [used],
  assumptions: [{ id: 'a', text: 'Text', owner: 'Somebody', reviewBy: '2027-01-31' }],
  sources: [{ id: 'law', title: 'Law', section: '1', url: 'https://law.example.com' }],
  tests: [
    { name: 't', facts: { amount: 1 }, outcome: { pay: true }, row: 'r1', day: '2026-05-01' },
    { name: 'u', facts: { amount: 1 }, outcome: [{ pay: true }] },
  ],
};

const junk = fc.oneof(
  fc.constantFrom<JsonValue>(
    '',
    'x',
    'Not Kebab',
    'number',
    1,
    2,
    true,
    null,
    [],
    {},
    ['x'],
    [{}],
    '__proto__',
    'constructor',
    '2027-02-30',
    'a'.repeat(201),
    'unique',
    'sum',
    'date',
    used,
    { ...used, uses: [] },
  ),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>,
);

describe('the form of a table inside a node', () => {
  it('is accepted for every table that Steward ships', () => {
    for (const table of [pack.table, pack.duties]) expect(isRecognized(table as unknown as JsonObject)).toBe(true);
    expect(existsSync(new URL('../../../rules/schema/decision-table.schema.json', import.meta.url))).toBe(true);
  });

  it('allows a table to use others, and those none', () => {
    expect(isRecognized(small)).toBe(true);
    const nested = parseTable({ ...small, uses: [{ ...used, uses: [] }] });
    expect(nested).toMatchObject({ ok: false, issues: [{ code: 'nested_uses', path: ['uses', 0, 'uses'] }] });
    expect(isRecognized({ ...small, uses: [{ ...used, uses: [] }] })).toBe(false);
  });

  it('is what the schema of tables says, whatever is changed about a table', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.nat()),
        junk,
        fc.constantFrom('replace', 'remove', 'add'),
        (choices, value, how) => {
          const table = structuredClone(small);
          mutate(table, choices, value, how);
          if (JSON.stringify(table).includes('__proto__')) return;
          const { ok } = parseTable(table);
          if (!ok) refused += 1;
          expect(isRecognized(table)).toBe(ok);
        },
      ),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});

function isRecognized(table: JsonObject): boolean {
  const node = {
    name: 'N',
    type: 'n8n-nodes-steward.decisionTable',
    typeVersion: 1,
    position: [0, 0] as [number, number],
    parameters: { table: JSON.stringify(table) },
  };
  return stepTypes['decision-table']?.recognize(node, (wanted) => wanted) !== null;
}
