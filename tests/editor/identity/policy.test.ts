import { describe, expect, it } from 'vitest';
import { defaultIdentityModel, defaultSurvivorship } from '../../../engine/index.ts';
import { newerModel } from '../../../editor/src/identity/policy/brought-model.ts';
import { noticeableChanges, weightChanges } from '../../../editor/src/identity/policy/learned.ts';
import { changesInWords, isSame, type PolicyDraft } from '../../../editor/src/identity/policy/policy-changes.ts';
import { niceProbability, placeOf, zonesProblem } from '../../../editor/src/identity/policy/zones.ts';
import { bitsOf } from '../../../editor/src/identity/parts/certainty.ts';

const model = { ...defaultIdentityModel('person'), zones: { same: 0.99, ask: 0.05 } };
const now: PolicyDraft = { model, survivorship: defaultSurvivorship };
const words = (then: Partial<PolicyDraft>) =>
  changesInWords(now, { ...now, ...then }).map((change) => change.replaceAll('\u00a0', ' '));

describe('what a draft changes, in words', () => {
  it('is nothing when nothing was changed', () => {
    expect(words({})).toEqual([]);
    expect(words({ model: structuredClone(model) })).toEqual([]);
  });

  it.each([
    [{ zones: { ...model.zones, same: 0.999 } }, 'Joins without asking from 99.9 %, was 99 %'],
    [{ zones: { ...model.zones, ask: 0.5 } }, 'Asks a person from 50 %, was 5 %'],
    [
      { guards: { ...model.guards, neverTogether: [...model.guards.neverTogether, 'birth_date' as const] } },
      'Two different values of birth date keep records apart',
    ],
    [
      { guards: { ...model.guards, neverTogether: [] } },
      'Two different values of national id no longer keep records apart',
    ],
    [{ guards: { ...model.guards, limits: { email: 4 } } }, 'At most 4 different values of e-mail'],
    [
      { comparisons: model.comparisons.slice(1), version: '2' },
      `Weighs evidence as version 2 does, was ${model.version}`,
    ],
  ])('%j', (changed, sentence) => {
    expect(words({ model: { ...model, ...changed } })).toEqual([sentence]);
  });

  it('names which values hold', () => {
    const survivorship = {
      otherwise: { by: 'most-trusted', sources: ['crm', 'erp'] },
      fields: { ...defaultSurvivorship.fields, consent: { by: 'conservative', order: ['no', 'yes'] } },
    } as const;
    expect(words({ survivorship })).toEqual([
      'Of consent, the first of no, yes holds',
      'For all other fields, the value of the first of crm, erp holds',
    ]);
  });
});

it('a document says the same whatever the order of its members', () => {
  expect(isSame({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  expect(isSame({ b: [1, 2] }, { b: [2, 1] })).toBe(false);
});

describe('the scale of certainty', () => {
  it('has its ends at the ends, and a half where odds are even', () => {
    expect(placeOf(1e-9)).toBe(0);
    expect(placeOf(1 - 1e-9)).toBe(1);
    expect(placeOf(0.5)).toBeCloseTo(7 / 22);
  });

  it.each([
    [0.99, 0.99],
    [0.5, 0.5],
    [0.9995, 0.9995],
    [0.05, 0.05],
  ])('a thumb at %s says %s', (probability, said) => {
    expect(niceProbability(bitsOf(probability))).toBe(said);
  });

  it.each([
    [{ same: 0.99, ask: 0.05 }, null],
    [{ same: 0.9, ask: 0.95 }, 'Questions begin below where records are joined.'],
    [{ same: 1, ask: 0.5 }, 'Both lie above 0 % and below 100 %.'],
  ])('%j: %s', (zones, problem) => {
    expect(zonesProblem(zones)).toBe(problem);
  });
});

it('what was learned is told by the largest change first, and what nobody would notice is left out', () => {
  const [first, ...others] = model.comparisons;
  if (!first) throw new Error('the model compares nothing');
  const factors = [2, 1.01, 8];
  const levels = first.levels.map((level, at) => ({ ...level, u: level.u / (factors[at] ?? 1) }));
  const changes = noticeableChanges(weightChanges(model, { ...model, comparisons: [{ ...first, levels }, ...others] }));
  expect(changes.map(({ level, now: was, then }) => [level, Math.round((then ?? 0) - (was ?? 0))])).toEqual([
    [first.levels[2]?.id, 3],
    [first.levels[0]?.id, 1],
  ]);
});

describe('the model that a later version of Steward brings', () => {
  it('is offered where an earlier one is in force as it came', () => {
    expect(newerModel({ ...model, version: '0' })).toEqual(defaultIdentityModel('person'));
    expect(newerModel(model)).toBeNull();
  });

  it('is not offered against what a company made or persons taught', () => {
    expect(newerModel({ ...model, id: 'our-own', version: '0' })).toBeNull();
    expect(newerModel({ ...model, version: '0', provenance: { method: 'reviewed-pairs', trainedOn: '' } })).toBeNull();
  });
});
