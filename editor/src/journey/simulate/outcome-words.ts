import type { Decision, DecisionTable, JsonObject, JsonValue, Outcome } from '../../../../engine/index.ts';
import { shortValue } from '../parts/short-value.ts';

/** Outcomes of a list beyond these are counted. */
const shownAtMost = 6;

/**
 * An outcome in words: `Handling: pay, Days: 3`; several outcomes one after the other, with their numbers.
 * @param named results that are told; all of them where it is left out
 */
export function outcomeInWords(table: DecisionTable | undefined, outcome: Outcome, named: Outcome = null): string {
  if (outcome === null) return 'No row';
  if (!Array.isArray(outcome)) return resultsInWords(table, outcome, Array.isArray(named) ? null : named);
  if (outcome.length === 0) return 'No result';
  const wanted = Array.isArray(named) ? named : [];
  const told = outcome.slice(0, shownAtMost).map((one, at) => resultsInWords(table, one, wanted[at] ?? null));
  const more = outcome.length - told.length;
  const words = told.length === 1 ? (told[0] ?? '') : told.map((one, at) => `${at + 1}. ${one}`).join('; ');
  return more === 0 ? words : `${words}; and ${more} more`;
}

function resultsInWords(table: DecisionTable | undefined, outcome: JsonObject, named: JsonObject | null): string {
  const told = Object.keys(named ?? outcome).map((id) => {
    const { name = id, unit } = table?.outputs.find((output) => output.id === id) ?? {};
    const value = outcome[id] ?? null;
    const words = value === null ? 'nothing' : shortValue(value, 40);
    return `${name}: ${words}${unit === undefined || value === null ? '' : ` ${unit}`}`;
  });
  return told.join(', ') || 'Nothing';
}

/** What a decision says, whatever made it: a level, a table's results, the label of a case. */
export function decisionInWords({ outcome }: Pick<Decision, 'outcome'>, table: DecisionTable | undefined): string {
  if (outcome === null) return 'No row matched.';
  if (isOutcome(outcome)) return `${outcomeInWords(table, outcome)}.`;
  return `${shortValue(outcome, 60)}.`;
}

function isOutcome(value: JsonValue): value is JsonObject | JsonObject[] {
  const isObject = (entry: JsonValue) => typeof entry === 'object' && entry !== null && !Array.isArray(entry);
  return Array.isArray(value) ? value.every(isObject) : isObject(value);
}

/** Ids of the rows whose results are in the outcome; none when no row matched. */
export function countingRows({ ruleId, reasons, matched }: Pick<Decision, 'ruleId' | 'reasons' | 'matched'>): string[] {
  if (ruleId === null) return [];
  return [...new Set([ruleId, ...reasons.map(({ row }) => row).filter((row) => matched.includes(row))])];
}
