import { describe, expect, it } from 'vitest';
import {
  applyCommand,
  compileJourney,
  importWorkflow,
  mayConnect,
  newJourney,
  newStep,
  newStepId,
  readFragment,
  copyFragment,
  stepTypes,
  type Command,
  type Journey,
} from '../../../engine/index.ts';
import { rulePacks } from '../../../rules/index.ts';
import { branchStep, countingIds, journeyOf, noOpStep, respondStep, stepOf, webhookStep } from './journeys.ts';

const table = stepTypes['decision-table']?.newTable?.();
if (table === undefined) throw new Error('no table');

const start = webhookStep('start');
const choose = branchStep('choose', 'body.amount', [
  ['small', '< 10'],
  ['large', '>= 10'],
]);
const paid = respondStep('paid', 'paid');
const decide = stepOf('decide', 'decision-table', {
  table: 'limits',
  dataField: 'body',
  fields: [],
  outputField: 'decision',
  noMatch: 'error',
});
const journey = journeyOf(
  [start, choose, paid, decide],
  ['start > choose', 'choose:small > paid', 'choose:large > decide', 'decide > paid'],
  { tables: { limits: table } },
);

function apply(command: Command, to: Journey = journey): Journey {
  const result = applyCommand(to, command);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const undone = applyCommand(result.value.journey, result.value.inverse);
  expect(undone.ok ? undone.value.journey : undone).toEqual(to);
  return result.value.journey;
}

function codes(command: Command, to: Journey = journey): string[] {
  const result = applyCommand(to, command);
  return result.ok ? [] : result.issues.map((issue) => issue.code);
}

describe('a command', () => {
  it('leaves the journey that it is given as it was, and keeps the identity of what it does not touch', () => {
    const before = structuredClone(journey);
    const next = apply({ kind: 'move-steps', positions: { paid: { x: 160, y: 16 } } });
    expect(journey).toEqual(before);
    expect(next.steps[0]).toBe(journey.steps[0]);
    expect(next.steps[2]?.position).toEqual({ x: 160, y: 16 });
    expect(next.links).toBe(journey.links);
    expect(next.tables).toBe(journey.tables);
  });

  it('that changes nothing gives the same journey', () => {
    expect(apply({ kind: 'move-steps', positions: { paid: { x: 0, y: 0 } } })).toBe(journey);
    const row = table.rows[0]?.id ?? '';
    expect(apply({ kind: 'edit-table', table: 'limits', edit: { kind: 'set-row', row, disabled: false } })).toBe(
      journey,
    );
    expect(apply({ kind: 'set-disabled', steps: ['paid'], disabled: false })).toBe(journey);
    expect(apply({ kind: 'remove-steps', steps: [] })).toBe(journey);
  });

  it('whose parts do not all work changes nothing', () => {
    const parts: Command[] = [
      { kind: 'rename-journey', name: 'Other' },
      { kind: 'disconnect', links: ['nobody'] },
    ];
    expect(codes({ kind: 'composite', commands: parts })).toEqual(['link_unknown']);
  });

  it('taken back and done again gives the same journey', () => {
    const done = applyCommand(journey, { kind: 'remove-steps', steps: ['choose', 'decide'] });
    if (!done.ok) throw new Error('not done');
    const undone = applyCommand(done.value.journey, done.value.inverse);
    if (!undone.ok) throw new Error('not undone');
    const redone = applyCommand(undone.value.journey, undone.value.inverse);
    expect(redone.ok ? redone.value.journey : redone).toEqual(done.value.journey);
  });

  it('that takes something back leaves later changes of other parts alone', () => {
    const moved = applyCommand(journey, { kind: 'move-steps', positions: { paid: { x: 160, y: 0 } } });
    if (!moved.ok) throw new Error('not moved');
    const renamed = apply({ kind: 'rename-step', step: 'start', name: 'Begin' }, moved.value.journey);
    const undone = applyCommand(renamed, moved.value.inverse);
    if (!undone.ok) throw new Error('not undone');
    expect(undone.value.journey.steps.map(({ name }) => name)).toEqual(['Begin', 'choose', 'paid', 'decide']);
    expect(undone.value.journey.steps[2]?.position).toEqual({ x: 0, y: 0 });
  });
});

describe('removing steps', () => {
  it('takes their links and the tables that nobody else uses along', () => {
    const next = apply({ kind: 'remove-steps', steps: ['decide'] });
    expect(next.links.map((link) => link.id)).toEqual(['link-1', 'link-2']);
    expect(next.tables).toEqual({});
  });

  it('leaves a table that another step uses', () => {
    const both = apply({ kind: 'add-step', step: { ...decide, id: 'second', name: 'second' } });
    expect(apply({ kind: 'remove-steps', steps: ['decide'] }, both).tables).toEqual({ limits: table });
  });

  it('puts them back in their place', () => {
    const removed = applyCommand(journey, { kind: 'remove-steps', steps: ['choose'] });
    if (!removed.ok) throw new Error('not removed');
    const back = applyCommand(removed.value.journey, removed.value.inverse);
    if (!back.ok) throw new Error('not back');
    expect(back.value.journey.steps.map((step) => step.id)).toEqual(['start', 'choose', 'paid', 'decide']);
    expect(back.value.journey.links.map((link) => link.id)).toEqual(['link-1', 'link-2', 'link-3', 'link-4']);
  });
});

describe('adding steps', () => {
  it('brings a table under a free key', () => {
    const command = newStep(journey, 'decision-table', { position: { x: 0, y: 0 }, random: Math.random });
    const next = apply(command);
    const added = next.steps.at(-1);
    expect(added?.name).toBe('Decision Table');
    expect(Object.keys(next.tables)).toEqual(['limits', added?.parameters['table']]);
  });

  it('refuses ids and names that are taken', () => {
    expect(codes({ kind: 'add-step', step: { ...paid, name: 'new' } })).toEqual(['step_id_taken']);
    expect(codes({ kind: 'add-step', step: { ...paid, id: 'choose-again', name: 'new' } })).toEqual(['step_id_taken']);
    expect(codes({ kind: 'add-step', step: { ...paid, id: 'other' } })).toEqual(['step_name_taken']);
    expect(codes({ kind: 'add-step', step: { ...paid, id: 'other', name: ' ' } })).toEqual(['step_name_empty']);
  });

  it('onto a link leads the way through the step, in the same place of the order', () => {
    const step = noOpStep('wait01');
    const next = apply({
      kind: 'insert-step',
      step,
      link: 'link-2',
      input: 'main/0',
      output: 'main/0',
      newLinkId: 'link-9',
    });
    expect(next.links[1]).toEqual({
      id: 'link-2',
      from: { step: 'choose', port: 'small' },
      to: { step: 'wait01', port: 'main/0' },
    });
    expect(next.links[4]).toEqual({
      id: 'link-9',
      from: { step: 'wait01', port: 'main/0' },
      to: { step: 'paid', port: 'in' },
    });
  });

  it('gives ids whose first six characters differ from all others', () => {
    let journeyWithMany = newJourney('many', 'Many');
    // A poor source of chance that repeats itself after 40 numbers.
    let count = 0;
    const random = () => ((count += 1) % 40) / 40;
    for (let step = 0; step < 30; step += 1) {
      const id = newStepId(journeyWithMany, random);
      journeyWithMany = { ...journeyWithMany, steps: [...journeyWithMany.steps, noOpStep(id)] };
    }
    expect(new Set(journeyWithMany.steps.map((step) => step.id.slice(0, 6))).size).toBe(30);
    expect(newStepId(newJourney('x', 'X'), Math.random)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

describe('setting parameters', () => {
  it('of a branch keeps links with their case when cases move, and drops those of a case that is gone', () => {
    const cases = choose.parameters['cases'] as { id: string }[];
    const turned = apply({
      kind: 'set-parameters',
      step: 'choose',
      parameters: { ...choose.parameters, cases: [...cases].reverse() },
    });
    expect(turned.links).toEqual(journey.links);
    const workflow = compileJourney(turned, { packs: rulePacks });
    expect(workflow.ok ? workflow.value.connections['choose'] : null).toEqual({
      main: [[{ node: 'decide', type: 'main', index: 0 }], [{ node: 'paid', type: 'main', index: 0 }]],
    });
    const fewer = apply({
      kind: 'set-parameters',
      step: 'choose',
      parameters: { ...choose.parameters, cases: cases.slice(1) },
    });
    expect(fewer.links.map((link) => link.id)).toEqual(['link-1', 'link-3', 'link-4']);
  });
});

describe('connecting', () => {
  it.each([
    [{ step: 'start', port: 'out' }, { step: 'paid', port: 'in' }, null],
    [{ step: 'start', port: 'out' }, { step: 'choose', port: 'in' }, 'link_exists'],
    [{ step: 'start', port: 'main/0' }, { step: 'choose', port: 'main/0' }, 'link_exists'],
    [{ step: 'choose', port: 'otherwise' }, { step: 'choose', port: 'in' }, 'link_to_itself'],
    [{ step: 'choose', port: 'gone' }, { step: 'paid', port: 'in' }, 'link_port_missing'],
    [{ step: 'choose', port: 'small' }, { step: 'start', port: 'main/0' }, 'step_takes_no_input'],
    [{ step: 'choose', port: 'small' }, { step: 'paid', port: 'nowhere' }, 'link_port_missing'],
    [{ step: 'nobody', port: 'small' }, { step: 'paid', port: 'in' }, 'step_unknown'],
    [{ step: 'choose', port: 'small' }, { step: 'nobody', port: 'in' }, 'step_unknown'],
    [{ step: 'choose', port: 'ai_tool/0' }, { step: 'paid', port: 'in' }, 'link_types_differ'],
  ])('from %o to %o: %s', (from, to, code) => {
    expect(mayConnect(journey, from, to)?.code ?? null).toBe(code);
    const command: Command = { kind: 'connect', link: { id: 'new', from, to } };
    expect(codes(command)).toEqual(code === null ? [] : [code]);
  });

  it('lets a model plug into an agent, and nothing else', () => {
    const agent = stepOf('agent0', 'opaque', { node: { type: '@n8n/n8n-nodes-langchain.agent', parameters: {} } });
    const model = stepOf('model0', 'opaque', {
      node: { type: '@n8n/n8n-nodes-langchain.lmChatOpenAi', parameters: {} },
    });
    const ai = journeyOf([agent, model]);
    const plug = { step: 'model0', port: 'ai_languageModel/0' };
    expect(mayConnect(ai, plug, { step: 'agent0', port: 'ai_languageModel/0' })).toBeNull();
    expect(mayConnect(ai, plug, { step: 'agent0', port: 'main/0' })?.code).toBe('link_types_differ');
    expect(mayConnect(ai, { step: 'agent0', port: 'main/0' }, { step: 'model0', port: 'main/0' })?.code).toBe(
      'step_takes_no_input',
    );
  });

  it('moves an end of a link, and refuses what a new link would be refused', () => {
    const from = { step: 'choose', port: 'otherwise' };
    const to = { step: 'paid', port: 'in' };
    expect(apply({ kind: 'reconnect', link: 'link-2', from, to }).links[1]).toEqual({ id: 'link-2', from, to });
    expect(codes({ kind: 'reconnect', link: 'link-2', from, to: { step: 'start', port: 'out' } })).toEqual([
      'link_port_missing',
    ]);
  });
});

describe('renaming a step', () => {
  const code = {
    id: 'code00',
    name: 'code00',
    type: 'n8n-nodes-base.code',
    typeVersion: 2,
    position: [0, 0],
    parameters: {
      jsCode: "return $('Old').all().concat($items(\"Old\", 0), $node['Old'].json, $('Older').first());",
      text: '={{ $node.Old.json.a }} {{ $node["Old"].json.b }} {{ $(`Old`).item.json.c }} {{ $(\'Old \').item }}',
      plain: "$('Old') is no expression here",
      list: [{ deep: "={{ $('Old').item.json.d }}" }],
    },
  };
  const withCode = journeyOf([noOpStep('oldone', { name: 'Old' }), stepOf('code00', 'opaque', { node: code })]);

  it('follows in n8n’s expressions and code, and nowhere else', () => {
    const next = apply({ kind: 'rename-step', step: 'oldone', name: "It's new" }, withCode);
    const node = next.steps[1]?.parameters['node'] as typeof code;
    expect(node.parameters).toEqual({
      jsCode:
        "return $('It\\'s new').all().concat($items(\"It's new\", 0), $node['It\\'s new'].json, $('Older').first());",
      text: "={{ $node[\"It's new\"].json.a }} {{ $node[\"It's new\"].json.b }} {{ $(`It's new`).item.json.c }} {{ $('Old ').item }}",
      plain: "$('Old') is no expression here",
      list: [{ deep: "={{ $('It\\'s new').item.json.d }}" }],
    });
  });

  it.each([
    ["It's", "={{ $('It\\'s').item }}"],
    ["It's", '={{ $("It\\\'s").item }}'],
    ["It's", `={{ $("It's").item }}`],
    ['Say "x"', '={{ $(\'Say \\"x\\"\').item }}'],
    ['a.b*(c)[d]$1', "={{ $('a.b*(c)[d]$1').item }}"],
    ['back\\slash', "={{ $('back\\\\slash').item }}"],
    ['cost ${x}', '={{ $(`cost \\${x}`).item }}'],
  ])('%j is found in the expression %s', (name, text) => {
    const node = { type: 'n8n-nodes-base.set', typeVersion: 3, parameters: { text } };
    const before = journeyOf([noOpStep('oldone', { name }), stepOf('setter', 'opaque', { node })]);
    const next = apply({ kind: 'rename-step', step: 'oldone', name: 'New' }, before);
    expect((next.steps[1]?.parameters['node'] as typeof node).parameters.text).toMatch(/\$\((['"`])New\1\)/);
  });

  it('follows Python and pages, and leaves names alone that only end like n8n’s own', () => {
    const node = {
      type: 'n8n-nodes-base.code',
      typeVersion: 2,
      parameters: {
        pythonCode: 'return _("Old").all() + my_node["Old"] + _node["Old"]',
        html: '<p>{{ $("Old").item.json.x }}</p>',
        jsCode: 'const _node = {}; return [_node["Old"], my$("Old"), $("Old")];',
      },
    };
    const before = journeyOf([noOpStep('oldone', { name: 'Old' }), stepOf('code00', 'opaque', { node })]);
    const next = apply({ kind: 'rename-step', step: 'oldone', name: 'New' }, before);
    expect((next.steps[1]?.parameters['node'] as typeof node).parameters).toEqual({
      pythonCode: 'return _("New").all() + my_node["Old"] + _node["New"]',
      html: '<p>{{ $("New").item.json.x }}</p>',
      jsCode: 'const _node = {}; return [_node["Old"], my$("Old"), $("New")];',
    });
  });

  it('takes back exactly what it changed, also where the new name was mentioned before', () => {
    const mentioned = { ...code, parameters: { text: "={{ $('New').item.json.a + $('Old').item.json.b }}" } };
    const before = journeyOf([noOpStep('oldone', { name: 'Old' }), stepOf('code00', 'opaque', { node: mentioned })]);
    apply({ kind: 'rename-step', step: 'oldone', name: 'New' }, before);
  });

  it('refuses a name that is taken or empty', () => {
    expect(codes({ kind: 'rename-step', step: 'start', name: 'paid' })).toEqual(['step_name_taken']);
    expect(codes({ kind: 'rename-step', step: 'start', name: '' })).toEqual(['step_name_empty']);
    expect(codes({ kind: 'rename-step', step: 'nobody', name: 'x' })).toEqual(['step_unknown']);
  });

  it('keeps imported connections right, those that links cannot say included', () => {
    const workflow = {
      nodes: ['A', 'B'].map((name) => ({
        id: `${name}-12345`,
        name,
        type: 'x.y',
        typeVersion: 1,
        position: [0, 0],
        parameters: {},
      })),
      connections: {
        A: {
          main: [
            null,
            [
              { node: 'B', type: 'main', index: 0 },
              { node: 'Gone', type: 'main', index: 0 },
            ],
            [],
          ],
        },
      },
    };
    const imported = importWorkflow(workflow, { id: 'x', newId: countingIds() });
    if (!imported.ok) throw new Error('not imported');
    const renamed = apply({ kind: 'rename-step', step: 'B-12345', name: 'C' }, imported.value);
    const compiled = compileJourney(renamed, { packs: rulePacks });
    expect(compiled.ok ? compiled.value.connections : null).toEqual({
      A: {
        main: [
          null,
          [
            { node: 'C', type: 'main', index: 0 },
            { node: 'Gone', type: 'main', index: 0 },
          ],
          [],
        ],
      },
    });
  });
});

describe('pasting from n8n', () => {
  const clipboard = {
    nodes: [
      {
        id: '1',
        name: 'start',
        type: 'n8n-nodes-base.set',
        typeVersion: 3.4,
        position: [100, 200],
        parameters: { v: "={{ $('paid').item }}" },
      },
      {
        id: '2',
        name: 'paid',
        type: 'n8n-nodes-base.set',
        typeVersion: 3.4,
        position: [300, 200],
        parameters: { v: "={{ $('start').item }}" },
      },
    ],
    connections: { start: { main: [[{ node: 'paid', type: 'main', index: 0 }]] } },
    pinData: {},
    meta: { instanceId: 'x' },
  };

  it('gives fresh ids and free names, and expressions that follow them', () => {
    const fragment = readFragment(journey, clipboard, { newId: countingIds(), at: { x: 16, y: 32 } });
    if (!fragment.ok) throw new Error('not read');
    const next = apply({ kind: 'paste', fragment: fragment.value });
    const pasted = next.steps.slice(4);
    expect(pasted.map((step) => [step.name, step.position])).toEqual([
      ['start1', { x: 16, y: 32 }],
      ['paid1', { x: 216, y: 32 }],
    ]);
    const nodes = pasted.map((step) => step.parameters['node'] as { id: string; parameters: { v: string } });
    expect(nodes.map((node) => node.id)).toEqual(pasted.map((step) => step.id));
    expect(nodes.map((node) => node.parameters.v)).toEqual(["={{ $('paid1').item }}", "={{ $('start1').item }}"]);
    expect(next.links.at(-1)).toMatchObject({ from: { step: pasted[0]?.id }, to: { step: pasted[1]?.id } });
    const compiled = compileJourney(next, { packs: rulePacks });
    expect(compiled.ok ? compiled.value.nodes.map((node) => node.name) : compiled).toEqual([
      'start',
      'choose',
      'paid',
      'decide',
      'start1',
      'paid1',
    ]);
  });

  it('gives nodes with an address of their own a new one, and others none', () => {
    const known = { httpMethod: 'POST', path: 'x', responseMode: 'responseNode', options: {} };
    const place = { typeVersion: 2.1, position: [0, 0], webhookId: 'shared' };
    const nodes = [
      { id: '1', name: 'Hook', type: 'n8n-nodes-base.webhook', parameters: known, ...place },
      { id: '2', name: 'Wait', type: 'n8n-nodes-base.wait', parameters: {}, ...place },
      { id: '3', name: 'Set', type: 'n8n-nodes-base.set', parameters: {}, typeVersion: 3, position: [0, 0] },
    ];
    const fragment = readFragment(journey, { nodes, connections: {} }, { newId: countingIds() });
    if (!fragment.ok) throw new Error('not read');
    const next = apply({ kind: 'paste', fragment: fragment.value });
    const compiled = compileJourney(next, { packs: rulePacks });
    const pasted = compiled.ok ? compiled.value.nodes.slice(4) : [];
    expect(pasted.map((node) => node['webhookId'])).toEqual([pasted[0]?.id, pasted[1]?.id, undefined]);
  });

  it('refuses what is no piece of a workflow', () => {
    expect(readFragment(journey, { text: 'hello' }, { newId: countingIds() })).toMatchObject({ ok: false });
  });

  it('copies steps of the journey with the links among them and tables of their own', () => {
    const fragment = copyFragment(journey, ['choose', 'decide'], { newId: countingIds(), at: { x: 0, y: 160 } });
    const next = apply({ kind: 'paste', fragment });
    expect(next.steps.slice(4).map((step) => step.name)).toEqual(['choose1', 'decide1']);
    expect(next.steps[5]?.parameters['table']).toBe('limits-2');
    expect(next.tables['limits-2']).toEqual(table);
    expect(next.links.length).toBe(5);
  });
});
