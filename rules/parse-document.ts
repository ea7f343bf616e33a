import { errorIssue, type Issue, type JsonValue, type Result } from '../engine/index.ts';
import type { SchemaError, Validator } from './generated/validators.js';

/** Bounds of a document. */
export interface DocumentLimits {
  /** Objects, lists and plain values together. */
  values: number;
}

/** Levels of nesting. chosen: 100, because n8n's own workflows stay below 20 and every walker of ours may recurse so deep. */
const maxDepth = 100;
/** Issues that one document reports. chosen: 100, because nobody reads on; the rest shows after these are mended. */
const maxIssues = 100;
/** The name that no object of a document may have; ids and keys are held to more by the schemas. */
const reservedKey = '__proto__';
/** Version of the documents' shape that this code reads. */
const schemaVersion = 1;

/**
 * Holds a document against its schema.
 * @param value anything, typically from `JSON.parse`
 * @param validate the schema's compiled function
 * @param limits bounds that are checked first, so that a hostile document costs little
 * @returns the document itself, unchanged; or up to 100 issues
 */
export function parseDocument<T>(value: unknown, validate: Validator, limits: DocumentLimits): Result<T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, issues: [errorIssue('not_an_object', [])] };
  }
  const hostile = findHostile(value, limits);
  if (hostile !== null) return { ok: false, issues: [hostile] };
  const found = (value as { schemaVersion?: JsonValue }).schemaVersion;
  if (typeof found === 'number' && found > schemaVersion) {
    return { ok: false, issues: [errorIssue('newer_schema', ['schemaVersion'], { found, known: schemaVersion })] };
  }
  if (validate(value)) return { ok: true, value: value as T };
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'propertyNames');
  return { ok: false, issues: errors.slice(0, maxIssues).map(toIssue) };
}

/** Walks without recursion: too deep (which a cycle is too), too many values, the name that JavaScript keeps for itself. */
function findHostile(root: object, limits: DocumentLimits): Issue | null {
  const open: { value: object; depth: number; name: string }[] = [{ value: root, depth: 1, name: '' }];
  let count = 1;
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    if (entry.depth > maxDepth) return errorIssue('document_too_deep', [], { limit: maxDepth });
    // A list's length says enough; to list a million indexes as texts takes a second.
    if (Array.isArray(entry.value) && count + entry.value.length > limits.values) {
      return errorIssue('document_too_large', [], { limit: limits.values });
    }
    for (const key of Object.keys(entry.value)) {
      count++;
      if (count > limits.values) return errorIssue('document_too_large', [], { limit: limits.values });
      if (!Array.isArray(entry.value) && key === reservedKey) {
        return errorIssue('reserved_key', [], { at: entry.name === '' ? 'The document' : entry.name, key });
      }
      const child = (entry.value as Record<string, unknown>)[key];
      if (typeof child === 'object' && child !== null) {
        open.push({ value: child, depth: entry.depth + 1, name: entry.depth === 1 ? key : entry.name });
      }
    }
  }
  return null;
}

function toIssue(error: SchemaError): Issue {
  const path = pointerSegments(error.instancePath);
  const at = describeAt(path);
  const params = error.params as Record<string, JsonValue>;
  switch (error.keyword) {
    case 'required':
      return errorIssue('missing_member', path, { at, member: params['missingProperty'] ?? '' });
    case 'additionalProperties':
      return errorIssue('unknown_member', path, { at, member: params['additionalProperty'] ?? '' });
    case 'type':
      return errorIssue('wrong_member_type', path, { at, expected: typeWords(params['type'] ?? '') });
    case 'enum':
      return errorIssue('not_one_of', path, { at, allowed: params['allowedValues'] ?? [] });
    case 'const':
      return errorIssue('wrong_constant', path, { at, expected: params['allowedValue'] ?? null });
    case 'minLength':
      return errorIssue('too_short', path, { at });
    case 'minItems':
      return errorIssue('too_few', path, { at, limit: params['limit'] ?? 1 });
    case 'false schema':
      return errorIssue('nested_uses', path, { at });
    case 'pattern':
      return errorIssue('wrong_pattern', path, { at, form: formOf(error.schemaPath) });
    default:
      return errorIssue('invalid_document', path, { at, detail: error.keyword });
  }
}

function pointerSegments(pointer: string): (string | number)[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));
}

const entryNames: Record<string, string> = {
  rows: 'Row',
  inputs: 'Condition',
  outputs: 'Result',
  tests: 'Test',
  sources: 'Source',
  assumptions: 'Assumption',
  annotations: 'Annotation',
  uses: 'Used table',
  steps: 'Step',
  links: 'Link',
};

/** `['rows', 3, 'when', 'amount']` is `Row 4, when.amount`: people count from one. */
function describeAt(path: (string | number)[]): string {
  if (path.length === 0) return 'The document';
  const parts: string[] = [];
  let fields: string[] = [];
  const flush = () => {
    if (fields.length > 0) parts.push(fields.join('.'));
    fields = [];
  };
  for (let index = 0; index < path.length; index++) {
    const segment = path[index];
    const next = path[index + 1];
    const entry = typeof segment === 'string' && Object.hasOwn(entryNames, segment) ? entryNames[segment] : undefined;
    if (entry !== undefined && typeof next === 'number') {
      flush();
      parts.push(`${entry} ${next + 1}`);
      index++;
    } else {
      fields.push(String(segment));
    }
  }
  flush();
  return parts.join(', ');
}

const typeNames: Record<string, string> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
};

function typeWords(type: JsonValue): string {
  const types = Array.isArray(type) ? type : [type];
  return types.map((name) => typeNames[String(name)] ?? String(name)).join(' or ');
}

const forms: Record<string, string> = {
  kebabCase: 'small letters, digits and single hyphens, such as refund-limits',
  columnId: 'letters, digits, _ and -, beginning with a letter, such as orderAmount',
  anyName: 'a text of at most 200 characters that JavaScript does not keep for itself',
  day: 'a day as year, month, day, such as 2027-06-30',
  webAddress: 'an address that begins with https://',
  key: 'a name that is not empty and that JavaScript does not keep for itself',
};

function formOf(schemaPath: string): string {
  const definition = /definitions\/(\w+)\/pattern$/.exec(schemaPath)?.[1] ?? '';
  return forms[definition] ?? 'see the schema';
}
