import {
  compileJourney,
  copyFragment,
  describeIssue,
  mayConnect,
  newStep,
  readFragment,
  type Command,
  type Issue,
  type JsonObject,
  type LinkEnd,
  type Position,
  type StepType,
} from '../../../../engine/index.ts';
import { rulePacks } from '../../../../rules/index.ts';
import { freePlace, gapPx, placeBesideLinks, roomOnLink } from '../canvas/free-place.ts';
import { usedPorts } from '../canvas/flow-model.ts';
import { gridPx, stepBox, stepWidthPx } from '../canvas/step-box.ts';
import { clipboardText, readClipboard } from './clipboard-text.ts';
import type { DocumentStore } from './document-store.ts';
import { selectSteps, type ViewStore } from './view-store.ts';
import { counted } from './words.ts';

/** Where a new step goes. */
export interface AddTarget {
  at?: Position;
  /** Connect it to this output. */
  from?: LinkEnd;
  /** Put it on this link. */
  link?: string;
  /** Where it goes when nothing else says so. */
  fallback?: Position;
}

/** What people do to a journey, as commands. Every call is one entry of the undo stack. */
export interface Edits {
  /** The new step's id; null when it could not be added, which has been told. */
  addStep(type: StepType, target: AddTarget): string | null;
  renameStep(step: string, name: string): void;
  /** Puts steps to positions. Calls with the same gesture become one entry while they follow one another. */
  moveSteps(positions: ReadonlyMap<string, Position>, label?: string, gesture?: string): void;
  /** `field`: typing in one field is one entry. */
  setParameters(step: string, parameters: JsonObject, field: string): void;
  toggleSteps(steps: readonly string[]): void;
  remove(steps: readonly string[], links: readonly string[]): void;
  mayConnect(from: LinkEnd, to: LinkEnd): boolean;
  connect(from: LinkEnd, to: LinkEnd): void;
  /** The output that a following step is most likely meant for: the first one that leads nowhere, else the first. */
  freeOutput(step: string): LinkEnd | null;
  duplicate(steps: readonly string[]): void;
  /** n8n's clipboard form of the steps. */
  copyText(steps: readonly string[]): string;
  paste(text: string, at: Position): { ok: true; steps: string[] } | { ok: false; message: string };
  renameJourney(name: string): void;
  describeJourney(description: string): void;
  /** Runs commands and tells why when they cannot be run. */
  run(label: string, commands: readonly Command[], gesture?: string): boolean;
  /** Tells a person why something was not done. */
  refuse(issues: readonly Issue[]): void;
}

export interface EditPorts {
  newId(): string;
  random(): number;
  /** Tells a person why something was not done. */
  refuse(message: string): void;
}

export function createEdits(store: DocumentStore, view: ViewStore, ports: EditPorts): Edits {
  const journey = () => store.getState().journey;
  const nameOf = (id: string) => journey().steps.find((step) => step.id === id)?.name ?? 'step';
  const told = (issues: readonly Issue[]) => ports.refuse(issues.map(describeIssue).join(' '));

  function run(label: string, commands: readonly Command[], gesture?: string): boolean {
    const done = store.execute(label, commands, gesture);
    if (!done.ok) told(done.issues);
    return done.ok;
  }

  function placeFor(target: AddTarget): Position {
    if (target.at !== undefined) return target.at;
    const { steps } = journey();
    const before = steps.find((step) => step.id === target.from?.step);
    if (before === undefined) return placeBesideLinks(journey(), target.fallback ?? { x: 0, y: 0 });
    return freePlace(steps, { x: before.position.x + stepWidthPx + gapPx, y: before.position.y });
  }

  function addStep(type: StepType, target: AddTarget): string | null {
    const onLink = target.link === undefined ? null : roomOnLink(journey(), target.link);
    const position = onLink?.position ?? placeFor(target);
    const command = newStep(journey(), type.type, { position, random: ports.random });
    const { step } = command;
    const input = type.inputs(step)[0];
    const output = type.outputs(step)[0];
    let commands: Command[] = [command];
    if (target.link !== undefined) {
      if (input === undefined || output === undefined) {
        ports.refuse(`${type.title} cannot stand on a link: it has no ${input === undefined ? 'input' : 'output'}.`);
        return null;
      }
      const insert: Command = {
        ...command,
        kind: 'insert-step',
        link: target.link,
        input: input.id,
        output: output.id,
        newLinkId: ports.newId(),
      };
      commands = [insert, { kind: 'move-steps', positions: onLink?.shifted ?? {} }];
    } else if (target.from !== undefined && input !== undefined) {
      commands = [
        { ...command, links: [{ id: ports.newId(), from: target.from, to: { step: step.id, port: input.id } }] },
      ];
    }
    if (!run(`Add ${step.name}`, commands)) return null;
    selectSteps(view, [step.id]);
    return step.id;
  }

  return {
    addStep,
    run,
    refuse: told,
    renameStep(step, name) {
      run(`Rename ${nameOf(step)}`, [{ kind: 'rename-step', step, name }]);
    },
    moveSteps(positions, label, gesture) {
      const words =
        label ??
        (positions.size === 1
          ? `Move ${nameOf([...positions.keys()][0] ?? '')}`
          : `Move ${counted(positions.size, 'step')}`);
      run(words, [{ kind: 'move-steps', positions: Object.fromEntries(positions) }], gesture);
    },
    setParameters(step, parameters, field) {
      run(`Change ${nameOf(step)}`, [{ kind: 'set-parameters', step, parameters }], `parameters ${step} ${field}`);
    },
    toggleSteps(steps) {
      const chosen = journey().steps.filter((step) => steps.includes(step.id));
      if (chosen.length === 0) return;
      const disabled = chosen.some((step) => step.disabled !== true);
      const what = chosen.length === 1 ? (chosen[0]?.name ?? '') : counted(chosen.length, 'step');
      run(`Switch ${disabled ? 'off' : 'on'} ${what}`, [{ kind: 'set-disabled', steps: [...steps], disabled }]);
    },
    remove(steps, links) {
      const gone = new Set(steps);
      // Links of removed steps go with them.
      const others = journey().links.filter(
        (link) => links.includes(link.id) && !gone.has(link.from.step) && !gone.has(link.to.step),
      );
      const commands: Command[] = [];
      if (others.length > 0) commands.push({ kind: 'disconnect', links: others.map((link) => link.id) });
      if (steps.length > 0) commands.push({ kind: 'remove-steps', steps: [...steps] });
      if (commands.length === 0) return;
      const what =
        steps.length === 0
          ? counted(others.length, 'link')
          : steps.length === 1
            ? nameOf(steps[0] ?? '')
            : counted(steps.length, 'step');
      if (run(`Delete ${what}`, commands)) selectSteps(view, []);
    },
    mayConnect: (from, to) => mayConnect(journey(), from, to) === null,
    connect(from, to) {
      run(`Connect ${nameOf(from.step)} to ${nameOf(to.step)}`, [
        { kind: 'connect', link: { id: ports.newId(), from, to } },
      ]);
    },
    freeOutput(id) {
      const { steps, links } = journey();
      const step = steps.find((entry) => entry.id === id);
      if (step === undefined) return null;
      const { outputs } = stepBox(step, usedPorts(links).get(id) ?? { inputs: [], outputs: [] }).ports;
      const forward = outputs.filter((port) => port.side === 'right');
      const free = forward.find((port) => !links.some((link) => link.from.step === id && link.from.port === port.id));
      const port = free ?? forward[0];
      return port === undefined ? null : { step: id, port: port.id };
    },
    duplicate(steps) {
      if (steps.length === 0) return;
      const chosen = journey().steps.filter((step) => steps.includes(step.id));
      const at = {
        x: Math.min(...chosen.map((step) => step.position.x)) + 2 * gridPx,
        y: Math.min(...chosen.map((step) => step.position.y)) + 4 * gridPx,
      };
      const fragment = copyFragment(journey(), steps, { newId: ports.newId, at });
      const what = chosen.length === 1 ? (chosen[0]?.name ?? '') : counted(chosen.length, 'step');
      if (run(`Duplicate ${what}`, [{ kind: 'paste', fragment }])) {
        selectSteps(
          view,
          fragment.steps.map((step) => step.id),
        );
      }
    },
    copyText: (steps) => clipboardText(journey(), steps, (part) => compileJourney(part, { packs: rulePacks })),
    paste(text, at) {
      const read = readClipboard(text);
      if (!read.ok) return read;
      const fragment = readFragment(journey(), read.workflow, { newId: ports.newId, at });
      if (!fragment.ok) return { ok: false, message: fragment.issues.map(describeIssue).join(' ') };
      if (fragment.value.steps.length === 0) return { ok: false, message: 'The clipboard holds no nodes.' };
      const done = store.execute(`Paste ${counted(fragment.value.steps.length, 'step')}`, [
        { kind: 'paste', fragment: fragment.value },
      ]);
      if (!done.ok) return { ok: false, message: done.issues.map(describeIssue).join(' ') };
      const steps = fragment.value.steps.map((step) => step.id);
      selectSteps(view, steps);
      return { ok: true, steps };
    },
    renameJourney(name) {
      run('Rename the journey', [{ kind: 'rename-journey', name }]);
    },
    describeJourney(description) {
      run('Describe the journey', [{ kind: 'describe-journey', description }], 'describe-journey');
    },
  };
}
