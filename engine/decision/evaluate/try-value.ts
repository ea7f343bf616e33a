import type { JsonValue } from '../../json.ts';
import { sameJson } from '../../same-json.ts';
import type { Outcome } from '../model.ts';

/** What a table would decide with another value. */
export interface Verdict {
  outcome: Outcome;
  row: string | null;
  /** It is not the outcome now. */
  isOther: boolean;
}

/** Decides with another value of one input, null for an absent one; null where the table accepts none such, or gives no decision. */
export type TryValue = (value: JsonValue) => Verdict | null;

export function sameVerdict(left: Verdict, right: Verdict): boolean {
  return sameJson(left.outcome, right.outcome);
}
