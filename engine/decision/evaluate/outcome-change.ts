import type { JsonValue } from '../../json.ts';
import type { Outcome, ValueType } from '../model.ts';

/** What a value would have to be. */
export type InputChange =
  /** Of a type with an order; null: no bound on that side. */
  | { kind: 'between'; low: JsonValue; lowIncluded: boolean; high: JsonValue; highIncluded: boolean }
  | { kind: 'one-of'; values: JsonValue[] }
  /** Any other value than these. */
  | { kind: 'none-of'; values: JsonValue[] }
  /** A list, with or without a member. */
  | { kind: 'with'; member: JsonValue }
  | { kind: 'without'; member: JsonValue }
  | { kind: 'absent' };

/** A change of one input that gives another outcome. */
export interface OutcomeChange {
  /** As `mappableInputs` names it. */
  input: string;
  /** What people call the input. */
  name: string;
  type: ValueType;
  unit: string | null;
  change: InputChange;
  /** A value like that, as near as can be; null for an absent one. Put in place of the input's, it gives the outcome. */
  value: JsonValue;
  outcome: Outcome;
  /** Id of the row that would decide; null where none matches. */
  row: string | null;
}
