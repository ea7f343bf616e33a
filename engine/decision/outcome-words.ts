import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';

/** chosen: 200 characters, what fits on two lines of a list. */
export const maxWords = 200;

/**
 * The outcome of a decision in plain words, for lists and filters.
 *
 * | outcome | words |
 * | --- | --- |
 * | text | itself |
 * | yes or no, number | `yes`, `no`, `12.5` |
 * | one result that is a text | that text |
 * | results by id: texts, then yes or no, then the others, each in the order of their names | `pay: yes, days: 14` |
 * | list | `tag: a; tag: b` |
 * | null | `no row matched` |
 * @returns at most 200 characters, cut with `…`
 * @example outcomeInWords({ days: 14, pay: true }) // 'pay: yes, days: 14'
 */
export function outcomeInWords(outcome: JsonValue): string {
  return outcome === null ? 'no row matched' : shortened(ofOutcome(outcome));
}

function ofOutcome(outcome: JsonValue): string {
  if (Array.isArray(outcome)) return outcome.length === 0 ? 'nothing' : outcome.map(ofOutcome).join('; ');
  if (!isJsonObject(outcome)) return ofValue(outcome);
  // What was decided is a text or a yes or no; figures are how much of it. A sort keeps the order of equals.
  const results = membersOf(outcome).sort((one, other) => rankOf(outcome[one]) - rankOf(outcome[other]));
  const [only] = results;
  if (only !== undefined && results.length === 1 && typeof outcome[only] === 'string') return outcome[only];
  return results.map((id) => `${id}: ${ofValue(outcome[id] ?? null)}`).join(', ');
}

function rankOf(value: JsonValue | undefined): number {
  if (typeof value === 'string') return 0;
  return typeof value === 'boolean' ? 1 : 2;
}

function ofValue(value: JsonValue): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(ofValue).join(', ');
  return `(${membersOf(value)
    .map((name) => `${name}: ${ofValue(value[name] ?? null)}`)
    .join(', ')})`;
}

/** In the order of canonical JSON, so that an outcome has the same words before it is recorded and when it is read again. */
function membersOf(value: JsonObject): string[] {
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  return names.length > 1 ? names.sort() : names;
}

/** Cuts between characters, never through one. */
export function shortened(text: string): string {
  if (text.length <= maxWords) return text;
  const cut = text.slice(0, maxWords - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
