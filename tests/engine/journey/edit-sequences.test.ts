import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyCommand,
  compileJourney,
  copyFragment,
  newJourney,
  newStep,
  stepType,
  stepTypes,
  type Command,
  type Journey,
  type PatchCommand,
  type TableEdit,
} from '../../../engine/index.ts';
import { parseJourney, rulePacks } from '../../../rules/index.ts';
import { seededRandom } from '../../../engine/index.ts';

// A random user: every command is made from the journey as it is, so that most of them apply.

const kinds = [
  'add',
  'insert',
  'remove',
  'move',
  'rename',
  'set',
  'disable',
  'connect',
  'disconnect',
  'reconnect',
  'name',
  'describe',
  'table',
  'copy',
  'several',
] as const;
const scripts = fc.tuple(fc.integer(), fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 40 }));

describe('any sequence of commands', () => {
  it('taken back gives the journey as it was, and done again the journey as it became', () => {
    fc.assert(
      fc.property(scripts, ([seed, script]) => {
        const { states, inverses } = play(seed, script);
        let journey = states.at(-1) as Journey;
        const redo: PatchCommand[] = [];
        for (const [index, inverse] of [...inverses.entries()].reverse()) {
          const undone = apply(journey, inverse);
          expect(undone.journey).toEqual(states[index]);
          redo.push(undone.inverse);
          journey = undone.journey;
        }
        for (const command of redo.reverse()) journey = apply(journey, command).journey;
        expect(journey).toEqual(states.at(-1));
      }),
      { numRuns: 150 },
    );
  });

  it('gives journeys that can be read, that compile, and whose undo can be kept as JSON', () => {
    fc.assert(
      fc.property(scripts, ([seed, script]) => {
        const { states, inverses } = play(seed, script);
        const journey = states.at(-1) as Journey;
        expect(parseJourney(journey)).toMatchObject({ ok: true });
        expect(compileJourney(journey, { packs: rulePacks })).toMatchObject({ ok: true });
        const last = inverses.at(-1);
        if (last === undefined) return;
        expect(apply(journey, JSON.parse(JSON.stringify(last)) as Command).journey).toEqual(states.at(-2));
      }),
      { numRuns: 100 },
    );
  });

  it('leaves the parts alone that it does not touch', () => {
    fc.assert(
      fc.property(scripts, ([seed, script]) => {
        const { states } = play(seed, script);
        for (const [index, after] of states.slice(1).entries()) {
          const before = states[index] as Journey;
          const equal = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);
          const old = new Map(before.steps.map((step) => [step.id, step]));
          for (const step of after.steps) {
            const previous = old.get(step.id);
            if (previous !== undefined && equal(previous, step)) expect(step).toBe(previous);
          }
          for (const [key, table] of Object.entries(after.tables)) {
            if (equal(before.tables[key], table)) expect(table).toBe(before.tables[key]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

function apply(journey: Journey, command: Command) {
  const result = applyCommand(journey, command);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

/** The journeys on the way, and the inverse of each command that applied. */
function play(
  seed: number,
  script: readonly (typeof kinds)[number][],
): { states: Journey[]; inverses: PatchCommand[] } {
  const random = seededRandom(seed);
  const states: Journey[] = [newJourney('random', 'Random')];
  const inverses: PatchCommand[] = [];
  for (const kind of script) {
    const journey = states.at(-1) as Journey;
    const command = commandFor(kind, journey, random);
    const result = command === null ? null : applyCommand(journey, command);
    if (result?.ok !== true) continue;
    states.push(result.value.journey);
    inverses.push(result.value.inverse);
  }
  return { states, inverses };
}

function commandFor(kind: (typeof kinds)[number], journey: Journey, random: () => number): Command | null {
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(random() * values.length)];
  const newId = () => `x${Math.floor(random() * 1e9).toString(36)}-${Math.floor(random() * 1e9)}`;
  const step = pick(journey.steps);
  const other = pick(journey.steps);
  const link = pick(journey.links);
  const position = { x: Math.floor(random() * 50) * 16, y: Math.floor(random() * 50) * 16 };
  const outputOf = (of: typeof step) => (of === undefined ? undefined : pick(stepType(of).outputs(of))?.id) ?? 'out';
  const inputOf = (of: typeof step) => (of === undefined ? undefined : pick(stepType(of).inputs(of))?.id) ?? 'in';
  switch (kind) {
    case 'add':
      return newStep(journey, pick(Object.keys(stepTypes).filter((key) => key !== 'opaque')) ?? 'branch', {
        position,
        random,
      });
    case 'insert': {
      const added = newStep(journey, pick(['branch', 'decision-table', 'respond']) ?? 'branch', { position, random });
      if (link === undefined) return null;
      return {
        ...added,
        kind: 'insert-step',
        link: link.id,
        input: 'in',
        output: outputOf(added.step),
        newLinkId: newId(),
      };
    }
    case 'remove':
      return {
        kind: 'remove-steps',
        steps: [...new Set([step, other].flatMap((one) => (one === undefined ? [] : [one.id])))],
      };
    case 'move':
      return step === undefined ? null : { kind: 'move-steps', positions: { [step.id]: position } };
    case 'rename':
      return step === undefined
        ? null
        : { kind: 'rename-step', step: step.id, name: `Step ${Math.floor(random() * 20)}` };
    case 'set': {
      if (step?.type !== 'branch') return null;
      const cases = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, index) => ({
        id: `c${index}`,
        label: `L${index}`,
        test: '"x"',
      }));
      return { kind: 'set-parameters', step: step.id, parameters: { ...step.parameters, cases } };
    }
    case 'disable':
      return step === undefined ? null : { kind: 'set-disabled', steps: [step.id], disabled: step.disabled !== true };
    case 'connect': {
      if (step === undefined || other === undefined) return null;
      const ends = { from: { step: step.id, port: outputOf(step) }, to: { step: other.id, port: inputOf(other) } };
      return { kind: 'connect', link: { id: newId(), ...ends } };
    }
    case 'disconnect':
      return link === undefined ? null : { kind: 'disconnect', links: [link.id] };
    case 'reconnect':
      if (link === undefined || other === undefined) return null;
      return { kind: 'reconnect', link: link.id, from: link.from, to: { step: other.id, port: inputOf(other) } };
    case 'name':
      return { kind: 'rename-journey', name: `Journey ${Math.floor(random() * 9)}` };
    case 'describe':
      return { kind: 'describe-journey', description: random() < 0.3 ? '' : 'Says what it is for.' };
    case 'table': {
      const key = pick(Object.keys(journey.tables));
      const table = key === undefined ? undefined : journey.tables[key];
      const edit = table === undefined ? null : tableEditFor(table, random, newId);
      return key === undefined || edit === null ? null : { kind: 'edit-table', table: key, edit };
    }
    case 'copy':
      if (step === undefined || journey.steps.length > 12) return null;
      return {
        kind: 'paste',
        fragment: copyFragment(journey, [step.id, other?.id ?? step.id], { newId, at: position }),
      };
    case 'several': {
      const first = commandFor('add', journey, random);
      const second = commandFor('move', journey, random);
      return { kind: 'composite', commands: [first, second].flatMap((command) => command ?? []) };
    }
  }
}

function tableEditFor(table: Journey['tables'][string], random: () => number, newId: () => string): TableEdit | null {
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(random() * values.length)];
  const row = pick(table.rows)?.id ?? 'nobody';
  const input = pick(table.inputs)?.id ?? 'nobody';
  const output = pick(table.outputs)?.id ?? 'nobody';
  const to = Math.floor(random() * 4);
  const edits: TableEdit[] = [
    { kind: 'set-cell', row, input, cell: random() < 0.3 ? '' : '> 5' },
    { kind: 'set-output', row, output, value: random() < 0.3 ? null : 'new' },
    { kind: 'set-row', row, reason: random() < 0.3 ? '' : 'Because.', disabled: random() < 0.5 },
    { kind: 'add-row', row: { id: newId(), when: {}, then: {} }, at: to },
    { kind: 'duplicate-row', row, newRowId: newId() },
    { kind: 'remove-rows', rows: [row] },
    { kind: 'move-row', row, to },
    { kind: 'add-input', input: { id: newId(), name: 'New', path: 'new', type: 'string' }, at: to },
    { kind: 'edit-input', input, change: { name: 'Renamed', unit: '' } },
    { kind: 'move-input', input, to },
    { kind: 'remove-input', input },
    { kind: 'add-output', output: { id: newId(), name: 'New', type: 'number' } },
    { kind: 'edit-output', output, change: { name: 'Renamed', allowed: ['a', 'b'] } },
    { kind: 'move-output', output, to },
    { kind: 'remove-output', output },
    { kind: 'set-meta', change: { version: '2.0.0', description: random() < 0.5 ? '' : 'Text' } },
  ];
  // Tables keep a row and columns, as the schema of tables asks.
  const edit = pick(edits) ?? null;
  if (edit?.kind === 'remove-rows' && table.rows.length < 2) return null;
  if (edit?.kind === 'remove-input' && table.inputs.length < 2) return null;
  if (edit?.kind === 'remove-output' && table.outputs.length < 2) return null;
  return edit;
}
