import fc from 'fast-check';
import { Engine } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import {
  compileRuleSet,
  decideTable,
  exportJsonRules,
  itemIsFacts,
  outcomeFromEvents,
  readRuleSet,
  runRuleSet,
  type DecisionTable,
  type ExportRulesOptions,
  type JsonObject,
  type JsonValue,
  type Result,
  type RuleEvent,
} from '../../../../engine/index.ts';
import { policies, policyTable } from '../evaluate/hit-policy-tables.ts';
import { definite } from '../../../definite.ts';

/** Cells that json-rules-engine can ask; the others of the random tables are left out. */
const localTimes: Record<string, string> = {
  '< time("12:00:00Z")': '< time("12:00:00")',
  'time("10:00:00Z")': 'time("10:00:00")',
  '> @"10:00:00Z"': 'not(@"10:00:00.5", > time("12:00:00"))',
};
const durations = ['span', 'term'];

function exportable(table: DecisionTable): DecisionTable {
  const rows = table.rows.map((row) => ({
    ...row,
    when: Object.fromEntries(
      Object.entries(row.when)
        .filter(([id]) => !durations.includes(id))
        .map(([id, cell]) => [id, localTimes[cell] ?? cell]),
    ),
  }));
  return { ...table, rows };
}

const times = fc.constantFrom(
  '10:00:00',
  '10:00:00.0',
  '10:00:00.0000009',
  '10:00:00.000001',
  '10:00:00.50',
  '12:00:00',
  '09:59:59.999999',
);

/** What `decideTable` says, or why it does not. */
function decided(table: DecisionTable, item: JsonObject, day: string | undefined): Answer | null {
  const result = decideTable(table, item, itemIsFacts, day === undefined ? {} : { day });
  if (result.ok) {
    const { outcome, ruleId, matched } = result.value.decision;
    return { outcome, ruleId, matched };
  }
  // A fact that the table refuses is a fact that json-rules-engine does not look at.
  const [issue] = result.issues;
  return issue !== undefined && ofRows.includes(issue.code)
    ? { code: issue.code, rows: issue.params['rows'] ?? null }
    : null;
}

type Answer = { outcome: JsonValue; ruleId: string | null; matched: string[] } | { code: string; rows: JsonValue };
const ofRows = ['several_rows_match', 'rows_disagree', 'figure_too_large'];

function readBack(table: DecisionTable, events: readonly RuleEvent[]): Answer {
  const result = outcomeFromEvents(table, events);
  if (result.ok) return result.value as Answer;
  const issue = definite(result.issues[0]);
  return { code: issue.code, rows: issue.params['rows'] ?? null };
}

function rulesOf(table: DecisionTable, options: ExportRulesOptions) {
  const exported = exportJsonRules(table, options);
  if (!exported.ok) throw new Error(JSON.stringify(exported.issues));
  return JSON.parse(JSON.stringify(exported.value)) as typeof exported.value;
}

describe('rules of random tables, on the real json-rules-engine and on ours, read back,', () => {
  test.each(policies)('say what the table says: $hitPolicy $aggregation', async (policy) => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(policyTable(policy), fc.array(times, { minLength: 6, maxLength: 6 }), async (random, clock) => {
        const table = exportable(random.table);
        for (const [index, { item, day }] of random.cases.entries()) {
          if ('t' in item) item['t'] = definite(clock[index]);
          const expected = decided(table, item, day);
          if (expected === null) continue;
          const rules = rulesOf(table, { aggregation: 'read-back', ...(day === undefined ? {} : { day }) });
          const read = readRuleSet(rules);
          if (!read.ok) throw new Error(JSON.stringify(read.issues));
          const ours = runRuleSet(compileRuleSet(read.value), item);
          if (!ours.ok) throw new Error(JSON.stringify(ours.issues));
          expect(readBack(table, ours.value.events)).toEqual(expected);
          const theirs = await new Engine(rules.rules as ConstructorParameters<typeof Engine>[0], rules).run(item);
          expect(theirs.events).toEqual(ours.value.events);
          compared += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(200);
  });
});

const base: DecisionTable = {
  schemaVersion: 1,
  id: 'base',
  name: 'Base',
  version: '1',
  hitPolicy: 'first',
  inputs: [],
  outputs: [{ id: 'x', name: 'X', type: 'number', default: 0 }],
  rows: [],
};

function oneCell(type: DecisionTable['inputs'][number]['type'], cell: string): Result<unknown> {
  const inputs: DecisionTable['inputs'] = [
    { id: 'a', name: 'A', path: 'a', type },
    { id: 'b', name: 'B', path: 'b', type: type === 'list' ? 'number' : type },
  ];
  return exportJsonRules({ ...base, inputs, rows: [{ id: 'r', when: { a: cell }, then: { x: 1 } }] });
}

describe('what json-rules-engine cannot ask is refused with the reason', () => {
  test.each([
    ['list', '[1..5]', 'list_range'],
    ['list', '> date("2026-01-01")', 'list_time'],
    ['list', 'time("08:00:00")', 'list_time'],
    ['time', '> time("08:00:00Z")', 'offset'],
    ['date-time', '@"2026-01-01T08:00:00+02:00"', 'offset'],
    ['time', '> b', 'time_reference'],
    ['day-time-duration', 'duration("P1D")', 'duration'],
    ['year-month-duration', '> b', 'duration'],
    ['date', '> date("12026-01-01")', 'year'],
  ] as const)('%s: %s', (type, cell, reason) => {
    expect(oneCell(type, cell)).toMatchObject({
      ok: false,
      issues: [
        { code: 'cell_not_exportable', path: ['rows', 0, 'when', 'a'], params: { row: 'r', input: 'A', cell, reason } },
      ],
    });
  });

  test('aggregations, chains, tables with days and without a day', () => {
    const sum: DecisionTable = { ...base, hitPolicy: 'collect', aggregation: 'sum' };
    expect(exportJsonRules(sum)).toMatchObject({ issues: [{ code: 'aggregation_not_exportable' }] });
    const dated: DecisionTable = { ...base, rows: [{ id: 'r', when: {}, then: { x: 1 }, validFrom: '2026-02-01' }] };
    expect(exportJsonRules(dated)).toMatchObject({ issues: [{ code: 'decision_day_missing' }] });
    expect(exportJsonRules(dated, { day: '2026-01-31' })).toMatchObject({ value: { rules: [] } });
    expect(exportJsonRules({ ...dated, validUntil: '2026-01-01' }, { day: '2026-01-31' })).toMatchObject({
      issues: [{ code: 'table_not_valid_on_day' }],
    });
    const chain: DecisionTable = {
      ...base,
      inputs: [{ id: 'a', name: 'A', path: 'x', type: 'number', from: 'up' }],
      uses: [{ ...base, id: 'up' }],
    };
    expect(exportJsonRules(chain)).toMatchObject({
      issues: [{ code: 'chain_not_exportable', path: ['inputs', 0, 'from'] }],
    });
    expect(exportJsonRules({ ...base, id: 'error' })).toMatchObject({
      issues: [{ code: 'event_type_not_exportable' }],
    });
  });
});

describe('events read back', () => {
  test('of other tables are left out, and none gives the defaults', () => {
    expect(outcomeFromEvents(base, [{ type: 'other' }])).toEqual({
      ok: true,
      value: { outcome: { x: 0 }, ruleId: null, matched: [] },
    });
  });

  test.each([undefined, 'text', {}, { ruleId: 5 }, { ruleId: 'gone' }])('with params %j are refused', (params) => {
    const event = params === undefined ? { type: 'base' } : { type: 'base', params };
    expect(outcomeFromEvents(base, [event])).toMatchObject({
      ok: false,
      issues: [{ code: 'unknown_event_row', path: [0] }],
    });
  });
});

describe('known deviations, on facts that the table refuses or calls absent:', () => {
  const eventsFor = (type: DecisionTable['inputs'][number]['type'], path: string, cell: string, item: JsonObject) => {
    const inputs: DecisionTable['inputs'] = [{ id: 'a', name: 'A', path, type }];
    const table = { ...base, inputs, rows: [{ id: 'r', when: { a: cell }, then: { x: 1 } }] };
    const run = runRuleSet(compileRuleSet(rulesOf(table, {})), item);
    const expected = decideTable(table, item, itemIsFacts);
    return [
      run.ok && run.value.events.length,
      expected.ok ? expected.value.decision.matched.length : expected.issues[0]?.code,
    ];
  };

  test.each([
    ['a number written as text', 'number', 'n', '> 5', { n: '12' }, [1, 'wrong_type']],
    ['a plain value where a path expects an object', 'string', 'c.tier', '"gold"', { c: 'gold' }, [1, 0]],
    ['the length of a text', 'number', 'c.length', '4', { c: 'gold' }, [0, 0]],
    ['the length of a list inside', 'number', 'c.d.length', '2', { c: { d: [1, 2] } }, [1, 0]],
    ['a text in a list that begins like a number', 'list', 'l', '> 5', { l: ['12 EUR', '7'] }, [1, 0]],
    ['a year of five digits', 'date', 'd', '> date("2026-01-01")', { d: '12026-01-01' }, [0, 1]],
  ] as const)('%s', (_, type, path, cell, item, expected) => {
    expect(eventsFor(type, path, cell, item as JsonObject)).toEqual(expected);
  });
});
