import { describe, expect, it } from 'vitest';
import type { PairExplanation, ProfileLink } from '../../../engine/index.ts';
import { linkBetween, strongestWay, weakestPart } from '../../../editor/src/identity/profile/ways.ts';

const link = (left: string, right: string, bits: number, madeBy: ProfileLink['madeBy'] = 'model'): ProfileLink => ({
  left,
  right,
  madeBy,
  explanation: { bits } as PairExplanation,
});
const chain = [link('a', 'b', 20), link('b', 'c', 4), link('c', 'd', 12)];

describe('the links of a profile', () => {
  it('are found whichever way round', () => {
    expect(linkBetween(chain, 'c', 'b')).toBe(chain[1]);
    expect(linkBetween(chain, 'a', 'd')).toBeUndefined();
  });

  it.each([
    ['over the only way', chain, ['a', 'b', 'c', 'd']],
    ['over the way whose weakest link is strongest', [...chain, link('a', 'd', 2)], ['a', 'b', 'c', 'd']],
    ['straight, when that is stronger', [...chain, link('a', 'd', 9)], ['a', 'd']],
    ['over what a person joined', [...chain, link('a', 'd', -9, 'person')], ['a', 'd']],
    ['nowhere, when nothing joins them', chain.slice(0, 1), null],
  ])('lead from one record to another %s', (_, links, way) => {
    expect(strongestWay(links, 'a', 'd')).toEqual(way);
  });
});

describe('the part that a split proposes', () => {
  it.each([
    ['the smaller side of the weakest join', ['a', 'b', 'c', 'd', 'e'], [...chain, link('d', 'e', 15)], ['a', 'b']],
    [
      'one record that hangs by a thread',
      ['a', 'b', 'c'],
      [link('a', 'b', 30), link('a', 'c', 3), link('b', 'c', 2)],
      ['c'],
    ],
    ['not where a person joined', ['a', 'b', 'c'], [link('a', 'b', -5, 'person'), link('b', 'c', 3)], ['c']],
    ['nothing of one record', ['a'], [], []],
  ])('is %s', (_, records, links, part) => {
    expect(weakestPart(records, links).toSorted()).toEqual(part);
  });
});
