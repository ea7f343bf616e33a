import { errorIssue, type Issue } from '../../issue.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { CompiledCondition, CompiledGroup, CompiledLeaf, CompiledPlace } from './compiled-condition.ts';
import { readRulePath } from './rule-path.ts';

/**
 * When a condition is settled.
 *
 * json-rules-engine looks at rules of one priority at once, as chains of promises, and its events come in the order in
 * which these chains end: a rule that nests deeper ends later, whatever its place in the list. So that our events come in
 * the same order, each condition carries the number of turns of the queue of microtasks after which its promise settles.
 * Nothing that a rule does depends on another, so turns and, among equals, the order of the rules say it all.
 * @source ECMAScript 2024, 27.2.1.3.2 and 27.2.2.2 (a promise resolved with a promise takes two turns more);
 *   json-rules-engine 7.3.1, `rule.js` and `condition.js`
 */
export interface Settled {
  value: boolean;
  /** Turns from the look at the condition to the end of its promise. */
  turns: number;
  /** The run fails with this. */
  failure: Issue | null;
  /** The failure is thrown on the spot instead of rejecting a promise. */
  thrown: boolean;
}

/** The facts of a run, and what is known of conditions already. */
export interface RunState {
  facts: JsonObject;
  allowUndefinedFacts: boolean;
  allowUndefinedConditions: boolean;
  /** By the id of the place. */
  places: (ReadPlace | undefined)[];
  /** By the id of the condition. */
  settled: (Settled | undefined)[];
}

export interface ReadPlace {
  value: JsonValue | undefined;
  /** A path inside a fact takes a turn. */
  turns: number;
  failure: Issue | null;
}

/** Turns of a comparison: the values of both sides, the operator, and the note of its result. */
const leafTurns = 3;
/** Turns of a set of parts beyond the slowest of them: gathered, judged, and handed to the next set. */
const setTurns = 3;

/** Reads a fact, once per run. */
export function readPlace(state: RunState, place: CompiledPlace): ReadPlace {
  return (state.places[place.id] ??= read(state, place));
}

function read({ facts, allowUndefinedFacts }: RunState, { fact, path }: CompiledPlace): ReadPlace {
  if (!Object.hasOwn(facts, fact)) {
    const failure = allowUndefinedFacts ? null : errorIssue('undefined_fact', [fact], { fact });
    return { value: undefined, turns: 0, failure };
  }
  const value = facts[fact];
  if (path === null) return { value, turns: 0, failure: null };
  try {
    return { value: readRulePath(value, path), turns: 1, failure: null };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { value: undefined, turns: 1, failure: errorIssue('operator_failed', [fact], { fact }) };
  }
}

/** Settles a condition, once per run. */
export function settle(state: RunState, condition: CompiledCondition): Settled {
  return (state.settled[condition.id] ??= settleAnew(state, condition));
}

function settleAnew(state: RunState, condition: CompiledCondition): Settled {
  switch (condition.kind) {
    case 'leaf':
      return settleLeaf(state, condition);
    case 'missing': {
      if (state.allowUndefinedConditions) return { value: false, turns: 0, failure: null, thrown: false };
      const failure = errorIssue('undefined_condition', [condition.name], { condition: condition.name });
      return { value: false, turns: 0, failure, thrown: true };
    }
    case 'not': {
      const part = settle(state, condition.part);
      return part.thrown ? part : { ...part, value: !part.value, turns: part.turns + 2 };
    }
    case 'all':
    case 'any': {
      const settled = settleGroup(state, condition);
      return settled.thrown ? settled : { ...settled, turns: settled.turns + 1 };
    }
  }
}

function settleLeaf(state: RunState, { fact, value, operator, constant }: CompiledLeaf): Settled {
  const left = readPlace(state, fact);
  const right = value === null ? null : readPlace(state, value);
  const failed = firstFailed(right, left);
  if (failed !== null) return { value: false, turns: leafTurns + failed.turns, failure: failed.failure, thrown: false };
  const turns = leafTurns + Math.max(left.turns, right?.turns ?? 0);
  try {
    const passes = operator(left.value, right === null ? constant : right.value);
    return { value: passes, turns, failure: null, thrown: false };
  } catch (error) {
    // A TypeError: `in` without a list and its kin. A RangeError: a list nested too deep to be written as text.
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    return {
      value: false,
      turns,
      failure: errorIssue('operator_failed', [fact.fact], { fact: fact.fact }),
      thrown: false,
    };
  }
}

/** The value is looked up before the fact. */
function firstFailed(right: ReadPlace | null, left: ReadPlace): ReadPlace | null {
  if (right === null || right.failure === null) return left.failure === null ? null : left;
  return left.failure !== null && left.turns < right.turns ? left : right;
}

/** A group without the turn in which an enclosing condition notes its result: what the root of a rule takes. */
export function settleGroup(state: RunState, { kind, sets }: CompiledGroup): Settled {
  const first = sets[0];
  if (first === undefined) return { value: true, turns: 0, failure: null, thrown: false };
  if (sets.length === 1 && first.length === 1) return settle(state, first[0] as CompiledCondition);
  let value = kind === 'all';
  let turns = 0;
  for (const [index, set] of sets.entries()) {
    if (value === (kind === 'any')) {
      turns += 1;
      continue;
    }
    const parts = set.map((part) => settle(state, part));
    const failed = firstFailure(parts);
    if (failed !== null) {
      const own = failed.thrown ? 1 : 1 + failed.turns + setTurns;
      return { value: false, turns: turns + own + (sets.length - 1 - index), failure: failed.failure, thrown: false };
    }
    value = kind === 'all' ? parts.every((part) => part.value) : parts.some((part) => part.value);
    turns += 1 + parts.reduce((slowest, part) => Math.max(slowest, part.turns), 0) + setTurns;
  }
  return { value, turns, failure: null, thrown: false };
}

/** One that is thrown, for it stops the look at the others; or the one that rejects first. */
export function firstFailure<Part extends Settled>(parts: readonly Part[]): Part | null {
  let first: Part | null = null;
  for (const part of parts) {
    if (part.failure === null) continue;
    if (part.thrown) return part;
    if (first === null || part.turns < first.turns) first = part;
  }
  return first;
}
