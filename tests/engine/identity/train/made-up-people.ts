import { seededRandom, type NormalizedRecord } from '../../../../engine/index.ts';

const given = [
  'anna',
  'george',
  'maria',
  'robert',
  'helen',
  'peter',
  'laura',
  'simon',
  'julia',
  'thomas',
  'nina',
  'oscar',
];
const family = [
  'smith',
  'jones',
  'papadakis',
  'keller',
  'moreau',
  'rossi',
  'novak',
  'larsen',
  'silva',
  'kovacs',
  'brandt',
  'oneill',
];

/** People with a name, a day of birth and an e-mail address; every third has a second record, some of whose values are wrong. */
export function madeUpPeople(people: number, seed = 1): { records: NormalizedRecord[]; personOf: number[] } {
  const random = seededRandom(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() ** 1.5 * values.length)] as Value;
  const day = (most: number): string => String(1 + Math.floor(random() * most)).padStart(2, '0');
  const letters = (count: number): string =>
    Array.from({ length: count }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
  const records: NormalizedRecord[] = [];
  const personOf: number[] = [];
  const add = (person: number, values: NormalizedRecord['values']): void => {
    records.push({ id: `r${records.length}`, values, setAside: [] });
    personOf.push(person);
  };
  for (let person = 0; person < people; person++) {
    const values = {
      given_name: pick(given),
      family_name: pick(family),
      birth_date: `19${40 + Math.floor(random() * 60)}-${day(12)}-${day(28)}`,
      email: `${letters(9)}@example.com`,
    };
    add(person, values);
    if (person % 3 !== 0) continue;
    const kind = random();
    const { email: _email, ...others } = values;
    if (kind < 0.6) add(person, values);
    else if (kind < 0.75) add(person, { ...values, family_name: `${values.family_name.slice(0, -1)}x` });
    else if (kind < 0.9) add(person, others);
    else add(person, { ...values, birth_date: `19${40 + Math.floor(random() * 60)}-01-01` });
  }
  return { records, personOf };
}

/**
 * People in households of three, who share family name, house and telephone, and have given names of their own.
 */
export function madeUpHouseholds(people: number): { records: NormalizedRecord[]; personOf: number[] } {
  const { records, personOf } = madeUpPeople(people, 2);
  const random = seededRandom(3);
  const homes = Array.from({ length: Math.ceil(people / 3) }, (_none, home) => ({
    family_name: family[Math.floor(random() * family.length)] as string,
    house_number: String(1 + Math.floor(random() * 90)),
    street: `${family[Math.floor(random() * family.length)] as string} street`,
    postcode: String(10_000 + home * 37),
    phone: `+1202555${String(1000 + home)}`,
  }));
  const living = records.map((record, at) => ({
    ...record,
    values: {
      ...record.values,
      given_name: given[((personOf[at] as number) * 5) % given.length] as string,
      ...homes[Math.floor((personOf[at] as number) / 3)],
    },
  }));
  return { records: living, personOf };
}

/** All pairs, each once. */
export function allPairs(count: number): { left: number[]; right: number[] } {
  const [left, right]: [number[], number[]] = [[], []];
  for (let one = 0; one < count; one++) {
    for (let other = one + 1; other < count; other++) {
      left.push(one);
      right.push(other);
    }
  }
  return { left, right };
}
