import type { JsonValue } from '../../json.ts';
import type { RuleOperator } from './rule-operators.ts';
import type { RulePath } from './rule-path.ts';

/** A value to read, once per run: a fact, or a path inside of it. */
export interface CompiledPlace {
  id: number;
  fact: string;
  path: RulePath | null;
}

interface Numbered {
  /** Place in the memory of a run; equal conditions of a rule set are one. */
  id: number;
}

/** Compares a place with a constant or with another place. */
export interface CompiledLeaf extends Numbered {
  kind: 'leaf';
  fact: CompiledPlace;
  /** With its decorators. */
  name: string;
  operator: RuleOperator;
  value: CompiledPlace | null;
  constant: JsonValue;
}

/** Parts by descending priority; those of one priority are all looked at before the next. */
export interface CompiledGroup extends Numbered {
  kind: 'all' | 'any';
  sets: CompiledCondition[][];
}

export interface CompiledNot extends Numbered {
  kind: 'not';
  part: CompiledCondition;
}

/** A reference to a shared condition that does not exist. */
export interface MissingCondition extends Numbered {
  kind: 'missing';
  name: string;
}

export type CompiledCondition = CompiledLeaf | CompiledGroup | CompiledNot | MissingCondition;
