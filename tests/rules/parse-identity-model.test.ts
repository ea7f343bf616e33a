import { describe, expect, it } from 'vitest';
import { defaultIdentityModel } from '../../engine/index.ts';
import { parseIdentityModel } from '../../rules/index.ts';

describe('parseIdentityModel', () => {
  it.each(['person', 'company'] as const)('takes the default model for a %s', (kind) => {
    const text = JSON.stringify(defaultIdentityModel(kind));
    expect(parseIdentityModel(JSON.parse(text))).toEqual({ ok: true, value: JSON.parse(text) as unknown });
  });

  const model = defaultIdentityModel('person');
  it.each([
    ['a probability of 1', { ...model, priorMatch: 1 }, ['priorMatch']],
    ['no comparison', { ...model, comparisons: [] }, ['comparisons']],
    [
      'a comparator that is none',
      { ...model, comparisons: [{ ...model.comparisons[0], comparator: 'magic' }] },
      ['comparisons', 0, 'comparator'],
    ],
    [
      'a feature that is none',
      { ...model, guards: { ...model.guards, neverTogether: ['shoe_size'] } },
      ['guards', 'neverTogether', 0],
    ],
    ['a member that is not known', { ...model, extra: 1 }, []],
    ['a later version of the document', { ...model, schemaVersion: 2 }, ['schemaVersion']],
  ])('refuses %s, and says where', (_, document, path) => {
    expect(parseIdentityModel(document)).toMatchObject({ ok: false, issues: [{ path }] });
  });
});
