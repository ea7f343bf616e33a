import { describe, expect, it } from 'vitest';
import { defaultIdentityModel } from '../../../../engine/identity/compare/default-identity-model.ts';
import { pairScorer } from '../../../../engine/identity/compare/pair-scorer.ts';
import { pairwiseAccuracy } from '../../../../engine/identity/evaluate/pairwise-accuracy.ts';
import type { IdentityRecord } from '../../../../engine/identity/model/identity-record.ts';
import { prepareRecords } from '../../../../engine/identity/prepare/prepared-records-builder.ts';
import { resolveRecords } from '../../../../engine/identity/resolve/resolve-records.ts';
import { seededRandom } from '../../../../engine/seeded-random.ts';

// 50,000 records of 30,000 people with few names and few places: everybody is near somebody else, so that pair after pair
// would lead through half a town.

const recordCount = 50_000;
const peopleCount = 30_000;

function crowdedTown(): { records: IdentityRecord[]; truth: number[] } {
  const random = seededRandom(50_000);
  const below = (count: number): number => Math.floor(random() * count);
  const letters = 'aeioulnrst';
  const word = (seed: number, length: number): string =>
    Array.from({ length }, (_none, at) => letters.charAt((seed * (at + 3) + at * at + Math.floor(seed / 7)) % 10)).join(
      '',
    );
  const two = (value: number): string => String(value).padStart(2, '0');
  const people = Array.from({ length: peopleCount }, () => ({
    given_name: word(below(90), 5),
    family_name: word(100 + below(400), 7),
    birth_date: `${1950 + below(40)}-${two(1 + below(12))}-${two(1 + below(28))}`,
    street: `${word(300 + below(40), 6)} street`,
    house_number: String(1 + below(40)),
    city: word(400 + below(6), 6),
    postcode: String(10_000 + 37 * below(250)),
  }));
  const withTypo = (text: string): string => {
    const at = below(text.length);
    return text.slice(0, at) + letters.charAt(below(10)) + text.slice(at + 1);
  };
  const truth: number[] = [];
  const records = Array.from({ length: recordCount }, (_none, at): IdentityRecord => {
    const person = at < peopleCount ? at : below(peopleCount);
    truth.push(person);
    const values: Record<string, string> = { ...people[person] };
    for (const field of ['given_name', 'family_name', 'birth_date', 'street', 'house_number', 'postcode']) {
      const fate = random();
      if (fate < 0.05) values[field] = '';
      else if (fate < 0.15 && field !== 'birth_date') values[field] = withTypo(values[field] ?? '');
    }
    return { id: `r${at}`, values };
  });
  return { records, truth };
}

describe('50,000 records, many sharing names and places', () => {
  it('hold no cluster whose weakest split would raise the likelihood', { timeout: 300_000 }, () => {
    const { records, truth } = crowdedTown();
    const prepared = prepareRecords(records);
    const preset = defaultIdentityModel('person');
    // Small blocks, so that it does not take minutes; clusters ask for the weights of all pairs that blocks leave out.
    const model = { ...preset, guards: { ...preset.guards, maxBlockSize: 40 } };
    const resolved = resolveRecords(prepared, model);
    const scorer = pairScorer(resolved.model, prepared);
    const random = seededRandom(7);
    let looked = 0;
    for (const { records: members } of resolved.profiles) {
      if (members.length < 2) continue;
      looked += 1;
      const weights = members.map((left) => members.map((right) => (left === right ? 0 : scorer.bits(left, right))));
      expect(weakestSplitOf(weights, random), `profile of ${members.join(', ')}`).toBeGreaterThanOrEqual(0);
    }
    expect(looked).toBeGreaterThan(1_000);
    // And not for want of joining: what is joined is right, and much of it is joined.
    const { precision, recall } = pairwiseAccuracy(resolved.profileOf, truth);
    expect(precision).toBeGreaterThan(0.98);
    expect(recall).toBeGreaterThan(0.5);
    expect(resolved.profiles.reduce((most, profile) => Math.max(most, profile.records.length), 0)).toBeLessThan(12);
  });
});

/** The least weight across any split: all splits of up to 10 records; of more, those that chance and moving one by one find. */
function weakestSplitOf(weights: readonly (readonly number[])[], random: () => number): number {
  const count = weights.length;
  const across = (side: readonly boolean[]): number =>
    weights.reduce(
      (sum, row, left) =>
        sum + row.reduce((own, bits, right) => own + (right > left && side[left] !== side[right] ? bits : 0), 0),
      0,
    );
  let least = Infinity;
  const tries = count <= 10 ? 2 ** (count - 1) : 400;
  for (let attempt = 1; attempt < tries; attempt += 1) {
    const side = weights.map((_row, at) => (count <= 10 ? ((attempt >> at) & 1) === 1 : random() < 0.5));
    if (side.every((one) => one === side[0])) continue;
    least = Math.min(least, across(side));
    for (let at = 0; at < count && count > 10; at += 1) {
      const moved = side.map((one, place) => (place === at ? !one : one));
      if (!moved.every((one) => one === moved[0])) least = Math.min(least, across(moved));
    }
  }
  return least;
}
