import { afterEach, describe, expect, it } from 'vitest';
import {
  checkTable,
  decideTable,
  itemIsFacts,
  type DecisionTable,
  type JsonObject,
  type TableInput,
} from '../../../engine/index.ts';
import { parseTable } from '../../../rules/index.ts';
import { answersEverywhere, base, column, everyWay, many, output, said } from './every-way.ts';

// Texts of a table as somebody would write them to have Steward run code, lose its way or its stack.

describe('a table with hostile texts gets an answer or an issue, every way it is taken', { timeout: 120_000 }, () => {
  afterEach(() => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.has(globalThis, 'stewardWasHere')).toBe(false);
  });

  it('with code wherever text may stand', async () => {
    const code = [
      "$..[?(@.constructor.constructor('globalThis.stewardWasHere = 1')())]",
      '${globalThis.stewardWasHere = 1}',
      '={{ globalThis.stewardWasHere = 1 }}',
      '=HYPERLINK("javascript:stewardWasHere=1")',
      "');globalThis.stewardWasHere = 1;('",
    ];
    const table: DecisionTable = {
      ...base,
      name: code[0] as string,
      version: code[1] as string,
      inputs: code.map((path, at) => ({ id: `x${at}`, name: path, path, type: 'string' })),
      outputs: code.map((text, at) => ({ id: text, name: text, type: 'string', default: code[at] as string })),
      rows: code.map((text, at) => ({
        id: text,
        when: { [`x${at}`]: JSON.stringify(text) },
        then: { [text]: text },
        reason: text,
      })),
      tests: code.map((text) => ({ name: text, facts: { [text]: text }, outcome: { [text]: text } })),
    };
    const facts = Object.fromEntries(code.map((text) => [text, text]));
    expect(await everyWay(table, facts)).toMatchObject({ parse: 'answer' });
  });

  it('with the names of what every object has', async () => {
    const names = ['toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', '__lookupGetter__', 'toJSON', 'then'];
    const words = ['__proto__', 'constructor', 'prototype', ...names];
    const table: DecisionTable = {
      ...base,
      inputs: names.map((id) => column(id, 'string')),
      outputs: names.map((id) => ({ id, name: id, type: 'string', allowed: words })),
      rows: words.map((word) => ({
        id: word,
        when: Object.fromEntries(names.map((id) => [id, `"${word}", not("${word}")`.slice(0, word.length + 2)])),
        then: Object.fromEntries(names.map((id) => [id, word])),
      })),
    };
    const facts = (value: string) => Object.fromEntries(names.map((id) => [id, value]));
    for (const word of words) {
      expect(await everyWay(table, facts(word))).toMatchObject(answersEverywhere);
      const decided = decideTable(table, facts(word), itemIsFacts);
      expect(decided.ok && decided.value.outcome).toEqual(facts(word));
    }
    // What an object merely inherits is absent.
    expect(decideTable(table, {}, itemIsFacts)).toMatchObject({ ok: true, value: { outcome: null } });
  });

  it('with half characters, and ids that stand there thousands of times', async () => {
    const half = String.fromCharCode(0xd800);
    const halves: DecisionTable = {
      ...base,
      inputs: [column('x', 'string')],
      outputs: [output],
      rows: [{ id: half, when: { x: `"${half}"` }, then: { o: half } }],
    };
    expect(await everyWay(halves, { x: half })).toMatchObject({ check: 'lone_surrogate', decide: 'lone_surrogate' });
    const twins: DecisionTable = {
      ...base,
      inputs: many(1000, () => column('x')),
      outputs: [output],
      rows: many(10_000, () => ({ id: 'r', when: { x: '1' }, then: { o: 'a' } })),
    };
    expect(checkTable(twins)).toHaveLength(999 + 9_999);
  });

  it('with circles and chains of thousands of tables', () => {
    const reading = (from: string): TableInput => ({ ...column('x', 'string'), from, path: 'o' });
    const rows = [{ id: 'r', when: { x: '"a"' }, then: { o: 'a' } }];
    const link = (at: number, input: TableInput): DecisionTable => ({
      ...base,
      id: `t${at}`,
      inputs: [input],
      outputs: [output],
      rows,
    });
    const first = { ...base, inputs: [reading('t0')], outputs: [output], rows };
    const circle = { ...first, uses: many(3000, (at) => link(at, reading(`t${(at + 1) % 3000}`))) };
    expect(checkTable(circle).map(({ code }) => code)).toEqual(['used_in_circle']);
    const chain = {
      ...first,
      uses: many(3000, (at) => link(at, at === 2999 ? column('x', 'string') : reading(`t${at + 1}`))),
    };
    expect(decideTable(chain, { x: 'a' }, itemIsFacts)).toMatchObject({ ok: true, value: { outcome: { o: 'a' } } });
    expect(decideTable(chain, { x: 1 }, itemIsFacts)).toMatchObject({
      ok: false,
      issues: [{ params: { used: 't2999' } }],
    });
  });

  it('with facts of ten megabytes, and facts nested a hundred thousand deep', () => {
    const table: DecisionTable = {
      ...base,
      inputs: [
        column('list', 'list'),
        column('text', 'string'),
        { ...column('deep'), path: many(1000, () => 'd').join('.') },
      ],
      outputs: [{ ...output, default: 'rest' }],
      rows: many(1000, (at) => ({ id: `r${at}`, when: { list: `not("v${at}")`, text: '"a"' }, then: { o: 'b' } })),
    };
    let deep: JsonObject = {};
    for (let level = 0; level < 100_000; level++) deep = { d: deep };
    const facts = { ...deep, list: many(1_000_000, (at) => `v${at}`), text: 'a'.repeat(10_000_000) };
    expect(said(decideTable(table, facts, itemIsFacts))).toBe('wrong_type');
    expect(decideTable(table, { list: facts.list, text: facts.text }, itemIsFacts)).toMatchObject({
      ok: true,
      value: { outcome: { o: 'rest' } },
    });
  });

  it('nested deeper than a document may be, or in itself', () => {
    let nested: unknown = {};
    for (let level = 0; level < 100_000; level++) nested = [nested];
    const table = { ...base, inputs: [], outputs: [output], rows: [{ id: 'r', when: {}, then: { o: nested } }] };
    expect(parseTable(table)).toMatchObject({ ok: false, issues: [{ code: 'document_too_deep' }] });
    const own: { rows: unknown[] } = { ...table, rows: [] };
    own.rows.push(own);
    expect(parseTable(own)).toMatchObject({ ok: false, issues: [{ code: 'document_too_deep' }] });
  });
});
