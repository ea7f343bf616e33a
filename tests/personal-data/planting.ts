import { seededRandom } from '../../engine/index.ts';

export const languages = ['en', 'de', 'fr', 'es', 'it', 'pt'] as const;
export type Language = (typeof languages)[number];

/** Choices from a seed, of which made-up messages are made. */
export interface Dice {
  /** At least 0, below 1. */
  roll(): number;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  pick<T>(choices: readonly T[]): T;
  chance(probability: number): boolean;
  /** So many digits; the first is none of `not`. */
  digits(count: number, not?: string): string;
  letters(count: number, of?: string): string;
}

export function dice(seed: number): Dice {
  const roll = seededRandom(seed);
  const between = (least: number, most: number) => least + Math.floor(roll() * (most - least + 1));
  const pick = <T>(choices: readonly T[]): T => choices[between(0, choices.length - 1)] as T;
  const letters = (count: number, of = 'abcdefghijklmnopqrstuvwxyz') =>
    Array.from({ length: count }, () => of.charAt(between(0, of.length - 1))).join('');
  return {
    roll,
    between,
    pick,
    letters,
    chance: (probability) => roll() < probability,
    digits: (count, not = '0') => {
      const first = [...'0123456789'].filter((digit) => !not.includes(digit)).join('');
      return letters(1, first) + letters(count - 1, '0123456789');
    },
  };
}
