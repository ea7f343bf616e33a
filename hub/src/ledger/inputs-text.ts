import type { JsonValue } from '../../../engine/index.ts';
import { canonicalText, type CanonicalText } from './canonical-text.ts';

/** Names of inputs, ready to be written many times: what canonical JSON asks of names is done once. */
export interface InputShape {
  size: number;
  /** In the order of canonical JSON: where the value stands in a list of values, and what is written before it. */
  members: readonly { at: number; start: string }[];
}

/** @returns null when a name stands there twice */
export function inputShapeOf(names: readonly string[]): InputShape | null {
  if (new Set(names).size < names.length) return null;
  const sorted = [...names.entries()].sort(([, a], [, b]) => (a < b ? -1 : 1));
  const members = sorted.map(([at, name], index) => ({
    at,
    start: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`,
  }));
  return { size: names.length, members };
}

/**
 * Canonical JSON of an object with these inputs.
 * @param values one for each name of the shape
 * @returns the text; an issue's path begins with the index of the value
 */
export function inputsText({ members }: InputShape, values: readonly JsonValue[]): CanonicalText {
  if (members.length === 0) return { ok: true, text: '{}' };
  let text = '';
  for (const { at, start } of members) {
    const value = values[at] as JsonValue;
    if (typeof value === 'boolean' || value === null) {
      text += start + String(value);
      continue;
    }
    const written = canonicalText(value);
    if (!written.ok) return { ok: false, issue: { ...written.issue, path: [at, ...written.issue.path] } };
    text += start + written.text;
  }
  return { ok: true, text: `${text}}` };
}
