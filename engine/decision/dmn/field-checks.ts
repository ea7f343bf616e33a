import type { JsonValue } from '../../json.ts';
import { hitPolicies, valueTypes } from '../model.ts';
import type { FieldCheck } from './kept-fields.ts';

// The shapes of fields that come back from a document's extension elements. What they mean is checked with the table.

const text: FieldCheck = (value) => typeof value === 'string';
const filled: FieldCheck = (value) => typeof value === 'string' && value !== '';
const yesOrNo: FieldCheck = (value) => typeof value === 'boolean';
const day: FieldCheck = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const scalar: FieldCheck = (value) => value === null || typeof value !== 'object';
const value: FieldCheck = (found) => scalar(found) || (Array.isArray(found) && found.every(scalar));
const kebabCase: FieldCheck = (found) => typeof found === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(found);
const reserved = ['__proto__', 'constructor', 'prototype'];
const columnId: FieldCheck = (found) =>
  typeof found === 'string' && /^[A-Za-z_][A-Za-z0-9_-]*$/.test(found) && !reserved.includes(found);
const outputId: FieldCheck = (found) => typeof found === 'string' && found !== '' && !reserved.includes(found);
const outcome: FieldCheck = (found) => found === null || isObject(found) || listOf(isObject)(found);

function isObject(found: JsonValue): found is Record<string, JsonValue> {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}

function oneOf(values: readonly string[]): FieldCheck {
  return (found) => typeof found === 'string' && values.includes(found);
}

function listOf(check: FieldCheck): FieldCheck {
  return (found) => Array.isArray(found) && found.every(check);
}

function mapOf(check: FieldCheck): FieldCheck {
  return (found) => isObject(found) && Object.values(found).every(check);
}

/** An object with these fields; the ones marked with `?` may be absent, any other may not be there. */
function objectOf(fields: Readonly<Record<string, FieldCheck>>): FieldCheck {
  const checks = new Map(Object.entries(fields).map(([name, check]) => [name.replace('?', ''), check]));
  const required = Object.keys(fields).filter((name) => !name.endsWith('?'));
  return (found) =>
    isObject(found) &&
    required.every((name) => Object.hasOwn(found, name)) &&
    Object.entries(found).every(([name, member]) => checks.get(name)?.(member) ?? false);
}

const allowed = listOf((found) => typeof found === 'string' || typeof found === 'number');

/** Fields of a column of conditions that an extension may keep. */
export const inputChecks = {
  id: columnId,
  name: filled,
  path: filled,
  type: oneOf(valueTypes),
  unit: text,
  allowed,
  allowedRange: filled,
  required: yesOrNo,
  description: text,
};

/** Fields of a column of results. */
export const outputChecks = {
  id: outputId,
  name: filled,
  type: oneOf(valueTypes),
  unit: text,
  allowed,
  default: value,
  description: text,
};

/** Fields of a row; those of cells, results and remarks are kept one by one. */
export const rowChecks = {
  id: filled,
  reason: text,
  source: text,
  disabled: yesOrNo,
  validFrom: day,
  validUntil: day,
};

/** What a single cell, result or remark of a row is. */
export const memberChecks = { when: text, then: value, annotations: text };

const row = objectOf({
  id: filled,
  when: mapOf(text),
  then: mapOf(value),
  'reason?': text,
  'source?': text,
  'disabled?': yesOrNo,
  'validFrom?': day,
  'validUntil?': day,
  'annotations?': mapOf(text),
});

/** Fields of a table, columns and rows aside. */
export const tableChecks = {
  id: kebabCase,
  name: filled,
  version: filled,
  description: text,
  owner: text,
  hitPolicy: oneOf(hitPolicies),
  validFrom: day,
  validUntil: day,
  annotations: listOf(objectOf({ id: outputId, name: filled })),
  assumptions: listOf(objectOf({ id: text, text, owner: text, reviewBy: text })),
  sources: listOf(objectOf({ id: text, title: text, 'section?': text, 'url?': text })),
  tests: listOf(objectOf({ name: text, facts: isObject, outcome, 'row?': text, 'day?': text })),
  usesOrder: listOf(text),
  disabledRows: listOf(objectOf({ at: (found) => Number.isSafeInteger(found), row })),
};
