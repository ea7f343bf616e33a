import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  compileJourney,
  importWorkflow,
  isJsonObject,
  newJourney,
  newStep,
  applyCommand,
  stepFamilies,
  stepType,
  stepTypes,
  type Journey,
  type ParameterSchema,
  type StepType,
} from '../../../engine/index.ts';
import { parseJourney, rulePacks } from '../../../rules/index.ts';
import { countingIds } from './journeys.ts';

const ports = { packs: rulePacks };
const entries = Object.entries(stepTypes);
const icons = join(dirname(createRequire(import.meta.url).resolve('lucide-react/package.json')), 'dist/esm/icons');

describe.each(entries)('the step type %s', (key, type) => {
  it('is registered under its own key', () => {
    expect(type.type).toBe(key);
    expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(stepType({ type: key })).toBe(type);
  });

  it('says what it is, in words for people', () => {
    expect(stepFamilies).toContain(type.family);
    expect(type.title).not.toBe('');
    expect(type.summary.length).toBeLessThanOrEqual(72);
    expect(type.help.split('. ').length).toBeGreaterThanOrEqual(2);
    for (const text of [type.summary, type.help])
      expect(text).not.toMatch(/\b(TODO|coming soon|parameters?|schema|payload)\b/i);
  });

  it('has an icon that exists', () => {
    expect(existsSync(join(icons, `${type.icon}.mjs`)) || existsSync(join(icons, `${type.icon}.js`)), type.icon).toBe(
      true,
    );
  });

  it('describes every parameter, and words every choice', () => {
    for (const [name, schema] of propertiesOf(type)) {
      expect(schema.title, name).toBeTruthy();
      if (schema.type !== 'object' || name === 'node') expect(schema.description ?? schema.enum, name).toBeTruthy();
      if (schema.enum?.some((value) => value !== String(value).toUpperCase())) {
        expect(schema['x-enumTitles']?.length, name).toBe(schema.enum.length);
      }
      const condition = schema['x-showWhen'];
      if (condition !== undefined) expect(Object.keys(type.parametersSchema.properties)).toContain(condition.property);
    }
  });

  it('names its defaults in the schema as it uses them', () => {
    const defaults = type.defaults();
    expect(new Set(Object.keys(defaults))).toEqual(new Set(Object.keys(type.parametersSchema.properties)));
    for (const required of type.parametersSchema.required ?? []) expect(defaults).toHaveProperty(required);
  });

  it('makes a new step without problems, and without sharing its defaults', () => {
    if (!type.addable) return;
    const { journey, step } = journeyWithNew(type);
    expect(type.problems(step, { tables: journey.tables, packs: rulePacks })).toEqual([]);
    expect(parseJourney(journey)).toMatchObject({ ok: true });
    expect(type.defaults()).not.toBe(type.defaults());
  });

  it('comes back from n8n as it went there', () => {
    const { journey } = journeyWithNew(type);
    const compiled = compileJourney(journey, ports);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
    const back = importWorkflow(compiled.value, { id: journey.id, newId: countingIds() });
    if (!back.ok) throw new Error(JSON.stringify(back.issues));
    const [before] = journey.steps;
    const [after] = back.value.steps;
    expect(after?.type).toBe(key);
    if (key !== 'opaque') expect(after?.parameters).toEqual(before?.parameters);
    expect(back.value.tables).toEqual(journey.tables);
    expect(compileJourney(back.value, ports)).toEqual(compiled);
  });

  it('does not take a node with a setting that it cannot express', () => {
    if (key === 'opaque') return;
    const { journey, step } = journeyWithNew(type);
    const node = type.compile(step, { tables: journey.tables, packs: rulePacks });
    const recognize = (parameters: object, typeVersion = node.typeVersion) =>
      type.recognize(
        {
          id: 'x',
          name: 'x',
          position: [0, 0],
          ...node,
          typeVersion,
          parameters: { ...node.parameters, ...parameters },
        },
        (wanted) => wanted,
      );
    expect(recognize({})).not.toBeNull();
    expect(recognize({ unheardOf: 1 })).toBeNull();
    expect(recognize({}, 99)).toBeNull();
    for (const [name, value] of Object.entries(node.parameters)) {
      // Another text in place of a table is no table; an expression in place of a setting is no setting.
      if (typeof value === 'string' && name !== 'responseBody') {
        expect(recognize({ [name]: '={{ $json.secret }}' }), name).toBeNull();
      }
    }
  });

  it('has ports with ids that are unique, and one line under its name', () => {
    const { journey, step } = journeyWithNew(type);
    for (const side of [type.inputs(step), type.outputs(step)]) {
      expect(new Set(side.map((port) => port.id)).size).toBe(side.length);
    }
    expect(type.describe(step, { tables: journey.tables, packs: rulePacks })).not.toMatch(/undefined|null|\n/);
  });
});

it('treats a type that it does not know as opaque', () => {
  expect(stepType({ type: 'of-the-future' }).type).toBe('opaque');
  expect(stepType({ type: 'constructor' }).type).toBe('opaque');
});

/** All parameters, those inside lists and objects included. */
function propertiesOf(type: StepType): [string, ParameterSchema][] {
  const inner = (name: string, schema: ParameterSchema): [string, ParameterSchema][] => [
    [name, schema],
    ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) => inner(`${name}.${key}`, part)),
    ...(schema.items === undefined ? [] : inner(`${name}[]`, schema.items)),
  ];
  return Object.entries(type.parametersSchema.properties).flatMap(([name, schema]) => inner(name, schema));
}

function journeyWithNew(type: StepType): { journey: Journey; step: Journey['steps'][number] } {
  let seed = 0;
  const command = newStep(newJourney('try', 'Try'), type.type, {
    position: { x: 16, y: 32 },
    random: () => ((seed += 1) % 97) / 97,
  });
  const applied = applyCommand(newJourney('try', 'Try'), command);
  if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
  const [step] = applied.value.journey.steps;
  if (step === undefined || !isJsonObject(step.parameters)) throw new Error('no step was added');
  return { journey: applied.value.journey, step };
}
