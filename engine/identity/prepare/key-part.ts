import { soundOf } from '../fields/sound.ts';
import type { BlockingKey } from '../model/identity-model.ts';

/** @source what `start` and `end` take where a rule does not say; chosen: 3, because three letters part 1,000,000 names into thousands */
const presetLength = 3;

/**
 * What a blocking key takes of a value.
 * @param key of a blocking rule
 * @param value normalized; dates as YYYY-MM-DD
 * @returns '' where the value has no such part, so that the record has no such key: empty values, dates that are none,
 *   texts shorter than what is to be taken. `day-month` does not tell day and month apart, as people mix them up.
 * @example keyPart({ feature: 'email', take: 'domain' }, 'ada@example.com') // 'example.com'
 */
export function keyPart(key: BlockingKey, value: string): string {
  if (value === '') return '';
  switch (key.take) {
    case 'whole':
      return value;
    case 'sound':
      return soundOf(value);
    case 'start':
      return value.length < lengthOf(key) ? '' : value.slice(0, lengthOf(key));
    case 'end':
      return value.length < lengthOf(key) ? '' : value.slice(-lengthOf(key));
    case 'year':
      return /^(\d{4})-/.exec(value)?.[1] ?? '';
    case 'day-month': {
      const [, month, day] = /^\d{4}-(\d{2})-(\d{2})$/.exec(value) ?? [];
      if (month === undefined || day === undefined) return '';
      return month < day ? `${month}/${day}` : `${day}/${month}`;
    }
    case 'local':
      return value.includes('@') ? value.slice(0, value.lastIndexOf('@')) : '';
    case 'domain':
      return value.includes('@') ? value.slice(value.lastIndexOf('@') + 1) : '';
  }
}

/** Two keys of one name take the same of all values. @example 'birth_date:year' */
export function keyName(key: BlockingKey): string {
  const taken = key.take === 'start' || key.take === 'end' ? `${key.take}${lengthOf(key)}` : key.take;
  return `${key.feature}:${taken}`;
}

const lengthOf = (key: BlockingKey) => Math.max(1, key.length ?? presetLength);
