import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeIssue, type DecisionTable, type Journey } from '../../engine/index.ts';
import { parseJourney, parseTable } from '../../rules/index.ts';
import { definite } from '../definite.ts';
import { readCases } from '../engine/decision/cases.ts';

const { table } = readCases<{ table: DecisionTable }>('decide-table');
const journey: Journey = {
  schemaVersion: 1,
  id: 'refunds',
  name: '',
  steps: [
    {
      id: 'a1',
      name: 'Start',
      type: 'webhook-trigger',
      parameters: { path: 'x', nested: { any: [1, null] } },
      position: { x: 0, y: 16 },
    },
    {
      id: 'b2',
      name: 'Set',
      type: 'opaque',
      parameters: {},
      position: { x: 0, y: 0 },
      disabled: true,
      source: {
        name: 'Set',
        type: 'n8n-nodes-base.set',
        typeVersion: 3.4,
        position: [0, 0],
        parameters: { constructor: 1 },
      },
    },
  ],
  links: [{ id: 'l', from: { step: 'a1', port: 'main/0' }, to: { step: 'b2', port: 'main/0' } }],
  tables: { limits: table },
  workflow: { members: { settings: {}, pinData: { Start: [] } }, connections: { b2: { main: [] } } },
};

/** The good table with one value replaced; `undefined` takes the member away. */
function copy(path: (string | number)[], value?: unknown): unknown {
  const document = structuredClone(table) as unknown;
  let here = document as Record<string | number, unknown>;
  for (const segment of path.slice(0, -1)) here = here[segment] as Record<string | number, unknown>;
  here[definite(path.at(-1))] = value;
  return JSON.parse(JSON.stringify(document));
}

describe('a document of the right shape', () => {
  test('comes out as the very object that went in', () => {
    const parsed = parseTable(table);
    expect(parsed.ok && parsed.value).toBe(table);
    const parsedJourney = parseJourney(journey);
    expect(parsedJourney.ok && parsedJourney.value).toBe(journey);
  });

  test('may name its schema for editors', () => {
    expect(parseTable({ $schema: '../schema/decision-table.schema.json', ...table }).ok).toBe(true);
  });
});

interface ShapeCase {
  name: string;
  document: unknown;
  code: string;
  path: (string | number)[];
  says: string;
}

const shapes: ShapeCase[] = [
  { name: 'a list', document: [], code: 'not_an_object', path: [], says: 'has to be a JSON object' },
  { name: 'nothing', document: null, code: 'not_an_object', path: [], says: 'has to be a JSON object' },
  {
    name: 'a missing member',
    document: copy(['name']),
    code: 'missing_member',
    path: [],
    says: 'The document lacks "name". Add it.',
  },
  {
    name: 'a missing member of a row',
    document: copy(['rows', 3, 'when']),
    code: 'missing_member',
    path: ['rows', 3],
    says: 'Row 4 lacks "when"',
  },
  {
    name: 'a misspelled member',
    document: copy(['inputs', 0, 'tpye'], 'number'),
    code: 'unknown_member',
    path: ['inputs', 0],
    says: 'Condition 1 has "tpye"',
  },
  {
    name: 'a cell that is a number',
    document: copy(['rows', 0, 'when', 'amount'], 5),
    code: 'wrong_member_type',
    path: ['rows', 0, 'when', 'amount'],
    says: 'Row 1, when.amount has to be a text',
  },
  {
    name: 'an object as a result',
    document: copy(['rows', 0, 'then', 'action'], {}),
    code: 'wrong_member_type',
    path: ['rows', 0, 'then', 'action'],
    says: 'Row 1, then.action has to be',
  },
  {
    name: 'an unknown type of value',
    document: copy(['inputs', 1, 'type'], 'money'),
    code: 'not_one_of',
    path: ['inputs', 1, 'type'],
    says: 'number, string, boolean, date, time',
  },
  {
    name: 'an id with blanks',
    document: copy(['id'], 'Refund Limits'),
    code: 'wrong_pattern',
    path: ['id'],
    says: 'small letters, digits and single hyphens',
  },
  {
    name: 'a column id that JavaScript keeps',
    document: copy(['outputs', 0, 'id'], 'constructor'),
    code: 'wrong_pattern',
    path: ['outputs', 0, 'id'],
    says: 'Result 1, id',
  },
  {
    name: 'a result id that is too long',
    document: copy(['outputs', 0, 'id'], 'x'.repeat(201)),
    code: 'wrong_pattern',
    path: ['outputs', 0, 'id'],
    says: 'at most 200 characters',
  },
  {
    name: 'a day of validity that is none',
    document: copy(['rows', 0, 'validFrom'], '1.3.2026'),
    code: 'wrong_pattern',
    path: ['rows', 0, 'validFrom'],
    says: 'Row 1, validFrom',
  },
  {
    name: 'a hit policy that there is not',
    document: copy(['hitPolicy'], 'best'),
    code: 'not_one_of',
    path: ['hitPolicy'],
    says: 'unique, any, priority, first, rule-order, output-order, collect',
  },
  {
    name: 'a used table that uses another',
    document: copy(['uses'], [{ ...table, id: 'used', uses: [] }]),
    code: 'nested_uses',
    path: ['uses', 0, 'uses'],
    says: 'side by side under the first table (Used table 1, uses)',
  },
  {
    name: 'a used table with a cell that is a number',
    document: copy(['uses'], [{ ...table, id: 'used', rows: [{ id: 'r', when: { amount: 5 }, then: {} }] }]),
    code: 'wrong_member_type',
    path: ['uses', 0, 'rows', 0, 'when', 'amount'],
    says: 'Used table 1, Row 1, when.amount has to be a text',
  },
  {
    name: 'a list in a list that a test expects',
    document: copy(['tests'], [{ name: 't', facts: {}, outcome: [[]] }]),
    code: 'wrong_member_type',
    path: ['tests', 0, 'outcome', 0],
    says: 'Test 1, outcome.0 has to be an object',
  },
  {
    name: 'an empty name',
    document: copy(['name'], ''),
    code: 'too_short',
    path: ['name'],
    says: 'must not be empty',
  },
  {
    name: 'no results',
    document: copy(['outputs'], []),
    code: 'too_few',
    path: ['outputs'],
    says: 'at least 1',
  },
  {
    name: 'a review day that is none',
    document: copy(['assumptions'], [{ id: 'a', text: 'x', owner: 'y', reviewBy: 'next year' }]),
    code: 'wrong_pattern',
    path: ['assumptions', 0, 'reviewBy'],
    says: '2027-06-30',
  },
  {
    name: 'a link with script in it',
    document: copy(['sources'], [{ id: 'a', title: 'x', url: 'javascript:alert(1)' }]),
    code: 'wrong_pattern',
    path: ['sources', 0, 'url'],
    says: 'https://',
  },
  {
    name: 'a version that is a number',
    document: copy(['version'], 1),
    code: 'wrong_member_type',
    path: ['version'],
    says: 'version has to be a text',
  },
  {
    name: 'a schema version of old',
    document: copy(['schemaVersion'], 0),
    code: 'wrong_constant',
    path: ['schemaVersion'],
    says: 'has to be 1',
  },
  {
    name: 'a schema version to come',
    document: copy(['schemaVersion'], 2),
    code: 'newer_schema',
    path: ['schemaVersion'],
    says: 'newer version of Steward',
  },
];

describe('a table of the wrong shape says what, where and what to do', () => {
  for (const { name, document, code, path, says } of shapes) {
    test(name, () => {
      const parsed = parseTable(document);
      if (parsed.ok) throw new Error('was taken');
      const issue = parsed.issues.find((candidate) => candidate.code === code);
      expect(issue, JSON.stringify(parsed.issues)).toMatchObject({ path, severity: 'error' });
      expect(describeIssue(definite(issue))).toContain(says);
    });
  }

  test('several problems are told at once', () => {
    const parsed = parseTable({ schemaVersion: 1 });
    expect(parsed.ok || parsed.issues.length).toBe(7);
  });
});

describe('a journey of the wrong shape says where', () => {
  test('in its steps', () => {
    const parsed = parseJourney({ ...journey, steps: [{ ...journey.steps[0], position: { x: '0', y: 0 } }] });
    if (parsed.ok) throw new Error('was taken');
    expect(describeIssue(definite(parsed.issues[0]))).toBe('Step 1, position.x has to be a number.');
  });
  test('in the tables that it carries', () => {
    const parsed = parseJourney({ ...journey, tables: { limits: { ...table, rows: 5 } } });
    if (parsed.ok) throw new Error('was taken');
    expect(parsed.issues[0]).toMatchObject({ code: 'wrong_member_type', path: ['tables', 'limits', 'rows'] });
  });
  test('in the key of a table', () => {
    const tables = JSON.parse(`{"constructor": ${JSON.stringify(table)}}`) as Journey['tables'];
    expect(parseJourney({ ...journey, tables })).toMatchObject({
      ok: false,
      issues: [{ code: 'wrong_pattern', path: ['tables'] }],
    });
  });
});

describe('hostile documents', () => {
  test('a prototype key is refused wherever it stands', () => {
    const hostile = JSON.parse('{"rows": [{"when": {"__proto__": {"polluted": true}}}]}') as unknown;
    for (const parse of [parseTable, parseJourney]) {
      expect(parse(hostile)).toMatchObject({
        ok: false,
        issues: [{ code: 'reserved_key', params: { key: '__proto__', at: 'rows' } }],
      });
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
  test('a fact may be called as members of objects are: a node accepts every table that a journey holds', () => {
    const tests = [{ name: 'odd', facts: { constructor: 1, prototype: { x: 1 } }, outcome: null }];
    expect(parseTable({ ...table, tests })).toMatchObject({ ok: true });
  });
  test('very deep nesting is refused without running out of stack', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) as unknown;
    expect(parseTable(deep)).toMatchObject({ ok: false, issues: [{ code: 'document_too_deep' }] });
    expect(parseJourney(deep)).toMatchObject({ ok: false, issues: [{ code: 'document_too_deep' }] });
  });
  test('an object that contains itself is refused', () => {
    const knot: Record<string, unknown> = { ...table };
    knot['description'] = knot;
    expect(parseTable(knot)).toMatchObject({ ok: false, issues: [{ code: 'document_too_deep' }] });
  });
  test('far too many values are refused quickly', () => {
    const before = performance.now();
    expect(parseTable({ ...table, rows: new Array(3_000_000).fill({}) })).toMatchObject({
      ok: false,
      issues: [{ code: 'document_too_large' }],
    });
    expect(performance.now() - before).toBeLessThan(2000);
  });
  test('a hundred thousand wrong rows give a hundred issues', () => {
    const parsed = parseTable({ ...table, rows: new Array(100_000).fill(5) });
    expect(parsed.ok || parsed.issues.length).toBe(100);
  });
  test('nothing makes the parsers throw', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (value) => {
        expect(parseTable(value).ok).toBe(false);
        expect(parseJourney(value).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
  test('no member of a table can be replaced by anything that makes the parser throw', () => {
    const members = Object.keys(table) as (keyof DecisionTable)[];
    fc.assert(
      fc.property(fc.constantFrom(...members), fc.anything(), (member, value) => {
        const parsed = parseTable({ ...table, [member]: value });
        if (parsed.ok) return;
        for (const issue of parsed.issues) expect(describeIssue(issue)).not.toMatch(/undefined|\{\w+\}/);
      }),
      { numRuns: 1000 },
    );
  });
});
