import { describe, expect, it } from 'vitest';
import {
  applyCommand,
  compileJourney,
  mayConnect,
  newJourney,
  newStep,
  newStepId,
  type Command,
} from '../../../engine/index.ts';
import { rulePacks } from '../../../rules/index.ts';
import { apply, choose, codes, decide, journey, paid, table } from './edited-journey.ts';
import { journeyOf, noOpStep, stepOf } from './journeys.ts';

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
