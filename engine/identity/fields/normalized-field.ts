import type { IdentityFeature, SetAside } from '../model/identity-record.ts';

/** What became of one value. */
export interface NormalizedField {
  /** Empty when nothing can be compared. */
  values: Partial<Record<IdentityFeature, string>>;
  setAside?: SetAside;
  /** What was done, in words, in order; empty when the value came in its one form. No value of a record is in them. */
  steps: string[];
}

/** What a field's own rules make of readable text. */
export interface FieldReading {
  values: Partial<Record<IdentityFeature, string>>;
  /** Why nothing can be compared. */
  problem?: SetAside['reason'];
}

/** Rules of one field: text that is readable and not empty in, values out; what was done goes into `steps`. */
export type FieldRules = (text: string, steps: string[], region: string | undefined) => FieldReading;

/**
 * Notes a step when it changed something.
 * @returns `after`
 */
export function noted(before: string, after: string, step: string, steps: string[]): string {
  if (before !== after) steps.push(step);
  return after;
}
