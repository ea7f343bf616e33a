import { isFactReference, type JsonCondition, type JsonRule, type RootCondition } from './rule-set.ts';

/** The least and the most turns that a condition may take, whatever the facts (see `settle-condition.ts`). */
export interface TurnRange {
  least: number;
  most: number;
}

/**
 * How long a rule may take, which says in which order rules of one priority give their events.
 * @param shared the shared conditions, by name; a missing one takes no turn
 * @param mayBeUndefined a fact may be missing, and then its path takes no turn
 */
export function ruleTurns(
  rule: JsonRule,
  shared: ReadonlyMap<string, RootCondition>,
  mayBeUndefined: boolean,
): TurnRange {
  const known = new Map<string, TurnRange>();
  const range = turnsOf(rule.conditions);
  // The root of a rule notes no result of its own, unless it is a reference.
  return 'condition' in rule.conditions ? range : plus(range, -1);

  function turnsOf(condition: JsonCondition): TurnRange {
    if ('all' in condition) return plus(groupTurns(condition.all), 1);
    if ('any' in condition) return plus(groupTurns(condition.any), 1);
    if ('not' in condition) return plus(turnsOf(condition.not), 2);
    if ('condition' in condition) return followed(condition.condition);
    const hasPath = Boolean(condition.path) || (isFactReference(condition.value) && Boolean(condition.value.path));
    return { least: hasPath && !mayBeUndefined ? 4 : 3, most: hasPath ? 4 : 3 };
  }

  function followed(name: string): TurnRange {
    let range = known.get(name);
    if (range === undefined) {
      const condition = shared.get(name);
      range = condition === undefined ? { least: 0, most: 0 } : turnsOf(condition);
      known.set(name, range);
    }
    return range;
  }

  function groupTurns(parts: readonly JsonCondition[]): TurnRange {
    const [only] = parts;
    if (only === undefined) return { least: 0, most: 0 };
    if (parts.length === 1) return turnsOf(only);
    const priorities = [...new Set(parts.map((part) => part.priority ?? 1))].sort((a, b) => b - a);
    const ranges = priorities.map((priority) =>
      slowest(parts.filter((part) => (part.priority ?? 1) === priority).map(turnsOf)),
    );
    return ranges.reduce(
      (total, { least, most }, index) => ({
        least: total.least + (index === 0 ? least + 4 : 1),
        most: total.most + most + 4,
      }),
      { least: 0, most: 0 },
    );
  }
}

function slowest(ranges: readonly TurnRange[]): TurnRange {
  return {
    least: ranges.reduce((turns, { least }) => Math.max(turns, least), 0),
    most: ranges.reduce((turns, { most }) => Math.max(turns, most), 0),
  };
}

function plus({ least, most }: TurnRange, turns: number): TurnRange {
  return { least: least + turns, most: most + turns };
}
