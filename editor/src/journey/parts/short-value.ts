import type { JsonValue } from '../../../../engine/index.ts';

/** A value in a few characters, for lists and hints. */
export function shortValue(value: JsonValue | undefined, longest = 28): string {
  if (value === undefined) return 'absent';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
