import type { JsonValue } from '../../json.ts';
import type { CompiledCondition, CompiledLeaf } from './compiled-condition.ts';

/** The values of a run by the id of their place, and what is known of conditions: 0 nothing yet, 1 false, 2 true. */
export interface QuickRun {
  values: (JsonValue | undefined)[];
  known: Uint8Array;
}

export type QuickCondition = (run: QuickRun) => boolean;

/** Chosen: from here on a look into a Set is faster than one along the list. */
const minSetSize = 8;

/**
 * Makes conditions that cannot fail, whatever plain values the facts have, functions of the values alone: without the turns
 * and failures of `settle`, and only as far as the answer needs. Conditions that stand in several places are asked once.
 */
export class QuickCompiler {
  private readonly made = new Map<number, QuickCondition | null>();
  private readonly uses = new Map<number, number>();
  private readonly allowUndefinedConditions: boolean;

  /** @param roots all conditions that will be compiled */
  constructor(roots: readonly CompiledCondition[], allowUndefinedConditions: boolean) {
    this.allowUndefinedConditions = allowUndefinedConditions;
    for (const root of roots) this.count(root);
  }

  /** Null for a condition that may fail. */
  compile(condition: CompiledCondition): QuickCondition | null {
    let quick = this.made.get(condition.id);
    if (quick === undefined) {
      quick = this.make(condition);
      if (quick !== null && (this.uses.get(condition.id) ?? 0) > 1) quick = remembered(quick, condition.id);
      this.made.set(condition.id, quick);
    }
    return quick;
  }

  private make(condition: CompiledCondition): QuickCondition | null {
    switch (condition.kind) {
      case 'leaf':
        return quickLeaf(condition);
      case 'missing':
        return this.allowUndefinedConditions ? () => false : null;
      case 'not': {
        const part = this.compile(condition.part);
        return part && ((run) => !part(run));
      }
      case 'all':
      case 'any': {
        const parts = condition.sets.flat().map((part) => this.compile(part));
        if (parts.includes(null)) return null;
        return condition.kind === 'all' ? quickAll(parts as QuickCondition[]) : quickAny(parts as QuickCondition[]);
      }
    }
  }

  private count(condition: CompiledCondition): void {
    const uses = (this.uses.get(condition.id) ?? 0) + 1;
    this.uses.set(condition.id, uses);
    if (uses > 1) return;
    if (condition.kind === 'not') this.count(condition.part);
    if (condition.kind === 'all' || condition.kind === 'any')
      for (const part of condition.sets.flat()) this.count(part);
  }
}

function remembered(quick: QuickCondition, id: number): QuickCondition {
  return (run) => {
    const known = run.known[id];
    if (known !== 0) return known === 2;
    const value = quick(run);
    run.known[id] = value ? 2 : 1;
    return value;
  };
}

function quickAll(parts: readonly QuickCondition[]): QuickCondition {
  return (run) => {
    for (const part of parts) if (!part(run)) return false;
    return true;
  };
}

/** Without parts json-rules-engine says true. */
function quickAny(parts: readonly QuickCondition[]): QuickCondition {
  if (parts.length === 0) return () => true;
  return (run) => {
    for (const part of parts) if (part(run)) return true;
    return false;
  };
}

const orders = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];
const ofList = ['contains', 'doesNotContain'];

/** Operators that throw for no plain value: those that look in a list need it as their constant. */
function cannotFail({ name, value, constant }: CompiledLeaf): boolean {
  const decorators = name.split(':');
  const base = decorators.pop() as string;
  if (decorators.some((decorator) => decorator !== 'not' && decorator !== 'someFact' && decorator !== 'everyFact'))
    return false;
  if (base === 'in' || base === 'notIn')
    return value === null && (Array.isArray(constant) || typeof constant === 'string');
  return base === 'equal' || base === 'notEqual' || orders.includes(base) || ofList.includes(base);
}

function quickLeaf(leaf: CompiledLeaf): QuickCondition | null {
  if (!cannotFail(leaf)) return null;
  const { name, operator, constant } = leaf;
  const left = leaf.fact.id;
  if (leaf.value !== null) {
    const right = leaf.value.id;
    return ({ values }) => operator(values[left], values[right]);
  }
  if (name === 'equal') return ({ values }) => values[left] === constant;
  if ((name === 'in' || name === 'notIn') && Array.isArray(constant) && constant.length >= minSetSize) {
    const members = new Set(constant);
    const wanted = name === 'in';
    return ({ values }) => members.has(values[left] as JsonValue) === wanted;
  }
  const compare = typeof constant === 'number' ? numberOrder(name, constant) : null;
  if (compare === null) return ({ values }) => operator(values[left], constant);
  return ({ values }) => {
    const value = values[left];
    return typeof value === 'number' ? compare(value) : operator(value, constant);
  };
}

function numberOrder(name: string, bound: number): ((value: number) => boolean) | null {
  switch (name) {
    case 'lessThan':
      return (value) => value < bound;
    case 'lessThanInclusive':
      return (value) => value <= bound;
    case 'greaterThan':
      return (value) => value > bound;
    case 'greaterThanInclusive':
      return (value) => value >= bound;
    default:
      return null;
  }
}
