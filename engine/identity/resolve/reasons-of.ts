import type { IdentityFeature, IdentityField, SetAside } from '../model/identity-record.ts';
import type { GuardFinding, PairExplanation, PairPart } from '../model/pair.ts';
import { featureWords, partInWords } from './part-in-words.ts';

/** Less evidence than this is not worth a line. chosen: half a bit, which makes a probability of 50 % one of 59 % */
const leastBits = 0.5;

/** The evidence of a pair in words, strongest first. */
export interface Evidence {
  for: string[];
  against: string[];
}

/**
 * Puts the evidence of a pair into words, strongest first. Guards, which no weight outdoes, come first among what is against.
 * @example evidenceOf(scorePair(model, one, other)).for // ['Same e-mail address, which is rare', 'Same name']
 */
export function evidenceOf(explanation: PairExplanation): Evidence {
  const telling = explanation.parts
    .filter(({ bits }) => Math.abs(bits) >= leastBits)
    .sort((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
  const words = (parts: readonly PairPart[]): string[] => parts.map(partInWords);
  return {
    for: words(telling.filter(({ bits }) => bits > 0)),
    against: [...new Set(explanation.guards.map(guardInWords)), ...words(telling.filter(({ bits }) => bits < 0))],
  };
}

/** All evidence of a pair in one list, strongest first, guards before all. */
export function reasonsOf(explanation: PairExplanation): string[] {
  const telling = explanation.parts
    .filter(({ bits }) => Math.abs(bits) >= leastBits)
    .sort((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
  return [...new Set(explanation.guards.map(guardInWords)), ...telling.map(partInWords)];
}

/** Says why a guard keeps two records apart; the values are not named. */
export function guardInWords({ guard, feature }: GuardFinding): string {
  const what = featureWords[feature];
  return guard === 'never-together'
    ? `Two different values as ${what}, which one customer never has`
    : `More different values as ${what} than one customer may have`;
}

/** What could not be compared, and why. */
export interface NotCompared {
  field: IdentityFeature | IdentityField;
  why: 'missing' | SetAside['reason'];
}

/**
 * Lists what could not be compared although one of two records has it: the other lacks it, or it was set aside on either side.
 * @param setAside of both records
 */
export function notComparedOf(explanation: PairExplanation, setAside: readonly SetAside[]): NotCompared[] {
  const found = new Map<string, NotCompared>(setAside.map(({ field, reason }) => [field, { field, why: reason }]));
  for (const { features, left, right } of explanation.parts) {
    for (const feature of features) {
      const [one, other] = [left[feature] ?? '', right[feature] ?? ''];
      if ((one === '') === (other === '') || found.has(feature)) continue;
      found.set(feature, { field: feature, why: 'missing' });
    }
  }
  return [...found.values()];
}

/** A doubtful pair as a person is asked about it. */
export interface PairQuestion extends Evidence {
  left: Readonly<Record<string, string>>;
  right: Readonly<Record<string, string>>;
  probability: number;
}

/**
 * Puts two records side by side with the evidence for and against.
 * @param left, right values as they came
 */
export function questionOf(
  left: Readonly<Record<string, string>>,
  right: Readonly<Record<string, string>>,
  explanation: PairExplanation,
): PairQuestion {
  return { left: { ...left }, right: { ...right }, ...evidenceOf(explanation), probability: explanation.probability };
}
