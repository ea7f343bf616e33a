import type { JsonValue } from '../../json.ts';
import { sameJson } from '../../same-json.ts';
import type { TableInput } from '../model.ts';
import type { RatedChange } from './ordered-changes.ts';
import { sameVerdict, type TryValue, type Verdict } from './try-value.ts';

/** The most values that are tried. chosen: 250, which takes some milliseconds. */
const mostValues = 250;

/**
 * Other values that give another outcome, of inputs without an order or with a list of allowed values: those that give
 * the same are one change.
 * @param input the input; no list
 * @param now its value, or null
 * @param operands what it is compared with
 */
export function namedChanges(
  { allowed, type }: TableInput,
  now: JsonValue,
  operands: readonly JsonValue[],
  tryValue: TryValue,
): RatedChange[] {
  const named: readonly JsonValue[] = allowed ?? (type === 'boolean' ? [true, false] : operands);
  const groups: { values: JsonValue[]; verdict: Verdict }[] = [];
  for (const value of named.filter((candidate) => !sameJson(candidate, now)).slice(0, mostValues)) {
    const verdict = tryValue(value);
    if (verdict?.isOther !== true) continue;
    const group = groups.find((known) => sameVerdict(known.verdict, verdict));
    if (group === undefined) groups.push({ values: [value], verdict });
    else group.values.push(value);
  }
  const changes = groups.map(({ values, verdict: { outcome, row } }): RatedChange => {
    const [value = null] = values;
    return { found: { change: { kind: 'one-of', values }, value, outcome, row }, effort: 1 };
  });
  const unnamed = allowed === undefined && type === 'string' ? unnamedChange(named, now, tryValue) : null;
  return unnamed === null ? changes : [...changes, unnamed];
}

/** A text that no cell names, unless the one now is such. */
function unnamedChange(named: readonly JsonValue[], now: JsonValue, tryValue: TryValue): RatedChange | null {
  if (named.length === 0 || (now !== null && !named.includes(now))) return null;
  let value = 'something else';
  while (named.includes(value)) value += '.';
  const verdict = tryValue(value);
  if (verdict?.isOther !== true) return null;
  const { outcome, row } = verdict;
  return { found: { change: { kind: 'none-of', values: [...named] }, value, outcome, row }, effort: 1.5 };
}

/** Members whose coming or going changes the outcome, of a list. */
export function memberChanges(
  { allowed }: TableInput,
  now: JsonValue,
  operands: readonly JsonValue[],
  tryValue: TryValue,
): RatedChange[] {
  const list = Array.isArray(now) ? now : [];
  const added = [...new Set([...(allowed ?? []), ...operands])].filter((member) => !list.includes(member));
  const changes: RatedChange[] = [];
  const tryList = (kind: 'with' | 'without', member: JsonValue, value: JsonValue[]) => {
    const verdict = tryValue(value);
    if (verdict?.isOther !== true) return;
    changes.push({ found: { change: { kind, member }, value, outcome: verdict.outcome, row: verdict.row }, effort: 1 });
  };
  for (const member of new Set(list.slice(0, mostValues))) {
    tryList(
      'without',
      member,
      list.filter((other) => !sameJson(other, member)),
    );
  }
  for (const member of added.slice(0, mostValues)) tryList('with', member, [...list, member]);
  return changes;
}
