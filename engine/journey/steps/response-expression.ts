import { joinPath, splitPath } from '../../decision/facts/read-path.ts';
import type { JsonObject, JsonValue } from '../../json.ts';

/** One member of an answer: a fixed text, or the value that a field of the item has. */
export interface ResponseField {
  name: string;
  from: 'value' | 'field';
  value: string;
}

const frame = { start: '={{ { ', end: ' } }}' };
const member = /^("(?:[^"\\]|\\.)*"): (?:("(?:[^"\\]|\\.)*")|\$json((?:\?\.\["(?:[^"\\]|\\.)*"\])+) \?\? null)(?:, )?/;

/**
 * Writes the members of an answer as the one n8n expression that the Respond to Webhook node evaluates, once per execution.
 * A field that is missing anywhere along its path gives null.
 *
 * @example writeResponse([{ name: 'outcome', from: 'value', value: 'paid' }]) // '={{ { "outcome": "paid" } }}'
 */
export function writeResponse(fields: readonly ResponseField[]): string {
  return fields.length === 0 ? '={{ {} }}' : `${frame.start}${fields.map(writeMember).join(', ')}${frame.end}`;
}

function writeMember({ name, from, value }: ResponseField): string {
  if (from === 'value') return `${quote(name)}: ${quote(value)}`;
  const steps = segmentsOf(value).map((segment) => `?.[${quote(segment)}]`);
  return `${quote(name)}: $json${steps.join('')} ?? null`;
}

/** As everywhere; a path that nothing can read stays one that is not there. */
function segmentsOf(path: string): string[] {
  return splitPath(path) ?? path.split('.');
}

/** A text as a literal that cannot end the expression early: n8n looks for `}}` before it looks at quotes. */
function quote(text: string): string {
  return JSON.stringify(text)
    .replaceAll('{', '\\u007b')
    .replaceAll('}', '\\u007d')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** Reads back what `writeResponse` wrote; null for any other expression. */
export function readResponse(expression: string): ResponseField[] | null {
  if (expression === '={{ {} }}') return [];
  if (!expression.startsWith(frame.start) || !expression.endsWith(frame.end)) return null;
  let rest = expression.slice(frame.start.length, -frame.end.length);
  const fields: ResponseField[] = [];
  while (rest !== '') {
    const match = member.exec(rest);
    if (match === null) return null;
    const [whole, name = '', text, path] = match;
    const name_ = unquote(name);
    if (name_ === null) return null;
    const value = text === undefined ? readPathSteps(path ?? '') : unquote(text);
    if (value === null) return null;
    fields.push({ name: name_, from: text === undefined ? 'field' : 'value', value });
    rest = rest.slice(whole.length);
  }
  return writeResponse(fields) === expression ? fields : null;
}

function readPathSteps(steps: string): string | null {
  const segments = [...steps.matchAll(/\?\.\[("(?:[^"\\]|\\.)*")\]/g)].map((match) => unquote(match[1] ?? ''));
  const known = segments.filter((segment) => segment !== null);
  return known.length < segments.length ? null : joinPath(known);
}

function unquote(literal: string): string | null {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return null;
  }
}

/** The answer's body for one item: what n8n's evaluation of `writeResponse(fields)` gives, as JSON carries it. */
export function evaluateResponse(fields: readonly ResponseField[], item: JsonObject): JsonObject {
  return Object.fromEntries(
    fields.map(({ name, from, value }) => [name, from === 'value' ? value : readOptional(item, value)]),
  );
}

/** `$json?.["a"]?.["b"] ?? null`, on JSON. Unlike `readPath` it reaches into texts and the length of lists, as JavaScript does. */
function readOptional(item: JsonObject, path: string): JsonValue {
  let value: unknown = item;
  for (const segment of segmentsOf(path)) {
    if (value === null || value === undefined) return null;
    value = Object.hasOwn(Object(value) as object, segment) ? (value as Record<string, unknown>)[segment] : undefined;
  }
  return (value ?? null) as JsonValue;
}

/** Members that every JavaScript object inherits: n8n refuses some of them and gives functions for the rest. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** True for a path that an answer can read: no empty segment, nothing that leads into JavaScript’s own machinery. */
export function isReadable(path: string): boolean {
  const segments = splitPath(path);
  return segments !== null && segments.length > 0 && !segments.some((segment) => inherited.has(segment));
}
