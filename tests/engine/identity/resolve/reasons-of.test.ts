import { describe, expect, it } from 'vitest';
import { comparators } from '../../../../engine/identity/compare/comparators.ts';
import { defaultIdentityModel } from '../../../../engine/identity/compare/default-identity-model.ts';
import { scorePair } from '../../../../engine/identity/compare/score-pair.ts';
import { normalizeRecord } from '../../../../engine/identity/fields/normalize-record.ts';
import type { IdentityRecord } from '../../../../engine/identity/model/identity-record.ts';
import type { PairPart } from '../../../../engine/identity/model/pair.ts';
import { partInWords } from '../../../../engine/identity/resolve/part-in-words.ts';
import { evidenceOf, notComparedOf, questionOf, reasonsOf } from '../../../../engine/identity/resolve/reasons-of.ts';

function part(more: Partial<PairPart>): PairPart {
  const features: PairPart['features'] = ['email'];
  return { comparison: 'email', features, left: {}, right: {}, level: 'equal', bits: 1, termFrequencyBits: 0, ...more };
}

function explain(left: IdentityRecord['values'], right: IdentityRecord['values']) {
  const [one, other] = [normalizeRecord({ id: '1', values: left }), normalizeRecord({ id: '2', values: right })];
  const explanation = scorePair(defaultIdentityModel('person'), one, other);
  return { explanation, setAside: [...one.setAside, ...other.setAside] };
}

const ann = { given_name: 'Ann', family_name: 'Thornton', birth_date: '1984-07-02', email: 'ann@example.com' };

describe('partInWords', () => {
  it.each<[Partial<PairPart>, string]>([
    [{}, 'Same e-mail address'],
    [{ termFrequencyBits: 3 }, 'Same e-mail address, which is rare'],
    [{ termFrequencyBits: -4 }, 'Same e-mail address, which is common'],
    [{ level: null }, 'E-mail address not compared'],
    [{ features: ['given_name', 'family_name'], level: 'nickname' }, 'Same family name, given name is a short form'],
    [{ features: ['postcode', 'city'], level: 'city-equal' }, 'Same city, but another postcode'],
    [{ features: ['house_number', 'street'], level: 'differs' }, 'Different street address'],
    [{ features: ['customer_number'], level: 'one-sign' }, 'Customer number differs by one sign'],
    [{ features: ['region', 'country'], level: 'made-up' }, 'Region and country: made up'],
  ])('says %o', (more, words) => {
    expect(partInWords(part(more))).toBe(words);
  });

  it('has words of its own for every level of the default models', () => {
    for (const kind of ['person', 'company'] as const) {
      for (const { features, comparator } of defaultIdentityModel(kind).comparisons) {
        for (const { id } of comparators[comparator].levels) {
          if (['nickname', 'initial'].includes(id) && !features.includes('given_name')) continue;
          expect(partInWords(part({ features, level: id }))).not.toMatch(/[:_]|undefined/u);
        }
      }
    }
  });
});

describe('the evidence of a pair', () => {
  it('is put into words, strongest first, for and against', () => {
    const { explanation } = explain(ann, { ...ann, birth_date: '1951-11-23' });
    const { for: pro, against } = evidenceOf(explanation);
    expect([...pro].sort()).toEqual(['Same e-mail address', 'Same name']);
    expect(against).toEqual(['Different birth date']);
    expect([...reasonsOf(explanation)].sort()).toEqual([...pro, ...against].sort());
  });

  it('begins with guards, which no weight outdoes, and names no value', () => {
    const { explanation } = explain({ ...ann, national_id: '123456782' }, { ...ann, national_id: '987654324' });
    expect(reasonsOf(explanation)[0]).toBe('Two different values as national id, which one customer never has');
    expect(evidenceOf(explanation).against[0]).toBe(reasonsOf(explanation)[0]);
    expect(reasonsOf(explanation).join()).not.toMatch(/\d/u);
  });

  it('tells what was not compared, and why', () => {
    const { explanation, setAside } = explain({ ...ann, phone: '+49 30 901820' }, { ...ann, email: 'test@test.com' });
    expect(notComparedOf(explanation, setAside)).toEqual([
      { field: 'email', why: 'placeholder' },
      { field: 'phone', why: 'missing' },
    ]);
  });

  it('is asked side by side, with the values as they came', () => {
    const { explanation } = explain(ann, ann);
    const question = questionOf(ann, { ...ann, given_name: 'ANN' }, explanation);
    expect(question).toMatchObject({ left: ann, right: { given_name: 'ANN' }, against: [] });
    expect(question.probability).toBe(explanation.probability);
  });
});
