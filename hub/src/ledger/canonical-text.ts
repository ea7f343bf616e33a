import { canonicalJson, type Issue, type JsonValue } from '../../../engine/index.ts';

export type CanonicalText = { ok: true; text: string } | { ok: false; issue: Issue };

/**
 * Canonical JSON, as `canonicalJson` writes it. `JSON.stringify` writes the same where members stand in order already and
 * all numbers are finite, and takes a tenth of the time.
 */
export function canonicalText(value: JsonValue): CanonicalText {
  if (isOrdered(value)) {
    const text = JSON.stringify(value);
    // Half a surrogate pair is written as `\ud83d`; a backslash before `ud` in the text itself looks alike, and is rare.
    if (!text.includes('\\ud')) return { ok: true, text };
  }
  const result = canonicalJson(value);
  if (result.ok) return { ok: true, text: result.value };
  const [issue] = result.issues;
  if (issue === undefined) throw new Error('canonicalJson gave neither text nor issue');
  return { ok: false, issue };
}

function isOrdered(value: JsonValue | undefined): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isOrdered);
  let last = '';
  for (const key of Object.keys(value)) {
    if (key < last) return false;
    last = key;
    if (!isOrdered(value[key])) return false;
  }
  return true;
}
