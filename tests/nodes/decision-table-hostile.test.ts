import { afterEach, describe, expect, it } from 'vitest';
import { DecisionTable } from '../../nodes/DecisionTable/DecisionTable.node.ts';
import { exampleTable } from '../../nodes/shared/example-tables.ts';
import { items, messages } from './items.ts';
import { runOnEngine } from './n8n-engine.ts';

/** What a script in a rule would set, if anything ran it. */
const canary = 'stewardCanary';
const script = `constructor.constructor("globalThis.${canary}=1")()`;

const text = (change: object) => JSON.stringify({ ...exampleTable, ...change });
const input = (more: object) => [{ ...exampleTable.inputs[0], ...more }];
const rows = (when: object) => [{ id: 'r', when, then: { handling: 'pay' } }];

/** Settings of the node, and what a person reads; an answer where that is null. */
const hostile: [string, Record<string, unknown>, string | null][] = [
  ['nests a hundred thousand deep', { table: '['.repeat(100_000) }, 'JSON'],
  ['names the prototype as a column', { table: text({ inputs: input({ id: '__proto__' }) }) }, 'Condition 1'],
  [
    'has the prototype as a cell',
    { table: text({}).replace('"when":{"amount"', '"when":{"__proto__":"1","amount"') },
    '__proto__',
  ],
  [
    'has a script in a path',
    { table: text({ inputs: input({ path: `$..[?(${script})]` }), rows: [] }) },
    'no field name',
  ],
  ['has a script in a cell', { table: text({ rows: rows({ amount: script }) }) }, 'Row "r"'],
  [
    'has a cell of ten million characters',
    { table: text({ rows: rows({ amount: '1,'.repeat(5_000_000) }) }) },
    '10,000',
  ],
  ['has a cell of brackets', { table: text({ rows: rows({ amount: '['.repeat(9_000) }) }) }, 'Row "r"'],
  [
    'has ranges to the ends of the numbers',
    { table: text({ rows: rows({ amount: '[-1.7e308..1.7e308]' }) }) },
    'too large',
  ],
  [
    'has a thousand ranges within one another',
    {
      table: text({
        rows: Array.from({ length: 1000 }, (_, at) => ({
          id: `r${at}`,
          when: { amount: `(${at - 2000}..${2000 - at})` },
          then: { handling: 'pay' },
        })),
      }),
    },
    null,
  ],
  ['reads a field of the prototype', { dataField: 'constructor.prototype' }, 'constructor.prototype'],
  ['writes into the prototype', { outputField: '__proto__.polluted' }, '__proto__'],
  ['is a DMN file of entities', { rules: 'dmn', dmn: '<!DOCTYPE x [<!ENTITY a "b">]><definitions/>' }, 'DOCTYPE'],
  ['is a DMN file that never closes', { rules: 'dmn', dmn: '<a>'.repeat(100_000) }, '"DMN"'],
];

describe('a hostile table in the node', () => {
  afterEach(() => {
    expect(Object.hasOwn(globalThis, canary)).toBe(false);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  it.each(hostile)('that %s gets an answer or an error, and runs nothing', async (_, parameters, part) => {
    const node = { type: new DecisionTable(), parameters: parameters as never };
    const { task, outputs } = await runOnEngine(node, items({ amount: 12, customer: { tier: 'gold' } }));
    if (part === null) expect(outputs[0]).toHaveLength(1);
    else {
      expect(task.error?.name).toBe('NodeOperationError');
      expect(messages(task)).toContain(part);
      expect(messages(task)).not.toMatch(/\n\s+at /);
    }
  });

  it.each([
    ['__proto__', '{"__proto__":{"amount":12}}'],
    ['constructor', '{"constructor":{"prototype":{"amount":12}}}'],
  ])('reads only what belongs to an item with the field %s', async (_, json) => {
    const table = text({ rows: rows({ amount: '12' }) });
    const node = { type: new DecisionTable(), parameters: { table, noMatch: 'continue' } };
    const { outputs } = await runOnEngine(node, [{ json: JSON.parse(json) as never }]);
    expect(outputs[0]?.[0]?.json['decision']).toBeNull();
  });
});
