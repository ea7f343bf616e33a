import type { Issue } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { decoratorNames, maxDecorators, operatorNames, parseOperator } from './rule-operators.ts';
import { parseRulePath } from './rule-path.ts';
import { kindOf, type RuleReader } from './rule-reader.ts';
import type { FactCondition, FactReference, JsonCondition, RootCondition } from './rule-set.ts';

type Path = Issue['path'];
type Fields = Record<string, unknown>;

/** Chosen: authored rules nest three or four levels; 200 leave every recursion over them far from its end. */
export const maxConditionDepth = 200;

const groupKinds = ['all', 'any', 'not', 'condition'] as const;

/** Fields that would replace the engine's own methods and results. */
const reserved = [
  'evaluate',
  'booleanOperator',
  'isBooleanOperator',
  'isConditionReference',
  'toJSON',
  '__proto__',
  'constructor',
];

/** Reads what stands at the root of a rule: `all`, `any`, `not` or `condition`. Null with problems when it cannot be run. */
export function readRootCondition(reader: RuleReader, value: unknown, path: Path): RootCondition | null {
  const condition = readCondition(reader, value, path, 0);
  if (condition === null || !('operator' in condition)) return condition;
  reader.report('root_condition', path);
  return null;
}

function readCondition(reader: RuleReader, value: unknown, path: Path, depth: number): JsonCondition | null {
  const fields = reader.object(value, path, 'condition_shape');
  if (fields === null) return null;
  if (depth >= maxConditionDepth) {
    reader.report('conditions_too_deep', path, { limit: maxConditionDepth });
    return null;
  }
  for (const key of reserved) if (Object.hasOwn(fields, key)) reader.report('unsafe_key', [...path, key], { key });
  const kinds: string[] = groupKinds.filter((kind) => Object.hasOwn(fields, kind));
  if (kinds.length > 1 || (kinds.length === 1 && Object.hasOwn(fields, 'fact'))) {
    reader.report('condition_ambiguous', path, { found: [...kinds, ...('fact' in fields ? ['fact'] : [])] });
    return null;
  }
  const label = readLabel(reader, fields, path);
  switch (kinds[0]) {
    case 'all':
      return { all: readParts(reader, fields['all'], [...path, 'all'], depth), ...label };
    case 'any':
      return { any: readParts(reader, fields['any'], [...path, 'any'], depth), ...label };
    case 'not': {
      const part = readCondition(reader, fields['not'], [...path, 'not'], depth + 1);
      return part === null ? null : { not: part, ...label };
    }
    case 'condition': {
      const condition = fields['condition'];
      if (typeof condition === 'string' && condition !== '') return { condition, ...label };
      reader.report('condition_name', [...path, 'condition'], { found: kindOf(condition) });
      return null;
    }
    default:
      return readFactCondition(reader, fields, path, label);
  }
}

function readParts(reader: RuleReader, value: unknown, path: Path, depth: number): JsonCondition[] {
  if (!Array.isArray(value)) {
    reader.report('condition_list_expected', path, { found: kindOf(value) });
    return [];
  }
  return value.flatMap((part, index) => readCondition(reader, part, [...path, index], depth + 1) ?? []);
}

function readLabel(reader: RuleReader, fields: Fields, path: Path): { priority?: number; name?: JsonValue } {
  const priority = reader.priority(fields['priority'], [...path, 'priority'], Number.MIN_SAFE_INTEGER);
  const label: { priority?: number; name?: JsonValue } = priority === undefined ? {} : { priority };
  if (Object.hasOwn(fields, 'name')) label.name = reader.json(fields['name'], [...path, 'name']);
  return label;
}

function readFactCondition(reader: RuleReader, fields: Fields, path: Path, label: object): FactCondition | null {
  const missing = ['fact', 'operator', 'value'].filter((field) => !Object.hasOwn(fields, field));
  if (missing.length > 0) {
    reader.report('condition_incomplete', path, { missing });
    return null;
  }
  const reference = readReference(reader, fields, path);
  const { operator } = fields;
  if (typeof operator !== 'string') {
    reader.report('unknown_operator', [...path, 'operator'], { found: kindOf(operator), known: [...operatorNames] });
    return null;
  }
  checkOperator(reader, operator, [...path, 'operator']);
  const value = reader.json(fields['value'], [...path, 'value']);
  if (isObject(value) && Object.hasOwn(value, 'fact')) readReference(reader, value, [...path, 'value']);
  return reference === null ? null : { ...reference, operator, value, ...label };
}

/** The fact, path and params of a condition, of a value or of an event's param. Null with problems. */
export function readReference(reader: RuleReader, fields: Fields, path: Path): FactReference | null {
  const { fact, path: inside } = fields;
  if (typeof fact !== 'string' || fact === '') {
    reader.report('fact_name', [...path, 'fact'], { found: kindOf(fact) });
    return null;
  }
  const reference: FactReference = { fact };
  if (inside !== undefined && inside !== null && inside !== '') {
    if (typeof inside !== 'string') {
      reader.report('path_shape', [...path, 'path'], { found: kindOf(inside) });
      return null;
    }
    const parsed = parseRulePath(inside);
    if (!parsed.ok) reader.report(parsed.code, [...path, 'path'], { found: inside.slice(0, 80) });
    reference.path = inside;
  }
  if (isObject(fields['params'])) reference.params = reader.json(fields['params'], [...path, 'params']);
  return reference;
}

function checkOperator(reader: RuleReader, operator: string, path: Path): void {
  const parsed = parseOperator(operator);
  if (parsed.ok) return;
  const found = parsed.found.slice(0, 80);
  if (parsed.part === 'operator') reader.report('unknown_operator', path, { found, known: [...operatorNames] });
  else if (parsed.part === 'decorator') reader.report('unknown_decorator', path, { found, known: [...decoratorNames] });
  else reader.report('too_many_decorators', path, { limit: maxDecorators });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
