import type { IdentityFigures } from './evaluate-identity.ts';
import type { LabelledSet } from './labelled-customers.ts';

/** A figure against what it has to reach, and what it is meant to reach. */
export interface Target {
  figure: string;
  value: number;
  floor: number;
  goal: number;
}

interface Bounds {
  f1: readonly [floor: number, goal: number];
  automatic: readonly [floor: number, goal: number];
  blocking: readonly [floor: number, goal: number];
}

// Fellegi–Sunter prototypes reached these on the same sets, with one model for all.
const bounds: Record<LabelledSet['family'], Bounds> = {
  febrl: { f1: [0.995, 0.9995], automatic: [1, 1], blocking: [0.995, 0.9995] },
  'febrl-few': { f1: [0.98, 0.985], automatic: [0.995, 0.999], blocking: [0.95, 0.98] },
  companies: { f1: [0.95, 0.98], automatic: [0.995, 0.999], blocking: [0.95, 0.99] },
  fake: { f1: [0.96, 0.985], automatic: [0.995, 0.999], blocking: [0.94, 1] },
};
const remainingAsked = 2 / 3;
/** As shares of the true number. A company that is known by a part of its name alone counts for less than it is: chosen .1. */
const expectedMatches = { floor: 0.05, floorOfCompanies: 0.1, goal: 0.01 };

/** All figures of a set with their floors and goals; a figure is reached where it is at least as large. */
export function targetsOf(family: LabelledSet['family'], figures: IdentityFigures): Target[] {
  const { f1, automatic, blocking } = bounds[family];
  return [
    target('F1, likeliest grouping', figures.likeliest.f1, f1),
    target('F1, joined without asking', figures.automatic.f1, [0, f1[1]]),
    target('precision, joined without asking', figures.automatic.precision, automatic),
    target('true pairs kept by the rules', figures.keptByRules, blocking),
    target('remaining true pairs that are asked', figures.remainingAsked, [remainingAsked, 1]),
    target('expected matches, 1 - difference', 1 - Math.abs(figures.expectedOff), [
      1 - (family === 'companies' ? expectedMatches.floorOfCompanies : expectedMatches.floor),
      1 - expectedMatches.goal,
    ]),
  ];
}

function target(figure: string, value: number, [floor, goal]: readonly [number, number]): Target {
  return { figure, value, floor, goal };
}
