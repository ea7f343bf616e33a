import {
  decideFromInputs,
  explainFromInputs,
  sameJson,
  type DecisionExplanation,
  type DecisionRecord,
  type DecisionTable,
  type JsonObject,
  type JsonValue,
} from '../../../../engine/index.ts';

/** A decision made once more, from its inputs. */
export interface Replay {
  explanation: DecisionExplanation | null;
  /** `same`: the outcome and the row are those that were recorded. `failed`: the table gives no decision for the inputs. */
  result: 'same' | 'different' | 'failed';
}

/** Decides once more by the table that decided, from the inputs that were recorded, on the day that counted. */
export function replayDecision(record: DecisionRecord, table: DecisionTable, inputs: JsonObject): Replay {
  const options = record.day === null ? {} : { day: record.day };
  const explained = explainFromInputs(table, inputs, options);
  const explanation = explained.ok ? explained.value : null;
  const decided = decideFromInputs(table, inputs, options);
  if (!decided.ok) return { explanation, result: 'failed' };
  const again = decided.value.decision;
  const outcome = outcomeOf(record, again.outcome);
  const isSame = again.ruleId === record.decision.ruleId && sameJson(outcome, record.decision.outcome);
  return { explanation, result: isSame ? 'same' : 'different' };
}

/** A risk decision records the level alone; where no row matched, the level that was taken for that. */
function outcomeOf({ decision }: DecisionRecord, outcome: JsonValue): JsonValue {
  if (decision.kind !== 'risk') return outcome;
  if (outcome === null) return decision.ruleId === null ? decision.outcome : null;
  return typeof outcome === 'object' && !Array.isArray(outcome) ? (outcome['level'] ?? null) : outcome;
}
