import { createRequire } from 'node:module';
import type { JsonObject } from '../../engine/index.ts';
import { cellsOf, type CaseRow } from './decision-table-case.ts';
import { requirePeer } from './install-peers.ts';

/** An engine with the table in its own language. */
export interface Peer {
  name: string;
  /** Index of the deciding row, or what leads to it. */
  decide(facts: JsonObject): number | Promise<number>;
  /** How many evaluations are under way at a time. */
  inFlight: number;
}

const require = createRequire(import.meta.url);

type Rule = Record<string, unknown>;

export function jsonRulesEngine(rows: readonly CaseRow[]): Peer {
  const { Engine } = require('json-rules-engine') as {
    Engine: new (rules: unknown[]) => {
      on(event: 'success', listener: () => void): void;
      stop(): void;
      run(facts: JsonObject): Promise<{ events: { params: { row: number } }[] }>;
    };
  };
  const rules = rows.map((row, index) => ({
    priority: rows.length - index,
    conditions: { all: conditionsOf(row) },
    event: { type: 'row', params: { row: index } },
  }));
  const engine = new Engine(rules);
  engine.on('success', () => engine.stop());
  return {
    name: 'json-rules-engine, stopping at the first hit',
    inFlight: 1,
    decide: async (facts) => (await engine.run(facts)).events[0]?.params.row ?? -1,
  };
}

function conditionsOf({ amount, age, tiers, country, vip }: CaseRow): unknown[] {
  const is = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
  return [
    is('amount', 'greaterThanInclusive', amount[0]),
    is('amount', 'lessThan', amount[1]),
    ...(age === null ? [] : [is('age', 'greaterThanInclusive', age)]),
    ...(tiers.length === 0 ? [] : [is('tier', 'in', tiers)]),
    ...(country === null ? [] : [is('country', 'equal', country)]),
    ...(vip === null ? [] : [is('vip', 'equal', vip)]),
  ];
}

/** The table as one expression: if row 0 then 0, else if row 1 then 1, and so on. */
function logicOf(rows: readonly CaseRow[]): Rule {
  const value = (name: string) => ({ var: name });
  const all = ({ amount, age, tiers, country, vip }: CaseRow): Rule => ({
    and: [
      { '>=': [value('amount'), amount[0]] },
      { '<': [value('amount'), amount[1]] },
      ...(age === null ? [] : [{ '>=': [value('age'), age] }]),
      ...(tiers.length === 0 ? [] : [{ in: [value('tier'), tiers] }]),
      ...(country === null ? [] : [{ '==': [value('country'), country] }]),
      ...(vip === null ? [] : [{ '==': [value('vip'), vip] }]),
    ],
  });
  return { if: [...rows.flatMap((row, index) => [all(row), index]), -1] };
}

export function jsonLogicJs(rows: readonly CaseRow[]): Peer {
  const logic = requirePeer('json-logic-js') as { apply(rule: Rule, facts: JsonObject): number };
  const rule = logicOf(rows);
  return { name: 'json-logic-js', inFlight: 1, decide: (facts) => logic.apply(rule, facts) };
}

/** It makes code of the rule with `eval`. */
export function jsonLogicEngine(rows: readonly CaseRow[]): Peer {
  const { LogicEngine } = requirePeer('json-logic-engine') as {
    LogicEngine: new () => { build(rule: Rule): (facts: JsonObject) => number };
  };
  const decide = new LogicEngine().build(logicOf(rows));
  return { name: 'json-logic-engine, built', inFlight: 1, decide };
}

export function zen(rows: readonly CaseRow[], inFlight: number): Peer {
  const { ZenEngine } = requirePeer('@gorules/zen-engine') as {
    ZenEngine: new () => {
      createDecision(content: object): { evaluate(facts: JsonObject): Promise<{ result: { row: number } }> };
    };
  };
  const cells = rows.map((row, index) => ({ ...zenCells(cellsOf(row)), _id: `r${index}`, row: String(index) }));
  const fields = ['amount', 'age', 'tier', 'country', 'vip'].map((field) => ({ id: field, name: field, field }));
  const content = {
    hitPolicy: 'first',
    inputs: fields,
    outputs: [{ id: 'row', name: 'Row', field: 'row' }],
    rules: cells,
  };
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in' },
      { id: 'table', type: 'decisionTableNode', name: 'table', content },
      { id: 'out', type: 'outputNode', name: 'out' },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  });
  return {
    name: inFlight === 1 ? 'zen, one by one' : `zen, ${inFlight} in flight`,
    inFlight,
    decide: async (facts) => (await decision.evaluate(facts)).result.row,
  };
}

function zenCells(cells: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).map(([input, cell]) => [input, cell === '-' ? '' : cell]));
}

export async function dmnEvalJs(rows: readonly CaseRow[]): Promise<Peer> {
  const { decisionTable } = requirePeer('@hbtgmbh/dmn-eval-js') as {
    decisionTable: {
      parseDmnXml(xml: string): Promise<unknown>;
      evaluateDecision(id: string, decisions: unknown, facts: JsonObject): { row: number };
    };
  };
  const decisions = await decisionTable.parseDmnXml(dmnXml(rows));
  return {
    name: 'dmn-eval-js',
    inFlight: 1,
    decide: (facts) => decisionTable.evaluateDecision('bench', decisions, facts)?.row ?? -1,
  };
}

function dmnXml(rows: readonly CaseRow[]): string {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const text = (cell: string) => `<text>${escape(cell)}</text>`;
  const inputs = [
    ['amount', 'double'],
    ['age', 'double'],
    ['tier', 'string'],
    ['country', 'string'],
    ['vip', 'boolean'],
  ]
    .map(
      ([id, type]) =>
        `<input id="in_${id}"><inputExpression id="e_${id}" typeRef="${type}">${text(id as string)}</inputExpression></input>`,
    )
    .join('');
  const rules = rows
    .map((row, index) => {
      const entries = Object.entries(cellsOf(row)).map(
        ([id, cell]) => `<inputEntry id="c_${index}_${id}">${text(cell === '-' ? '' : cell)}</inputEntry>`,
      );
      return `<rule id="r${index}">${entries.join('')}<outputEntry id="o_${index}">${text(String(index))}</outputEntry></rule>`;
    })
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" id="d" name="d" namespace="http://example.com">
<decision id="bench" name="bench"><decisionTable id="t" hitPolicy="FIRST">${inputs}<output id="out" name="row" typeRef="double" />${rules}</decisionTable></decision>
</definitions>`;
}
