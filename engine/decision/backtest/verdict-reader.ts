import { canonicalJson } from '../../digest/canonical-json.ts';
import type { Result } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { compileTable, type CompiledTable } from '../evaluate/compile-table.ts';
import { decideTable } from '../evaluate/decide.ts';
import { decidingRow, matchedRows } from '../evaluate/evaluate.ts';
import { itemIsFacts } from '../facts/fact-mapping.ts';
import type { DecisionTable, Outcome } from '../model.ts';
import { checkRunnable } from '../table/check-table.ts';

/** What a table makes of one case. */
export interface CaseVerdict {
  /** Id of the deciding row, or the first of several; null when none matched, or the case could not be decided. */
  row: string | null;
  outcome: Outcome;
  /** Code of the first issue when the case could not be decided. */
  error: string | null;
  /** Equal for verdicts with the same row, outcome and error. */
  key: string;
  /** Equal for verdicts with the same outcome or error. */
  outcomeKey: string;
}

/** Decides cases by one table; the same verdict is the same object. */
export interface VerdictReader {
  read(facts: JsonObject): CaseVerdict;
}

/**
 * Verdicts by sets of matching rows that are kept. chosen: 100,000, since a set of rows is short and past cases repeat
 * themselves; beyond that cases are decided one by one.
 */
const maxKept = 100_000;

/**
 * Makes a table ready to decide many cases. The deciding row comes from the compiled table; what it means is asked of
 * `decideTable` once per row, or once per set of rows under a policy that takes several.
 * @param day `YYYY-MM-DD` on which all cases are decided
 * @returns the reader, or the errors of the table
 */
export function verdictReader(table: DecisionTable, day?: string): Result<VerdictReader> {
  const compiled = compileTable(table);
  if (!compiled.ok) return compiled;
  const known = new Map<string, CaseVerdict>();
  const decide = (facts: JsonObject) => asOne(known, verdictOf(table, facts, day));
  if ((table.uses ?? []).length > 0 || comparesTimes(table)) return { ok: true, value: { read: decide } };
  const keyOf = takesSeveral(table) ? setKey(compiled.value, day) : rowKey(compiled.value, day);
  const byKey = new Map<number | string, CaseVerdict>();
  return {
    ok: true,
    value: {
      read(facts) {
        const key = keyOf(facts);
        if (key === null) return decide(facts);
        let verdict = byKey.get(key);
        if (verdict === undefined) {
          verdict = decide(facts);
          if (byKey.size < maxKept) byKey.set(key, verdict);
        }
        return verdict;
      },
    },
  };
}

/** Times that cells compare with one another and with no literal: whether they can be compared is seen case by case. */
function comparesTimes(table: DecisionTable): boolean {
  const checked = checkRunnable(table);
  if (!checked.ok) return false;
  const { kinds, groups } = checked.value.offsets;
  return table.inputs.some(({ type }, index) => {
    if ((type !== 'time' && type !== 'date-time') || kinds[index] !== null) return false;
    return groups.indexOf(groups[index] as number) !== index;
  });
}

/** The deciding row; null for a case that has no row because of an error. */
function rowKey(compiled: CompiledTable, day: string | undefined): (facts: JsonObject) => number | null {
  return (facts) => {
    const row = decidingRow(compiled, facts, day);
    return row < -1 ? null : row;
  };
}

function setKey(compiled: CompiledTable, day: string | undefined): (facts: JsonObject) => string | null {
  return (facts) => (decidingRow(compiled, facts, day) < -1 ? null : matchedRows(compiled, facts, day).join());
}

function takesSeveral({ hitPolicy }: DecisionTable): boolean {
  return hitPolicy === 'rule-order' || hitPolicy === 'output-order' || hitPolicy === 'collect';
}

function verdictOf(table: DecisionTable, facts: JsonObject, day: string | undefined): CaseVerdict {
  const decided = decideTable(table, facts, itemIsFacts, { day });
  if (!decided.ok) {
    const error = decided.issues[0]?.code ?? 'undecided';
    return { row: null, outcome: null, error, key: `error:${error}`, outcomeKey: `error:${error}` };
  }
  const { decision, outcome } = decided.value;
  const outcomeKey = keyOfOutcome(outcome);
  return { row: decision.ruleId, outcome, error: null, key: JSON.stringify([decision.ruleId, outcomeKey]), outcomeKey };
}

function keyOfOutcome(outcome: JsonValue): string {
  const canonical = canonicalJson(outcome);
  return canonical.ok ? canonical.value : JSON.stringify(outcome);
}

function asOne(known: Map<string, CaseVerdict>, verdict: CaseVerdict): CaseVerdict {
  const same = known.get(verdict.key);
  if (same !== undefined) return same;
  if (known.size < maxKept) known.set(verdict.key, verdict);
  return verdict;
}
