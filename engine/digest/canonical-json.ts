import { errorIssue, type Issue, type Result } from '../issue.ts';
import type { JsonValue } from '../json.ts';

/** Levels of nesting. chosen: 200, twice what a document may have, because every level is a call. */
const maxDepth = 200;
/** A half of a surrogate pair without its other half: no Unicode text, so no UTF-8 either. */
const loneSurrogate = /\p{Surrogate}/u;

/**
 * Writes a value in the one form that everybody writes it in, so that equal values have equal bytes: no spaces, members
 * ordered by the UTF-16 code units of their names, numbers as ECMAScript writes them. Members that are `undefined` are
 * absent.
 * @param value anything that is JSON
 * @returns the text; or the first of `number_not_finite` (NaN, Infinity), `lone_surrogate`, `document_too_deep` (more
 *   than 200 levels, a cycle included), with its path
 * @example canonicalJson({ b: 1e21, a: '€' }) // { ok: true, value: '{"a":"€","b":1e+21}' }
 * @source RFC 8785 (JSON Canonicalization Scheme), 3.2
 */
export function canonicalJson(value: JsonValue): Result<string> {
  const writer: Writer = { text: '', path: [], issue: null };
  write(writer, value);
  return writer.issue === null ? { ok: true, value: writer.text } : { ok: false, issues: [writer.issue] };
}

interface Writer {
  text: string;
  path: Issue['path'];
  issue: Issue | null;
}

function write(writer: Writer, value: JsonValue): void {
  if (writer.issue !== null) return;
  if (typeof value === 'string') writeText(writer, value);
  else if (typeof value === 'number' && !Number.isFinite(value)) refuse(writer, 'number_not_finite');
  else if (typeof value !== 'object' || value === null) writer.text += JSON.stringify(value);
  else if (writer.path.length >= maxDepth) refuse(writer, 'document_too_deep');
  else if (Array.isArray(value)) writeList(writer, value);
  else writeObject(writer, value);
}

function writeText(writer: Writer, value: string): void {
  if (loneSurrogate.test(value)) refuse(writer, 'lone_surrogate');
  // JSON.stringify escapes exactly what RFC 8785, 3.2.2.2 escapes, and in the same way.
  else writer.text += JSON.stringify(value);
}

function writeList(writer: Writer, value: readonly JsonValue[]): void {
  writer.text += '[';
  for (let index = 0; index < value.length; index++) {
    if (index > 0) writer.text += ',';
    writer.path.push(index);
    write(writer, value[index] ?? null);
    writer.path.pop();
  }
  writer.text += ']';
}

function writeObject(writer: Writer, value: Readonly<Record<string, JsonValue | undefined>>): void {
  writer.text += '{';
  let first = true;
  // The default order of texts is that of UTF-16 code units.
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    if (!first) writer.text += ',';
    first = false;
    writer.path.push(key);
    writeText(writer, key);
    writer.text += ':';
    write(writer, member);
    writer.path.pop();
  }
  writer.text += '}';
}

function refuse(writer: Writer, code: string): void {
  writer.issue ??= errorIssue(code, [...writer.path], code === 'document_too_deep' ? { limit: maxDepth } : {});
}
