import { describe, expect, it } from 'vitest';
import { graphLayout, wordsPlace } from '../../../editor/src/identity/profile/graph-layout.ts';
import { comparedValues, standingOut } from '../../../editor/src/identity/profile/record-values.ts';
import { comparedRows } from '../../../editor/src/identity/reviews/compared-rows.ts';
import { createFakeIdentity } from './fake-identity.ts';
import { member, profileOf, sampleProfiles } from './sample-identity.ts';

const anna = sampleProfiles()[0];
if (!anna) throw new Error('the sample has no profile');
const compared = comparedValues(anna.links);
const outIn = (field: string) => [...standingOut(anna.members, field, compared)];

describe('records side by side', () => {
  it('do not stand out for writing the same in another way', () => {
    expect(outIn('birth_date')).toEqual([]);
    expect(outIn('email')).toEqual([]);
    expect(outIn('phone')).toEqual([]);
  });

  it('stand out for saying something else than most, or than the first', () => {
    expect(outIn('street')).toEqual(['r-shop-88213']);
    expect(outIn('marketing_consent')).toEqual(['r-shop-88213']);
  });

  it('are held against one another without links, too', () => {
    const two = profileOf('p', 'person', [member('a 1', { city: 'Kiel' }), member('b 2', { city: 'kiel ' })], '');
    expect(standingOut(two.members, 'city', new Map()).size).toBe(0);
  });
});

describe('the two records of a question', () => {
  it('say field by field how alike they are', () => {
    const [review] = createFakeIdentity().reviews;
    if (!review) throw new Error('the sample has no question');
    expect(comparedRows(review).map(({ field, likeness }) => [field, likeness])).toEqual([
      ['full_name', 'similar'],
      ['birth_date', 'similar'],
      ['email', 'different'],
      ['city', 'unknown'],
      ['postcode', 'unknown'],
    ]);
  });
});

describe('the drawing of a profile', () => {
  it.each([1, 2, 3, 4, 5, 9, 40])('keeps %i records inside, none on another', (count) => {
    for (const width of [320, 480, 900]) {
      const { places, box, height } = graphLayout(count, width);
      expect(places).toHaveLength(count);
      for (const [at, { x, y }] of places.entries()) {
        expect(x - box.width / 2).toBeGreaterThanOrEqual(0);
        expect(x + box.width / 2).toBeLessThanOrEqual(width);
        expect(y - box.height / 2).toBeGreaterThanOrEqual(0);
        expect(y + box.height / 2).toBeLessThanOrEqual(height);
        const overlaps = places
          .slice(at + 1)
          .filter((other) => Math.abs(other.x - x) < box.width && Math.abs(other.y - y) < box.height);
        expect(overlaps, `at ${width} pixels`).toEqual([]);
      }
    }
  });

  it('writes on a link only where there is room', () => {
    const box = { width: 128, height: 46 };
    expect(wordsPlace({ x: 70, y: 20 }, { x: 260, y: 20 }, box, '> 99.99 %')).toBeNull();
    expect(wordsPlace({ x: 70, y: 20 }, { x: 70, y: 220 }, box, '> 99.99 %')).toEqual({ x: 70, y: 120 });
  });
});
