import { describe, expect, it } from 'vitest';
import {
  checkIdentityModel,
  compileModel,
  defaultIdentityModel,
  type IdentityModel,
} from '../../../../engine/index.ts';

const model = defaultIdentityModel('person');
const [first, ...others] = model.comparisons as [IdentityModel['comparisons'][number], ...IdentityModel['comparisons']];
const withFirst = (changes: Partial<typeof first>): IdentityModel => ({
  ...model,
  comparisons: [{ ...first, ...changes }, ...others],
});

describe('checkIdentityModel', () => {
  it.each(['person', 'company'] as const)('finds nothing wrong with the default model of a %s', (kind) => {
    expect(checkIdentityModel(defaultIdentityModel(kind))).toEqual([]);
  });

  it.each<[string, IdentityModel, string, (string | number)[]]>([
    [
      'thresholds the wrong way round',
      { ...model, zones: { same: 0.1, ask: 0.9 } },
      'identity_zones_turned',
      ['zones'],
    ],
    [
      'a level that the comparator does not know',
      withFirst({ levels: first.levels.map((level, at) => (at === 0 ? { ...level, id: 'magic' } : level)) }),
      'identity_level_unknown',
      ['comparisons', 0, 'levels', 0],
    ],
    [
      'shares that do not add up',
      withFirst({ levels: first.levels.map((level, at) => (at === 0 ? { ...level, m: 0.1 } : level)) }),
      'identity_shares_sum',
      ['comparisons', 0, 'levels'],
    ],
    ['too few features', withFirst({ features: ['email'] }), 'identity_features_count', ['comparisons', 0, 'features']],
    [
      'two comparisons of one name',
      { ...model, comparisons: [...model.comparisons, first] },
      'identity_comparison_twice',
      ['comparisons', model.comparisons.length, 'id'],
    ],
    [
      'one that stands in for one after it',
      withFirst({ insteadOf: ['email'] }),
      'identity_comparison_unknown',
      ['comparisons', 0, 'insteadOf'],
    ],
    [
      'no level that catches all',
      withFirst({ levels: [...first.levels].reverse() }),
      'identity_level_last',
      ['comparisons', 0, 'levels'],
    ],
    [
      'shared evidence of a comparison that there is not',
      { ...model, shared: [{ comparison: 'shoe', levels: ['equal'], of: ['address'], atMostBits: 1 }] },
      'identity_comparison_unknown',
      ['shared', 0],
    ],
  ])('tells %s', (_, wrong, code, path) => {
    expect(checkIdentityModel(wrong)).toContainEqual(expect.objectContaining({ code, path }));
  });

  it('lets nothing pass that cannot be compiled', () => {
    const wrong = withFirst({
      levels: first.levels.map((level, at) => (at === 1 ? { ...level, id: 'magic' } : level)),
    });
    expect(() => compileModel(wrong)).toThrow(RangeError);
    expect(checkIdentityModel(wrong)).not.toEqual([]);
  });
});
