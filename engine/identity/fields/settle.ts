import type { IdentityFeature } from '../model/identity-record.ts';
import type { FieldReading, FieldRules } from './normalized-field.ts';

/** More rounds than any value was seen to need; what has not settled then is taken for unreadable. */
const maxRounds = 4;

/**
 * Reads values by the rules of their own feature until nothing changes: so a part of a full name is what it would be in a
 * column of its own, and a normalized value normalized again is itself, whatever the rules do.
 * @param reading what a field's rules made of a text
 * @param finish makes a value as short as it may be
 */
export function settled(
  reading: FieldReading,
  rules: Readonly<Record<IdentityFeature, FieldRules>>,
  region: string | undefined,
  finish: (value: string) => string,
): FieldReading {
  const { values } = reading;
  let problem = reading.problem;
  const done = new Set<IdentityFeature>();
  for (let feature = next(values, done); feature !== undefined; feature = next(values, done)) {
    done.add(feature);
    const end = settledValue(feature, finish(values[feature] as string), values, rules[feature], region, finish);
    if (typeof end === 'string') values[feature] = end;
    else {
      Reflect.deleteProperty(values, feature);
      problem ??= end.problem;
    }
  }
  return Object.keys(values).length > 0 ? { values } : { values, problem: problem ?? 'unreadable' };
}

function next(values: FieldReading['values'], done: ReadonlySet<IdentityFeature>): IdentityFeature | undefined {
  return (Object.keys(values) as IdentityFeature[]).find((feature) => !done.has(feature));
}

function settledValue(
  feature: IdentityFeature,
  first: string,
  others: FieldReading['values'],
  rules: FieldRules,
  region: string | undefined,
  finish: (value: string) => string,
): string | { problem: NonNullable<FieldReading['problem']> } {
  let value = first;
  for (let round = 0; round < maxRounds && value !== ''; round++) {
    const again = rules(value, [], region);
    if (again.problem !== undefined) return { problem: again.problem };
    const renewed = finish(again.values[feature] ?? '');
    let isAlone = true;
    for (const other in again.values) {
      if (other === feature) continue;
      isAlone = false;
      others[other as IdentityFeature] ??= again.values[other as IdentityFeature] as string;
    }
    if (renewed === value && isAlone) return value;
    value = renewed;
  }
  return { problem: 'unreadable' };
}
