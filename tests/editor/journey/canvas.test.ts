import { describe, expect, it } from 'vitest';
import type { Journey, Step } from '../../../engine/index.ts';
import { createEdgeTranslator, createNodeTranslator } from '../../../editor/src/journey/canvas/flow-model.ts';
import { freePlace, placeBesideLinks, roomOnLink } from '../../../editor/src/journey/canvas/free-place.ts';
import { actionFor } from '../../../editor/src/journey/canvas/key-map.ts';
import { allTowards, neighbour } from '../../../editor/src/journey/canvas/neighbours.ts';
import { paletteGroups } from '../../../editor/src/journey/canvas/palette-entries.ts';
import { stepBox, stepWidthPx } from '../../../editor/src/journey/canvas/step-box.ts';
import { differences } from '../../../editor/src/journey/parts/differences.ts';
import { curlLine } from '../../../editor/src/journey/publish/curl-line.ts';
import { refundTriage } from './harness.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const step = (journey: Journey, name: string): Step => {
  const found = journey.steps.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`no step ${name}`);
  return found;
};

describe('keys', () => {
  it.each([
    [press('n'), 'add'],
    [press('z', { ctrlKey: true }), 'undo'],
    [press('z', { metaKey: true }), 'undo'],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'redo'],
    [press('d', { ctrlKey: true }), 'duplicate'],
    [press('d'), 'toggle'],
    [press('?', { shiftKey: true }), 'keys'],
    [press('+', { shiftKey: true }), 'zoom-in'],
    [press('T', { altKey: true, shiftKey: true }), 'tidy'],
    [press('ArrowRight', { shiftKey: true }), 'extend-right'],
    [press('ArrowRight', { altKey: true }), 'nudge-right'],
    [press('y', { ctrlKey: true }), null],
    [press('c', { ctrlKey: true }), null],
    [press('r', { ctrlKey: true }), null],
  ])('%j means %s', (event, action) => {
    expect(actionFor(event)).toBe(action);
  });
});

describe('arrow keys', () => {
  const journey = refundTriage();
  it('follow the links to the left and right', () => {
    const risk = step(journey, 'How risky is it to automate?');
    expect(neighbour(journey, risk.id, 'left')).toBe(step(journey, 'Refund request').id);
    expect(neighbour(journey, step(journey, 'Refund limits').id, 'right')).toBe(step(journey, 'What was decided?').id);
  });

  it('go among the steps that share a neighbour up and down', () => {
    expect(neighbour(journey, step(journey, 'Paid').id, 'down')).toBe(step(journey, 'Agent review').id);
    expect(neighbour(journey, step(journey, 'Refused').id, 'up')).toBe(step(journey, 'Agent review').id);
  });

  it('stay where nothing lies that way', () => {
    expect(neighbour(journey, step(journey, 'Refund request').id, 'left')).toBeNull();
  });

  it('with Shift gather everything after, loops included', () => {
    const all = allTowards(journey, [step(journey, 'Refund limits').id], 'right');
    expect(all.size).toBe(5);
    const loop = {
      ...journey,
      links: [
        ...journey.links,
        {
          id: 'back',
          from: { step: step(journey, 'Paid').id, port: 'out' },
          to: { step: step(journey, 'Refund limits').id, port: 'in' },
        },
      ],
    };
    expect(allTowards(loop, [step(journey, 'Paid').id], 'right').size).toBe(5);
  });
});

describe('places', () => {
  it('for a new step are free and on the grid', () => {
    const { steps } = refundTriage();
    for (const { position } of steps) {
      const place = freePlace(steps, { x: position.x + 3, y: position.y - 5 });
      expect((place.x % 16) + (place.y % 16)).toBe(0);
      expect(
        steps.some(
          (other) => Math.abs(other.position.x - place.x) < stepWidthPx && Math.abs(other.position.y - place.y) < 56,
        ),
      ).toBe(false);
    }
  });

  it('for a step that nothing leads to are beside the links, so that it does not look connected', () => {
    const { steps, links } = refundTriage();
    const pair = steps.slice(0, 2).map((one, index) => ({ ...one, position: { x: index * 480, y: 0 } }));
    const [first, second] = pair.map(({ id }) => id) as [string, string];
    const link = { id: 'l', from: { step: first, port: 'out' }, to: { step: second, port: 'in' } };
    expect(placeBesideLinks({ steps: pair, links: [] }, { x: 256, y: 0 })).toEqual({ x: 256, y: 0 });
    expect(placeBesideLinks({ steps: pair, links: [link] }, { x: 256, y: 0 })).toEqual({ x: 256, y: 64 });
    expect(placeBesideLinks({ steps: pair, links: [link] }, { x: 900, y: 0 })).toEqual({ x: 900 - 4, y: 0 });
    // No endless search, however many links there are.
    expect(placeBesideLinks({ steps, links }, { x: 0, y: 0 }).x).toBe(0);
  });

  it('on a link push what follows out of the way, and nothing else', () => {
    const journey = refundTriage();
    const link = journey.links[0];
    const room = roomOnLink(journey, link?.id ?? '');
    const target = journey.steps.find((entry) => entry.id === link?.to.step);
    expect(Object.keys(room?.shifted ?? {})).toHaveLength(
      journey.steps.filter((entry) => entry.position.x >= (target?.position.x ?? 0)).length,
    );
    expect(roomOnLink(journey, 'no such link')).toBeNull();
  });
});

describe('the canvas', () => {
  const looks = (journey: Journey) => ({
    selectedSteps: new Set<string>(),
    dragged: new Map(),
    measured: new Map(),
    tabStop: journey.steps[0]?.id ?? null,
    renaming: null,
    ariaLabel: (entry: Step) => entry.name,
  });

  it('keeps every node that did not change, so that only what changed is drawn again', () => {
    const journey = refundTriage();
    const toNodes = createNodeTranslator();
    const first = toNodes(journey, looks(journey));
    const moved = {
      ...journey,
      steps: journey.steps.with(3, { ...(journey.steps[3] as Step), position: { x: 0, y: 0 } }),
    };
    const second = toNodes(moved, looks(moved));
    expect(second.map((node, index) => node === first[index])).toEqual(first.map((_, index) => index !== 3));
  });

  it('keeps every edge that did not change', () => {
    const journey = refundTriage();
    const toEdges = createEdgeTranslator();
    const [first] = toEdges(journey, { selectedLinks: new Set(), ariaLabel: () => '', leadPx: () => 0 });
    const [again, other] = toEdges(journey, {
      selectedLinks: new Set([journey.links[1]?.id ?? '']),
      ariaLabel: () => '',
      leadPx: () => 0,
    });
    expect(again).toBe(first);
    expect(other?.selected).toBe(true);
  });

  it('has one tab stop', () => {
    const journey = refundTriage();
    const nodes = createNodeTranslator()(journey, looks(journey));
    expect(nodes.filter((node) => node.domAttributes?.tabIndex === 0)).toHaveLength(1);
  });

  it('draws ports that only links know of, in the order of their index', () => {
    const opaque: Step = {
      id: 'o',
      name: 'O',
      type: 'opaque',
      parameters: { node: { type: 'x.custom' } },
      position: { x: 0, y: 0 },
    };
    const { ports, heightPx } = stepBox(opaque, { inputs: ['ai_tool/0'], outputs: ['main/10', 'main/2'] });
    expect(ports.outputs.map((port) => port.id)).toEqual(['main/0', 'main/2', 'main/10']);
    expect(ports.inputs.find((port) => port.id === 'ai_tool/0')?.side).toBe('bottom');
    expect(heightPx).toBeGreaterThan(56);
  });
});

describe('the palette', () => {
  const found = (query: string, join: Parameters<typeof paletteGroups>[1] = 'alone') =>
    paletteGroups(query, join).flatMap((group) => group.types.map((type) => type.type));

  it('lists every type that can be added, and opaque nodes not', () => {
    expect(found('')).toEqual([
      'webhook-trigger',
      'identity-resolution',
      'risk-classification',
      'decision-table',
      'branch',
      'decision-log',
      'respond',
      'agent-handoff',
      'sentiment-escalation',
    ]);
  });

  it('puts what is called so before what only mentions it', () => {
    expect(found('decision')[0]).toBe('decision-table');
    expect(found('no such thing')).toEqual([]);
  });

  it('offers after a step only what can follow one', () => {
    expect(found('', 'after')).not.toContain('webhook-trigger');
    expect(found('', 'between')).not.toContain('webhook-trigger');
  });
});

describe('two versions of a journey', () => {
  it('differ in words', () => {
    const ours = refundTriage();
    const theirs = { ...ours, name: 'Other', steps: ours.steps.slice(0, -1), links: ours.links.slice(0, -1) };
    expect(differences(ours, theirs).map((entry) => `${entry.kind} ${entry.what}`)).toEqual([
      'changed Name',
      'only-ours Step Refused',
      'changed Links',
    ]);
  });

  it('do not differ by where steps stand', () => {
    const ours = refundTriage();
    const theirs = { ...ours, steps: ours.steps.map((entry) => ({ ...entry, position: { x: 0, y: 0 } })) };
    expect(differences(ours, theirs)).toEqual([]);
  });
});

it('quotes a customer for a shell, whatever is in the name', () => {
  expect(curlLine('http://x/webhook/a', { name: "O'Brien $HOME `id`" })).toBe(
    `curl -X POST 'http://x/webhook/a' -H 'content-type: application/json' -d '{"name":"O'\\''Brien $HOME \`id\`"}'`,
  );
});
