import type { Issue, Result } from '../../issue.ts';
import { checkReferences } from './check-references.ts';
import { readReference, readRootCondition } from './read-condition.ts';
import { kindOf, RuleReader } from './rule-reader.ts';
import { isFactReference, type JsonRule, type RootCondition, type RuleEvent, type RuleSet } from './rule-set.ts';

type Path = Issue['path'];

/** Settings of `readRuleSet`. */
export interface ReadRuleSetOptions {
  /**
   * A reference to a shared condition that is not there: `refuse` the rule set, or leave it to the run, which fails when
   * it comes to it, as json-rules-engine does. With `allowUndefinedConditions` it is no problem at all. @default 'refuse'
   */
  missingConditions?: 'refuse' | 'at-run';
}

const optionNames = ['allowUndefinedFacts', 'allowUndefinedConditions', 'replaceFactsInEventParams'] as const;

/** Parts of an engine that are code and cannot stand in a file. */
const codeParts = ['operators', 'decorators', 'operatorDecorators', 'facts', 'pathResolver'] as const;
const ruleCode = ['onSuccess', 'onFailure'] as const;

/**
 * Reads a rule set of json-rules-engine and checks that all of it can be run here: nothing of it is ever run as code.
 *
 * Fields that json-rules-engine ignores (a description, say) are left out; everything else that is unknown, malformed or
 * unsafe is a problem with its place.
 * @param value an array of rules; or `{ rules, conditions, allowUndefinedFacts, allowUndefinedConditions,
 *   replaceFactsInEventParams }`, where all but `rules` may be left out and `conditions` are the shared ones by name
 * @returns a copy as plain JSON, which `readRuleSet` reads again unchanged; or issues: `rule_set_shape`, `rule_shape`,
 *   `rule_event`, `code_not_run`, `bad_priority`, `condition_…`, `root_condition`, `unknown_operator`,
 *   `unknown_decorator`, `too_many_decorators`, `fact_name`, `path_…`, `missing_condition`, `cyclic_condition`,
 *   `conditions_too_deep` (200 levels, references followed), `value_too_deep`, `unsafe_key`, `value_not_json`
 * @example readRuleSet(JSON.parse(text))
 * @source json-rules-engine 7.3.1, `rule.js`, `condition.js`, `engine.js`
 */
export function readRuleSet(value: unknown, options: ReadRuleSetOptions = {}): Result<RuleSet> {
  const reader = new RuleReader();
  const ruleSet = read(reader, value, options);
  return ruleSet === null || reader.issues.length > 0
    ? { ok: false, issues: reader.issues }
    : { ok: true, value: ruleSet };
}

function read(reader: RuleReader, value: unknown, options: ReadRuleSetOptions): RuleSet | null {
  if (Array.isArray(value)) return readParts(reader, { rules: value }, [], options);
  const fields = reader.object(value, [], 'rule_set_shape');
  if (fields === null) return null;
  if (!Array.isArray(fields['rules'])) {
    reader.report('rule_set_shape', ['rules'], { found: kindOf(fields['rules']) });
    return null;
  }
  for (const part of codeParts) if (Object.hasOwn(fields, part)) reader.report('code_not_run', [part], { part });
  return readParts(reader, fields, ['rules'], options);
}

function readParts(
  reader: RuleReader,
  fields: Record<string, unknown>,
  path: Path,
  options: ReadRuleSetOptions,
): RuleSet {
  const entries = fields['rules'] as unknown[];
  const replaced = fields['replaceFactsInEventParams'] === true;
  const rules = entries.flatMap((rule, index) => readRule(reader, rule, [...path, index], replaced) ?? []);
  const ruleSet: RuleSet = { rules };
  const shared = readShared(reader, fields['conditions']);
  if (fields['conditions'] !== undefined) ruleSet.conditions = Object.fromEntries(shared);
  for (const name of optionNames) {
    if (!Object.hasOwn(fields, name)) continue;
    if (typeof fields[name] === 'boolean') ruleSet[name] = fields[name];
    else reader.report('option_shape', [name], { option: name, found: kindOf(fields[name]) });
  }
  if (reader.issues.length > 0) return ruleSet;
  const missing = options.missingConditions !== 'at-run' && ruleSet.allowUndefinedConditions !== true;
  const roots = rules.map(({ conditions }, index) => ({ conditions, path: [...path, index, 'conditions'] }));
  checkReferences(reader, roots, shared, missing);
  return ruleSet;
}

function readShared(reader: RuleReader, value: unknown): Map<string, RootCondition> {
  const shared = new Map<string, RootCondition>();
  if (value === undefined) return shared;
  const fields = reader.object(value, ['conditions'], 'shared_conditions_shape');
  for (const name of Object.keys(fields ?? {})) {
    const path = ['conditions', name];
    if (name === '__proto__' || name === '') {
      reader.report(name === '' ? 'condition_name' : 'unsafe_key', path, { key: name, found: 'string' });
      continue;
    }
    const condition = readRootCondition(reader, fields?.[name], path);
    if (condition !== null) shared.set(name, condition);
  }
  return shared;
}

function readRule(reader: RuleReader, value: unknown, path: Path, replaced: boolean): JsonRule | null {
  const fields = reader.object(value, path, 'rule_shape');
  if (fields === null) return null;
  for (const part of ruleCode)
    if (Object.hasOwn(fields, part)) reader.report('code_not_run', [...path, part], { part });
  const conditions = readRootCondition(reader, fields['conditions'], [...path, 'conditions']);
  const event = readEvent(reader, fields['event'], [...path, 'event'], replaced);
  const priority = reader.priority(fields['priority'], [...path, 'priority'], 1);
  if (conditions === null || event === null) return null;
  const rule: JsonRule = { conditions, event };
  const { name } = fields;
  if (name === 0 || Boolean(name)) rule.name = reader.json(name, [...path, 'name']);
  if (priority !== undefined) rule.priority = priority;
  return rule;
}

function readEvent(reader: RuleReader, value: unknown, path: Path, replaced: boolean): RuleEvent | null {
  const fields = reader.object(value, path, 'rule_event');
  if (fields === null) return null;
  const { type, params } = fields;
  if (typeof type !== 'string') {
    reader.report('rule_event', [...path, 'type'], { found: kindOf(type) });
    return null;
  }
  // json-rules-engine looks up listeners in a plain object and would call these.
  if (type in Object.prototype) reader.report('unsafe_key', [...path, 'type'], { key: type });
  if (!params) return { type };
  const copy = reader.json(params, [...path, 'params']);
  for (const [key, param] of replaced && typeof copy === 'object' && copy !== null ? Object.entries(copy) : []) {
    if (isFactReference(param)) readReference(reader, param, [...path, 'params', key]);
  }
  return { type, params: copy };
}
