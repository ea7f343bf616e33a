import { describe, expect, it } from 'vitest';
import {
  compileJourney,
  importWorkflow,
  simulateCustomers,
  simulateJourney,
  stepTypes,
  type Journey,
  type JsonObject,
  type Step,
} from '../../../engine/index.ts';
import { rulePacks } from '../../../rules/index.ts';
import { branchStep, countingIds, journeyOf, noOpStep, respondStep, stepOf, webhookStep } from './journeys.ts';

const ports = { packs: rulePacks };
const run = (journey: Journey, customer: JsonObject = {}) => simulateJourney(journey, customer, ports);

const choose = branchStep('choose', 'body.n', [
  ['small', '< 10'],
  ['large', '[10..20)'],
]);
const table = stepTypes['decision-table']?.newTable?.();
if (table === undefined) throw new Error('no table');

function decideStep(more: Partial<Step> = {}, parameters: JsonObject = {}): Step {
  const all = { table: 't', dataField: 'body', fields: [], outputField: 'decision', noMatch: 'error', ...parameters };
  return stepOf('decide', 'decision-table', all, more);
}

function httpStep(id: string, more: Partial<Step> = {}, node: JsonObject = {}): Step {
  return stepOf(
    id,
    'opaque',
    { node: { name: id, type: 'n8n-nodes-base.httpRequest', typeVersion: 4, parameters: {}, ...node } },
    more,
  );
}

describe('simulating one customer', () => {
  it('follows the ports that the steps choose, and answers', () => {
    const journey = journeyOf(
      [webhookStep('start'), choose, respondStep('low', 'low'), respondStep('high', 'high')],
      ['start > choose', 'choose:small > low', 'choose:large > high'],
    );
    expect(run(journey, { n: 12 })).toMatchObject({
      path: ['start', 'choose', 'high'],
      links: ['link-1', 'link-3'],
      outcome: { status: 200, body: { outcome: 'high' } },
      answeredBy: 'high',
      end: 'high',
      error: null,
      decisions: [{ kind: 'branch', outcome: 'large', step: 'choose' }],
    });
    expect(run(journey, { n: 99 })).toMatchObject({
      path: ['start', 'choose'],
      outcome: null,
      answeredBy: null,
      end: 'choose',
    });
  });

  it('runs a fork branch by branch, the topmost first, then the leftmost', () => {
    const at = (x: number, y: number) => ({ position: { x, y } });
    const journey = journeyOf(
      [
        webhookStep('start'),
        noOpStep('below', at(0, 32)),
        noOpStep('right', at(64, 0)),
        noOpStep('left', at(0, 0)),
        noOpStep('after', at(0, 99)),
      ],
      ['start > below:main/0', 'start > right:main/0', 'start > left:main/0', 'left:main/0 > after:main/0'],
    );
    expect(run(journey).path).toEqual(['start', 'left', 'after', 'right', 'below']);
  });

  it('lets branches take turns in n8n’s order of 2022', () => {
    const journey = journeyOf(
      [webhookStep('start'), noOpStep('one'), noOpStep('two'), noOpStep('after1'), noOpStep('after2')],
      ['start > one:main/0', 'start > two:main/0', 'one:main/0 > after1:main/0', 'two:main/0 > after2:main/0'],
      { workflow: { members: {} } },
    );
    expect(run(journey).path).toEqual(['start', 'one', 'two', 'after1', 'after2']);
  });

  it('runs a step twice that two branches lead to, and takes the first answer', () => {
    const journey = journeyOf(
      [
        webhookStep('start'),
        noOpStep('one'),
        noOpStep('two', { position: { x: 0, y: 9 } }),
        respondStep('answer', 'x'),
      ],
      ['start > one:main/0', 'start > two:main/0', 'one:main/0 > answer', 'two:main/0 > answer'],
    );
    expect(run(journey)).toMatchObject({ path: ['start', 'one', 'answer', 'two', 'answer'], answeredBy: 'answer' });
  });

  it('hears the first answer only', () => {
    const journey = journeyOf(
      [webhookStep('start'), respondStep('first', 'first'), respondStep('second', 'second')],
      ['start > first', 'first > second'],
    );
    expect(run(journey)).toMatchObject({
      path: ['start', 'first', 'second'],
      outcome: { body: { outcome: 'first' } },
      answeredBy: 'first',
      end: 'first',
    });
  });

  it('waits at a join for all inputs, and goes on with what it has when nothing else comes', () => {
    const merge = (id: string) => httpStep(id, {}, { type: 'n8n-nodes-base.merge' });
    const steps = [
      webhookStep('start'),
      choose,
      noOpStep('one'),
      noOpStep('two', { position: { x: 0, y: 9 } }),
      merge('join'),
      merge('last'),
    ];
    const both = journeyOf(steps, [
      'start > one:main/0',
      'start > two:main/0',
      'one:main/0 > join:main/0',
      'two:main/0 > join:main/1',
    ]);
    expect(run(both).path).toEqual(['start', 'one', 'two', 'join']);
    const half = journeyOf(steps, [
      'start > choose',
      'choose:small > one:main/0',
      'choose:large > two:main/0',
      'one:main/0 > join:main/0',
      'two:main/0 > join:main/1',
      // A join behind a join waits for it.
      'start > last:main/1',
      'join:main/0 > last:main/0',
    ]);
    expect(run(half, { n: 1 }).path).toEqual(['start', 'choose', 'one', 'join', 'last']);
  });

  it('stops at the first error, with what was answered before', () => {
    const journey = journeyOf(
      [webhookStep('start'), respondStep('answer', 'early'), choose, noOpStep('never')],
      ['start > answer', 'answer > choose', 'choose:small > never:main/0'],
    );
    expect(run(journey, { n: 'many' })).toMatchObject({
      path: ['start', 'answer', 'choose'],
      outcome: { body: { outcome: 'early' } },
      end: 'choose',
      error: { code: 'wrong_type', params: { step: 'choose', name: 'choose' } },
    });
  });

  it('passes customers through a step that is off, by its first output', () => {
    const off = { ...choose, disabled: true };
    const journey = journeyOf(
      [webhookStep('start'), off, respondStep('low', 'low')],
      ['start > choose', 'choose:small > low'],
    );
    expect(run(journey, { n: 99 })).toMatchObject({ path: ['start', 'choose', 'low'], decisions: [] });
  });

  it('ends a journey that runs in circles', () => {
    const journey = journeyOf(
      [webhookStep('start'), noOpStep('around'), noOpStep('again')],
      ['start > around:main/0', 'around:main/0 > again:main/0', 'again:main/0 > around:main/0'],
    );
    const { path, error } = run(journey);
    expect(path.length).toBe(1000);
    expect(error).toMatchObject({ code: 'loop_without_end', params: { limit: 1000 } });
  });

  it('says which steps it knows nothing about', () => {
    const journey = journeyOf(
      [webhookStep('start'), httpStep('call'), noOpStep('pass'), respondStep('answer', 'x')],
      ['start > call:main/0', 'call:main/0 > pass:main/0', 'pass:main/0 > answer'],
    );
    expect(run(journey)).toMatchObject({ assumptions: ['call'], answeredBy: 'answer' });
  });

  it('needs a step that starts the journey, and is on', () => {
    expect(run(journeyOf([respondStep('answer', 'x')])).error?.code).toBe('no_trigger');
    expect(run(journeyOf([webhookStep('start', { disabled: true })])).error?.code).toBe('no_trigger');
    const cron = httpStep('cron', {}, { type: 'n8n-nodes-base.scheduleTrigger' });
    expect(run(journeyOf([cron]))).toMatchObject({ path: ['cron'], error: null, assumptions: ['cron'] });
  });

  it('puts a table’s result where the step says, and stops without a row unless it may go on', () => {
    const open = { ...table, rows: table.rows.slice(0, 1) };
    const answer = stepOf('answer', 'respond', { status: 200, answer: 'item', fields: [] });
    const journey = (step: Step) =>
      journeyOf([webhookStep('start'), step, answer], ['start > decide', 'decide > answer'], { tables: { t: open } });
    expect(run(journey(decideStep()), { amount: 5 }).outcome?.body).toMatchObject({ decision: { outcome: 'accept' } });
    expect(run(journey(decideStep({}, { outputField: 'a.b' })), { amount: 5 }).outcome?.body).toMatchObject({
      a: { b: { outcome: 'accept' } },
    });
    expect(run(journey(decideStep({}, { outputField: '' })), { amount: 5 }).outcome?.body).toMatchObject({
      outcome: 'accept',
    });
    expect(run(journey(decideStep()), { amount: 500 })).toMatchObject({ outcome: null, error: { code: 'no_match' } });
    expect(run(journey(decideStep({}, { noMatch: 'continue' })), { amount: 500 }).outcome?.body).toMatchObject({
      decision: null,
    });
    expect(run(journey(decideStep({}, { table: 'gone' })), { amount: 5 }).error?.code).toBe('step_table_missing');
  });

  it('leaves the customer as it was', () => {
    const customer = { amount: 5 };
    const journey = journeyOf([webhookStep('start'), decideStep()], ['start > decide'], { tables: { t: table } });
    run(journey, customer);
    expect(customer).toEqual({ amount: 5 });
  });
});

describe('simulating many customers', () => {
  const journey = journeyOf(
    [webhookStep('start'), choose, respondStep('low', 'low')],
    ['start > choose', 'choose:small > low'],
  );
  const customers: JsonObject[] = [{ n: 1 }, { n: 2 }, { n: 15 }, { n: 'x' }, { n: 3 }];

  it('counts what passes links and steps, where customers end, and errors', () => {
    const report = [...simulateCustomers(journey, customers, ports)].at(-1);
    expect(report).toMatchObject({
      total: 5,
      done: 5,
      links: { 'link-1': 5, 'link-2': 3 },
      steps: { start: 5, choose: 5, low: 3 },
      ends: { low: 3, choose: 2 },
      errors: { choose: 1 },
      assumptions: [],
    });
    expect(report?.customers).toEqual(customers.map((customer) => run(journey, customer)));
  });

  it('reads a table’s settings as the node does: without spaces around them and without empty rows', () => {
    const spaced = {
      dataField: ' body ',
      fields: [
        { input: '', field: ' ' },
        { input: 'amount ', field: ' body.total' },
      ],
      outputField: ' decision ',
    };
    const odd = journeyOf([webhookStep('start'), decideStep({}, spaced)], ['start > decide'], { tables: { t: table } });
    const { decisions, error } = run(odd, { total: 20 });
    expect([error, decisions[0]?.ruleId]).toEqual([null, 'small']);
  });

  it('reads the field of a branch as the node does: without spaces around it', () => {
    const spaced = branchStep('choose', ' body.n ', [['small', '< 10']]);
    const odd = journeyOf([webhookStep('start'), spaced], ['start > choose']);
    expect(run(odd, { n: 5 }).decisions[0]?.outcome).toBe('small');
  });

  it('reads a field written with brackets into the answer', () => {
    const fields = [
      { name: 'sku', from: 'field', value: 'body.items[0].sku' },
      { name: 'price', from: 'field', value: "body.items[0]['unit.price']" },
    ];
    const answer = stepOf('answer', 'respond', { status: 200, answer: 'fields', fields });
    const asks = journeyOf([webhookStep('start'), answer], ['start > answer']);
    expect(run(asks, { items: [{ sku: 'A-1', 'unit.price': 5 }] }).outcome?.body).toEqual({ sku: 'A-1', price: 5 });
    const compiled = compileJourney(asks, ports);
    const again = importWorkflow(compiled.ok ? compiled.value : null, { id: 'again', newId: countingIds() });
    expect(again.ok && again.value.steps[1]?.parameters['fields']).toEqual([
      { name: 'sku', from: 'field', value: 'body.items.0.sku' },
      { name: 'price', from: 'field', value: 'body.items[0]["unit.price"]' },
    ]);
  });

  it('counts steps whose ids are names that objects inherit', () => {
    const odd = journeyOf([webhookStep('constructor'), respondStep('toString', 'ok')], ['constructor > toString']);
    const [report] = [...simulateCustomers(odd, [{}, {}], ports)];
    expect(report?.steps).toEqual({ constructor: 2, toString: 2 });
    expect(report?.ends).toEqual({ toString: 2 });
  });

  it('reports chunk by chunk, and each report stays as it was', () => {
    const reports = [...simulateCustomers(journey, customers, ports, { chunkSize: 2 })];
    expect(reports.map((report) => [report.done, report.links['link-1']])).toEqual([
      [2, 2],
      [4, 4],
      [5, 5],
    ]);
    expect([...simulateCustomers(journey, [], ports)]).toMatchObject([{ total: 0, done: 0 }]);
  });
});
