import type { JsonObject, JsonValue } from '../../json.ts';

/** Where a condition looks: a fact and, inside of it, a path. Parameters are for computed facts; constant ones ignore them. */
export interface FactReference {
  fact: string;
  /** A plain path as jsonpath-plus reads it, `$.address.city`; `parseRulePath` says what is plain. */
  path?: string;
  params?: JsonValue;
}

interface ConditionLabel {
  /** Parts with a higher priority are looked at first; those with the same at once. */
  priority?: number;
  name?: JsonValue;
}

/** Compares a fact with a constant, or with another fact when `value` is `{ fact, path?, params? }`. */
export interface FactCondition extends FactReference, ConditionLabel {
  operator: string;
  value: JsonValue;
}

export interface AllCondition extends ConditionLabel {
  all: JsonCondition[];
}

export interface AnyCondition extends ConditionLabel {
  any: JsonCondition[];
}

export interface NotCondition extends ConditionLabel {
  not: JsonCondition;
}

/** The name of a shared condition. */
export interface ConditionReference extends ConditionLabel {
  condition: string;
}

/** What may stand at the root of a rule and of a shared condition. */
export type RootCondition = AllCondition | AnyCondition | NotCondition | ConditionReference;

/** A condition as json-rules-engine takes it. */
export type JsonCondition = FactCondition | RootCondition;

export interface RuleEvent {
  type: string;
  params?: JsonValue;
}

/** A rule as json-rules-engine takes it. */
export interface JsonRule {
  conditions: RootCondition;
  event: RuleEvent;
  name?: JsonValue;
  /** Whole, above 0; the rules of a higher priority run before those of a lower. @default 1 */
  priority?: number;
}

/** The options of json-rules-engine that change what a rule set decides. */
export interface RuleSetOptions {
  /** A fact that is not there is `undefined` instead of an error. @default false */
  allowUndefinedFacts?: boolean;
  /** A shared condition that is not there is false instead of an error. @default false */
  allowUndefinedConditions?: boolean;
  /** `{ fact, path?, params? }` among an event's params is replaced by its value. @default false */
  replaceFactsInEventParams?: boolean;
}

/** Rules with the shared conditions and the options that they need. What `readRuleSet` gives is checked. */
export interface RuleSet extends RuleSetOptions {
  rules: JsonRule[];
  /** Shared conditions by name: what `engine.setCondition(name, condition)` takes. */
  conditions?: Record<string, RootCondition>;
}

/** The kind of a condition. */
export type ConditionKind = 'fact' | 'all' | 'any' | 'not' | 'condition';

export function conditionKind(condition: JsonCondition): ConditionKind {
  if ('all' in condition) return 'all';
  if ('any' in condition) return 'any';
  if ('not' in condition) return 'not';
  return 'condition' in condition ? 'condition' : 'fact';
}

/** A value that names a fact instead of being one: an object with the field `fact`. */
export function isFactReference(value: JsonValue | undefined): value is JsonObject & FactReference {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'fact');
}
