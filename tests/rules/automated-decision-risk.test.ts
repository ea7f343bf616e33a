import { describe, expect, test } from 'vitest';
import {
  checkTable,
  decideRisk,
  decideTable,
  describeIssue,
  dutiesOf,
  itemIsFacts,
  readPath,
  riskLevels,
  runTableTests,
  type DecisionTable,
  type JsonObject,
} from '../../engine/index.ts';
import { parseTable, riskPacks } from '../../rules/index.ts';
import { definite } from '../definite.ts';

const pack = definite(riskPacks['automated-decision-risk']);
const { table, duties } = pack;

describe.each([
  ['the risk table', table],
  ['the table of duties', duties],
])('%s', (_name, shipped) => {
  test('has the shape of a table and no problem', () => {
    const parsed = parseTable(shipped);
    if (!parsed.ok) throw new Error(parsed.issues.map(describeIssue).join('\n'));
    expect(checkTable(shipped).map(describeIssue)).toEqual([]);
  });
  test('names owner, version, sources and assumptions with a day to look again', () => {
    expect(shipped.owner).toBeTruthy();
    expect(shipped.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(shipped.assumptions?.length).toBeGreaterThan(0);
    for (const { reviewBy } of shipped.assumptions ?? [])
      expect(Date.parse(reviewBy)).toBeGreaterThan(Date.parse('2026-11-22'));
  });
  test('gives every row a reason in words and a source', () => {
    for (const row of shipped.rows) {
      expect(row.reason, row.id).toMatch(/^[A-Z0-9].*\.$/s);
      expect(
        shipped.sources?.some((source) => source.id === row.source),
        row.id,
      ).toBe(true);
    }
  });
  test('says of every threshold of its own why it was chosen', () => {
    for (const row of shipped.rows) {
      const law = shipped.sources?.find((source) => source.id === row.source)?.url;
      if (law === undefined && row.id !== 'no-ground') expect(row.reason, row.id).toMatch(/We chose .+, because .+/);
    }
  });
});

describe("each of the pack's own cases", () => {
  for (const [name, shipped] of [
    ['risk', table],
    ['duties', duties],
  ] as const) {
    const results = runTableTests(shipped);
    if (!results.ok) throw new Error('the table does not run');
    for (const result of results.value) {
      test(`${name}: ${result.name}`, () => expect(result.actual).toMatchObject(result.expected));
    }
  }
  test('number at least 45, and every row decides one of them', () => {
    expect(table.tests?.length).toBeGreaterThanOrEqual(45);
    const rows = new Set(table.tests?.map((one) => one.row));
    expect(table.rows.filter((row) => !rows.has(row.id)).map((row) => row.id)).toEqual([]);
  });
});

describe('the pack', () => {
  test('orders its rows by level, the gravest first, so that the first match is the gravest', () => {
    const ranks = table.rows
      .filter((row) => row.id !== 'no-facts')
      .map((row) => riskLevels.indexOf(row.then['level'] as never));
    expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
  });

  test('has all duties for every level, and they do not fall as the level rises', () => {
    const all = riskLevels.map((level) => {
      const result = dutiesOf(duties, level);
      if (!result.ok) throw new Error(level);
      return result.value;
    });
    for (const [index, one] of all.slice(0, -1).entries()) {
      const lower = definite(all[index + 1]);
      expect(Number(one.disclosure)).toBeGreaterThanOrEqual(Number(lower.disclosure));
      expect(Number(one.contestPath)).toBeGreaterThanOrEqual(Number(lower.contestPath));
      expect(one.retentionDays).toBeGreaterThanOrEqual(lower.retentionDays);
    }
    for (const one of all) expect(one).toMatchObject({ logging: true });
  });

  test('knows four levels: duties of any other are an error, not a gap', () => {
    expect(decideTable(duties, { level: 'extreme' }, itemIsFacts)).toMatchObject({
      ok: false,
      issues: [{ code: 'value_not_allowed' }],
    });
    expect(decideTable(duties, {}, itemIsFacts)).toMatchObject({ ok: false, issues: [{ code: 'missing_input' }] });
  });

  test('takes an age below zero for what it is, an error of the data', () => {
    const facts = { request: { purpose: 'refund' }, customer: { age: -1 } };
    expect(decideTable(table, facts, itemIsFacts)).toMatchObject({
      ok: false,
      issues: [{ code: 'value_not_allowed' }],
    });
  });

  test('keeps every record for at least the six months of the AI Act', () => {
    for (const row of duties.rows) expect(row.then['retentionDays']).toBeGreaterThanOrEqual(184);
  });

  test('decides whatever single fact is left out of any of its cases', () => {
    for (const { facts, name } of table.tests ?? []) {
      for (const input of table.inputs) {
        if (readPath(facts, input.path) === undefined) continue;
        const without = structuredClone(facts);
        const [group, key] = input.path.split('.') as [string, string];
        without[group] = Object.fromEntries(
          Object.entries(without[group] as JsonObject).filter(([name]) => name !== key),
        );
        expect(decideRisk(pack, without, itemIsFacts, 'error').ok, `${name} without ${input.id}`).toBe(true);
      }
    }
  });

  test('never becomes milder when more reputational grounds are added', () => {
    const worse: JsonObject = {
      customer: { vulnerable: true },
      history: { failures30d: 9 },
      order: { amount: 99_999 },
    };
    for (const { facts, name, outcome } of table.tests ?? []) {
      const merged = structuredClone(facts);
      for (const [group, members] of Object.entries(worse))
        merged[group] = { ...(merged[group] as JsonObject), ...(members as JsonObject) };
      const decided = decideRisk(pack, merged, itemIsFacts, 'error');
      if (!decided.ok) throw new Error(name);
      const before = riskLevels.indexOf((outcome as JsonObject | null)?.['level'] as never);
      expect(riskLevels.indexOf(decided.value.level), name).toBeLessThanOrEqual(before);
    }
  });

  test('gives all grounds of one level together, the deciding one first', () => {
    const facts = { request: { purpose: 'creditworthiness' }, order: { amount: 8000 }, customer: { vulnerable: true } };
    const decided = decideRisk(pack, facts, itemIsFacts, 'error');
    if (!decided.ok) throw new Error('not decided');
    expect(decided.value.decision.reasons.map((reason) => reason.row)).toEqual([
      'ai-act-annex-iii-5-b',
      'vulnerable-customer',
      'amount-high',
    ]);
    expect(decided.value.decision.reasons[0]?.source).toBe(
      'Regulation (EU) 2024/1689 (EU AI Act), Article 6(2) with Annex III, point 5(b)',
    );
  });
});

test("a table with the pack's facts behind a webhook is read from its body", () => {
  const item = { headers: {}, body: { request: { purpose: 'refund' }, order: { amount: 750 } } };
  const decided = decideTable(table as DecisionTable, item, { dataField: 'body', fields: [] });
  expect(decided).toMatchObject({ value: { outcome: { level: 'limited' }, decision: { ruleId: 'amount-limited' } } });
});
