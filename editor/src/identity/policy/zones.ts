import { probabilityOf, type Zones } from '../../../../engine/index.ts';
import { bitsOf } from '../parts/certainty.ts';

/** The scale of the zones, in bits: from "surely two" to "surely one". Every bit doubles the odds. */
export const scaleBits = { least: -7, most: 15 } as const;

/** Places on the scale that are written under it. */
export const ticks: readonly number[] = [0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999];

/** Where a probability stands on the scale, 0 to 1; beyond its ends it stands at the end. */
export function placeOf(probability: number): number {
  const bits = Math.min(Math.max(bitsOf(probability), scaleBits.least), scaleBits.most);
  return (bits - scaleBits.least) / (scaleBits.most - scaleBits.least);
}

/** The probability at bits on the scale, rounded to what people would write: .99, .985, .9995. */
export function niceProbability(bits: number): number {
  const probability = probabilityOf(bits);
  const rest = probability > 0.5 ? 1 - probability : probability;
  const rounded = Number(rest.toPrecision(2));
  return Number((probability > 0.5 ? 1 - rounded : rounded).toPrecision(12));
}

/** What is wrong with two thresholds, in words; null: nothing. */
export function zonesProblem({ same, ask }: Zones): string | null {
  if (!(same > 0 && same < 1) || !(ask > 0 && ask < 1)) return 'Both lie above 0 % and below 100 %.';
  if (ask > same) return 'Questions begin below where records are joined.';
  return null;
}
