import { errorIssue, type Issue } from '../../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import { sameJson } from '../../same-json.ts';
import type { ParameterSchema, ParametersSchema } from '../step-type.ts';
import { isShownParameter } from './shown-parameter.ts';

type Path = Issue['path'];

/**
 * Checks a step's parameters against the schema of its type: the part of JSON Schema that `ParameterSchema` names.
 * Parameters that `x-showWhen` hides are not checked, for nobody can see or mend them.
 *
 * @param path where the parameters stand, in front of every issue's path.
 * @example checkParameters(schema, { path: '' }, ['parameters']) // [{ code: 'parameter_empty', path: ['parameters', 'path'], … }]
 */
export function checkParameters(schema: ParametersSchema, parameters: JsonObject, path: Path): Issue[] {
  return checkMembers(schema, parameters, path);
}

function checkMembers(
  schema: Pick<ParameterSchema, 'properties' | 'required'> & { additionalProperties?: boolean },
  value: JsonObject,
  path: Path,
): Issue[] {
  const issues: Issue[] = [];
  const properties = schema.properties ?? {};
  for (const [name, property] of Object.entries(properties)) {
    if (!isShownParameter(property, value, properties)) continue;
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    if (member !== undefined) issues.push(...checkValue(property, member, [...path, name]));
    else if (schema.required?.includes(name)) {
      issues.push(errorIssue('parameter_missing', [...path, name], { title: property.title }));
    }
  }
  if (schema.additionalProperties === false) {
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(properties, name))
        issues.push(errorIssue('parameter_unknown', [...path, name], { title: name }));
    }
  }
  return issues;
}

function checkValue(schema: ParameterSchema, value: JsonValue, path: Path): Issue[] {
  const issue = (code: string, params: JsonObject = {}) => [
    errorIssue(code, path, { title: schema.title, ...(params as Issue['params']) }),
  ];
  if (!hasType(schema.type, value)) return issue('parameter_wrong_type', { expected: schema.type });
  if (schema.enum !== undefined && !schema.enum.some((allowed) => sameJson(allowed, value))) {
    return issue('parameter_not_allowed', { allowed: schema['x-enumTitles'] ?? schema.enum });
  }
  if (typeof value === 'string') {
    if (value.length < (schema.minLength ?? 0)) return issue('parameter_empty');
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value))
      return issue('parameter_malformed');
  }
  if (typeof value === 'number') {
    if (schema.minimum !== undefined && value < schema.minimum)
      return issue('parameter_too_small', { minimum: schema.minimum });
    if (schema.maximum !== undefined && value > schema.maximum)
      return issue('parameter_too_large', { maximum: schema.maximum });
  }
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) return issue('parameter_too_few', { minimum: schema.minItems ?? 0 });
    if (value.length > (schema.maxItems ?? Infinity))
      return issue('parameter_too_many', { maximum: schema.maxItems ?? 0 });
    const items = schema.items;
    return items === undefined ? [] : value.flatMap((item, index) => checkValue(items, item, [...path, index]));
  }
  return isJsonObject(value) ? checkMembers(schema, value, path) : [];
}

function hasType(type: ParameterSchema['type'], value: JsonValue): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isJsonObject(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
}
