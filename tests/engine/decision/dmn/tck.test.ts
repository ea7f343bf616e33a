import { describe, expect, it } from 'vitest';
import {
  decideTable,
  describeIssue,
  importDmn,
  type DecisionTable,
  type DmnModel,
  type JsonObject,
  type JsonValue,
} from '../../../../engine/index.ts';
import { tckModels, type TckCase } from './tck.ts';

async function imported(xml: string): Promise<DmnModel> {
  const model = await importDmn(xml);
  if (!model.ok) throw new Error(model.issues.map(describeIssue).join('\n'));
  return model.value;
}

/** What DMN calls the result of a decision: of a table with one result that result, else all of them by name. */
function dmnResult(table: DecisionTable, outcome: JsonValue): JsonValue {
  const [only, ...others] = table.outputs;
  if (only === undefined || others.length > 0) return outcome;
  if (Array.isArray(outcome)) return outcome.map((one) => (one as JsonObject)[only.id] ?? null);
  return outcome === null ? null : ((outcome as JsonObject)[only.id] ?? null);
}

function decide(model: DmnModel, { decision, facts }: TckCase): JsonValue {
  const { table } = model.decisions.find(({ name }) => name === decision) ?? {};
  if (table === undefined) throw new Error(`${decision} is not run`);
  const decided = decideTable(table, facts, { dataField: '', fields: [] });
  if (!decided.ok) throw new Error(decided.issues.map(describeIssue).join('\n'));
  return dmnResult(table, decided.value.outcome);
}

const levelTwo = tckModels(2);

describe.skipIf(levelTwo.length === 0)('DMN TCK, compliance level 2, models with decision tables', () => {
  const cases = levelTwo.flatMap(({ name, xml, cases: own }) => own.map((one) => ({ model: name, xml, ...one })));

  it.each(cases)('$model, case $id: $decision', async ({ xml, ...one }) => {
    expect(decide(await imported(xml), one)).toEqual(one.expected);
  });

  it('are 17 models with 51 cases, none of which leaves anything out', async () => {
    expect([levelTwo.length, cases.length]).toEqual([17, 51]);
    const notes = await Promise.all(levelTwo.map(async ({ xml }) => (await imported(xml)).notes));
    expect(notes.flat()).toEqual([]);
  });
});

const levelThree = tckModels(3);

describe.skipIf(levelThree.length === 0)('DMN TCK, compliance level 3, as far as tables go', () => {
  const modelNamed = (start: string) => levelThree.find(({ name }) => name.startsWith(start)) ?? { xml: '', cases: [] };

  it('0017: all four tables, with ranges between inputs and dates', async () => {
    const { xml, cases } = modelNamed('0017');
    const model = await imported(xml);
    expect(cases.map((one) => decide(model, one))).toEqual(cases.map(({ expected }) => expected));
    expect([cases.length, model.notes]).toEqual([4, []]);
  });

  it('0020: the three tables of extra days give the total, which FEEL adds up', async () => {
    const { xml, cases } = modelNamed('0020');
    const model = await imported(xml);
    const extraDays = (one: TckCase) =>
      [1, 2, 3].map((number) => Number(decide(model, { ...one, decision: `Extra days case ${number}` })));
    const totals = cases.map((one) => {
      const [first = 0, second = 0, third = 0] = extraDays(one);
      return 22 + Math.max(first, third) + second;
    });
    expect(totals).toEqual(cases.map(({ expected }) => expected));
    expect(cases).toHaveLength(7);
    expect(model.notes.map(describeIssue)).toEqual([
      'The literal expression "Total Vacation Days" (d_Total_Vacation_Days) is not run: Steward runs decision tables. What it computes has to come with the facts.',
      'The literal expression "Base Vacation Days" (d_Base_Vacation_Days) is not run: Steward runs decision tables. What it computes has to come with the facts.',
    ]);
  });

  it.each([
    ['0004', 'Eligibility', 'BureauCallType'],
    ['0087', 'Eligibility', 'Bureau call type'],
  ])('%s: Strategy is decided from %s and %s, whose invocations are named', async (start, eligibility, callType) => {
    const { xml, cases } = modelNamed(start);
    const model = await imported(xml);
    // All cases of a model ask about the same applicant.
    const results = new Map(cases.map((one) => [one.decision, one.expected]));
    const strategies = cases.filter(({ decision }) => decision === 'Strategy');
    for (const one of strategies) {
      const facts = Object.fromEntries([eligibility, callType].map((needed) => [needed, results.get(needed) ?? null]));
      expect(decide(model, { ...one, facts })).toBe(one.expected);
    }
    expect(strategies.length).toBeGreaterThan(0);
    const named = model.notes
      .filter(({ code }) => code === 'dmn_decision_as_input')
      .map(({ params }) => params['needed']);
    expect(named).toEqual([eligibility, callType]);
  });

  it('an invocation whose value does not come with the facts is an error of the item, not a silent null', async () => {
    const model = await imported(modelNamed('0004').xml);
    const { table } = model.decisions[0] as { table: DecisionTable };
    const decided = decideTable(table, { BureauCallType: 'FULL' }, { dataField: '', fields: [] });
    expect(decided).toMatchObject({ ok: false, issues: [{ code: 'missing_input' }] });
  });
});
