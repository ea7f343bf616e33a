import type { JsonObject, JsonValue } from '../../json.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { CompiledCondition, CompiledPlace } from './compiled-condition.ts';
import { QuickCompiler, type QuickCondition, type QuickRun } from './quick-condition.ts';
import { readRulePath } from './rule-path.ts';
import { leavesOfPlainRule, PlaceMasks } from './rule-masks.ts';
import { ruleTurns } from './rule-turns.ts';
import type { RootCondition, RuleEvent, RuleSet } from './rule-set.ts';

/** Rules that cannot fail and whose events come in an order that facts do not change, in that order. */
export interface QuickRules {
  events: RuleEvent[];
  conditions: QuickCondition[];
  places: readonly CompiledPlace[];
  /** Facts without which the run would fail, or the order of events change. */
  needed: string[];
  known: Uint8Array;
  /** By place: the rules that are a plain `all`, together; null where there are few. */
  masks: (PlaceMasks | null)[] | null;
  /** Which rules these are, as a mask. */
  masked: Int32Array;
}

/** Chosen by measurement: fewer rules are faster one by one. */
const minMasked = 16;

/**
 * Finds out whether a rule set can be run without looking at turns and failures.
 * @returns null when some rule may fail, or the order of events depends on more than which facts are there
 */
export function quickRules(
  ruleSet: RuleSet,
  shared: ReadonlyMap<string, RootCondition>,
  groups: readonly CompiledRule[][],
  places: readonly CompiledPlace[],
  conditionCount: number,
): QuickRules | null {
  const rules = groups.flat();
  if (rules.some(({ event, replaced }) => event.type === 'error' || replaced !== null)) return null;
  const compiler = new QuickCompiler(
    rules.map(({ root }) => root),
    ruleSet.allowUndefinedConditions === true,
  );
  const quick: QuickRules = {
    events: [],
    conditions: [],
    places,
    needed: [],
    known: new Uint8Array(conditionCount),
    masks: null,
    masked: new Int32Array(0),
  };
  const roots: CompiledCondition[] = [];
  const needed = new Set(ruleSet.allowUndefinedFacts === true ? [] : places.map(({ fact }) => fact));
  for (const group of groups) {
    const timed = group.map((rule) => ({ rule, turns: ruleTurns(rule.rule, shared, false) }));
    if (timed.length > 1) {
      if (timed.some(({ turns }) => turns.least !== turns.most)) return null;
      for (const { fact, path } of places) if (path !== null) needed.add(fact);
      timed.sort((a, b) => a.turns.least - b.turns.least);
    }
    for (const { rule } of timed) {
      const condition = compiler.compile(rule.root);
      if (condition === null) return null;
      quick.conditions.push(condition);
      quick.events.push(rule.event);
      roots.push(rule.root);
    }
  }
  makeMasks(quick, roots);
  quick.needed = [...needed];
  return quick;
}

function makeMasks(quick: QuickRules, roots: readonly CompiledCondition[]): void {
  const plain = roots.map(leavesOfPlainRule);
  if (plain.filter((leaves) => leaves !== null).length < minMasked) return;
  const wordCount = Math.ceil(roots.length / 32);
  quick.masked = new Int32Array(wordCount);
  const masks = quick.places.map((): PlaceMasks | null => null);
  for (const [index, leaves] of plain.entries()) {
    if (leaves === null) continue;
    quick.masked[index >>> 5] = (quick.masked[index >>> 5] as number) | (1 << (index & 31));
    for (const leaf of leaves) (masks[leaf.fact.id] ??= new PlaceMasks(wordCount)).add(index, leaf);
  }
  for (const mask of masks) mask?.finish();
  quick.masks = masks;
}

/**
 * Runs such rules.
 * @returns events and failure events; null for facts that need the exact way: a needed one is absent, or a value is an object
 */
export function runQuickRules(
  quick: QuickRules,
  facts: JsonObject,
): { events: RuleEvent[]; failureEvents: RuleEvent[] } | null {
  const values = readValues(quick, facts);
  if (values === null) return null;
  const { events, conditions, known, masked } = quick;
  known.fill(0);
  const run: QuickRun = { values, known };
  const together = passingTogether(quick, values);
  const passed: RuleEvent[] = [];
  const failed: RuleEvent[] = [];
  for (let index = 0; index < conditions.length; index++) {
    const bit = 1 << (index & 31);
    const passes =
      together !== null && ((masked[index >>> 5] as number) & bit) !== 0
        ? ((together[index >>> 5] as number) & bit) !== 0
        : (conditions[index] as QuickCondition)(run);
    (passes ? passed : failed).push(events[index] as RuleEvent);
  }
  return { events: passed, failureEvents: failed };
}

function readValues({ places, needed }: QuickRules, facts: JsonObject): (JsonValue | undefined)[] | null {
  for (const fact of needed) if (!Object.hasOwn(facts, fact)) return null;
  const values: (JsonValue | undefined)[] = [];
  for (const { fact, path } of places) {
    const value = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    if (path !== null && !path.plain) return null;
    const read = path === null ? value : readRulePath(value, path);
    if (typeof read === 'object' && read !== null && !isListOfPlain(read)) return null;
    values.push(read);
  }
  return values;
}

/** The rules that are a plain `all` and pass. */
function passingTogether({ masks, masked }: QuickRules, values: readonly (JsonValue | undefined)[]): Int32Array | null {
  if (masks === null) return null;
  const passing = Int32Array.from(masked);
  for (let place = 0; place < masks.length; place++) {
    const mask = masks[place]?.maskOf(values[place]);
    if (mask === undefined) continue;
    for (let word = 0; word < passing.length; word++)
      passing[word] = (passing[word] as number) & (mask[word] as number);
  }
  return passing;
}

function isListOfPlain(value: JsonValue[] | JsonObject): boolean {
  return Array.isArray(value) && value.every((member) => typeof member !== 'object' || member === null);
}
