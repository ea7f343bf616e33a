import type { TextLanguage } from '../../engine/index.ts';
import type { Target } from './identity-targets.ts';

/** Floors and goals of macro-F1 over negative, neutral, positive; small linear models reached about the goals on other texts. */
const byLanguage: Readonly<Record<TextLanguage, readonly [floor: number, goal: number]>> = {
  en: [0.6, 0.64],
  de: [0.64, 0.68],
  fr: [0.59, 0.63],
  es: [0.53, 0.57],
  it: [0.57, 0.61],
  pt: [0.62, 0.66],
  ar: [0.49, 0.54],
  hi: [0.45, 0.51],
};
/** Correlation with the average of twenty ratings. */
const ratings = [0.895, 0.91] as const;

/** Nine classes of feelings in English comments. */
const feelings = [0.54, 0.57] as const;

/** The macro-F1 of feelings with its floor and goal. */
export function feelingsTarget(value: number): Target {
  return { figure: 'macro-F1 of nine feelings, en, dev part', value, floor: feelings[0], goal: feelings[1] };
}

/** A language's macro-F1 with its floor and goal. */
export function sentimentTarget(language: TextLanguage, value: number, how: string): Target {
  const [floor, goal] = byLanguage[language];
  return { figure: `macro-F1 ${language}, ${how}`, value, floor, goal };
}

/** The correlation with ratings with its floor and goal. */
export function ratingTarget(value: number): Target {
  return { figure: 'r with ratings of tweets (VADER), five-fold', value, floor: ratings[0], goal: ratings[1] };
}
