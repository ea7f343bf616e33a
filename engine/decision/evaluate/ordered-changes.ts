import type { JsonValue } from '../../json.ts';
import { offsetOf, ordinalOf, ordinalStep, textOfOrdinal, type OrderedType } from '../cell/ordinal.ts';
import type { OutcomeChange } from './outcome-change.ts';
import { sameVerdict, type TryValue, type Verdict } from './try-value.ts';

/** The most limits that are looked at on each side of the value. chosen: 250, which takes some milliseconds. */
const mostLimits = 250;
/** The most ranges that are told for an absent value. */
const mostRanges = 8;

/** A stretch of the number line on which a table decides alike: a point, or what lies between two. */
interface Stretch {
  low: number;
  high: number;
  isPoint: boolean;
}

/** A change, and how far it is from the value now: 0 to 1. */
export interface RatedChange {
  found: Pick<OutcomeChange, 'change' | 'value' | 'outcome' | 'row'>;
  effort: number;
}

/**
 * The ranges next to a value in which the outcome is another, one below and one above; for an absent value those that
 * come first.
 * @param type of the input
 * @param now its value, or null
 * @param operands what it is compared with
 * @param tryValue decides with another value
 */
export function orderedChanges(
  type: OrderedType,
  now: JsonValue,
  operands: readonly JsonValue[],
  tryValue: TryValue,
): RatedChange[] {
  const ordinals = operands.map((value) => ordinalOf(value, type)).filter((ordinal) => ordinal !== null);
  const limits = [...new Set(ordinals)].sort((left, right) => left - right);
  if (limits.length === 0) return [];
  const at = ordinalOf(now, type);
  const offset = [now, ...operands].map((value) => offsetOf(value, type)).find((kind) => kind !== null) ?? 'local';
  const line = new NumberLine(type, at, (ordinal) => textOfOrdinal(ordinal, type, offset), tryValue);
  if (at === null) return line.ranges(stretchesOf(limits.slice(0, mostLimits), type, { until: limits[mostLimits] }));
  const [below, above] = [limits.filter((limit) => limit < at), limits.filter((limit) => limit > at)];
  const down = stretchesOf(below.slice(-mostLimits), type, { from: below.at(-mostLimits - 1), until: at });
  const up = stretchesOf(above.slice(0, mostLimits), type, { from: at, until: above[mostLimits] });
  const span = Math.max(at, limits.at(-1) as number) - Math.min(at, limits[0] as number);
  return [line.nearest(down.reverse(), span), line.nearest(up, span)].filter((change) => change !== null);
}

/** Points and what lies between them; on one side of a value what lies beside it is its own stretch. */
function stretchesOf(
  limits: readonly number[],
  type: OrderedType,
  { from = -Infinity, until = Infinity }: { from?: number | undefined; until?: number | undefined },
): Stretch[] {
  const stretches: Stretch[] = [];
  let last = from;
  for (const limit of [...limits, until]) {
    if (hasRoom(last, limit, type)) stretches.push({ low: last, high: limit, isPoint: false });
    if (limit !== until) stretches.push({ low: limit, high: limit, isPoint: true });
    last = limit;
  }
  return stretches;
}

function hasRoom(low: number, high: number, type: OrderedType): boolean {
  const step = ordinalStep(type);
  return high > low && (step === null || high - low > step);
}

class NumberLine {
  private readonly type: OrderedType;
  private readonly at: number | null;
  private readonly textOf: (ordinal: number) => JsonValue;
  private readonly tryValue: TryValue;

  constructor(type: OrderedType, at: number | null, textOf: NumberLine['textOf'], tryValue: TryValue) {
    this.type = type;
    this.at = at;
    this.textOf = textOf;
    this.tryValue = tryValue;
  }

  /** The first run of stretches with one other outcome. @param stretches away from the value */
  nearest(stretches: readonly Stretch[], span: number): RatedChange | null {
    for (const [index, stretch] of stretches.entries()) {
      const value = this.valueIn(stretch);
      const verdict = this.verdictOf(value);
      if (verdict?.isOther !== true) continue;
      const run = this.runFrom(stretches, index, verdict);
      const distance = Math.abs((ordinalOf(value, this.type) ?? 0) - (this.at as number));
      return { found: this.found(run, value, verdict), effort: Math.min(1, distance / span) };
    }
    return null;
  }

  /** All runs, upwards. */
  ranges(stretches: readonly Stretch[]): RatedChange[] {
    const changes: RatedChange[] = [];
    for (let index = 0; index < stretches.length && changes.length < mostRanges;) {
      const value = this.valueIn(stretches[index] as Stretch);
      const verdict = this.verdictOf(value);
      const run = verdict === null ? [stretches[index] as Stretch] : this.runFrom(stretches, index, verdict);
      if (verdict?.isOther === true) changes.push({ found: this.found(run, value, verdict), effort: 1 });
      index += run.length;
    }
    return changes;
  }

  private runFrom(stretches: readonly Stretch[], index: number, verdict: Verdict): Stretch[] {
    const run = [stretches[index] as Stretch];
    for (const next of stretches.slice(index + 1)) {
      const further = this.verdictOf(this.valueIn(next));
      if (further === null || !sameVerdict(further, verdict)) break;
      run.push(next);
    }
    return run;
  }

  /** A figure that no value of the type has is no absent value. */
  private verdictOf(value: JsonValue): Verdict | null {
    return value === null ? null : this.tryValue(value);
  }

  private found(run: readonly Stretch[], value: JsonValue, { outcome, row }: Verdict): RatedChange['found'] {
    const first = run.reduce((least, stretch) =>
      stretch.low < least.low || (least.low === stretch.low && stretch.isPoint) ? stretch : least,
    );
    const last = run.reduce((most, stretch) =>
      stretch.high > most.high || (most.high === stretch.high && stretch.isPoint) ? stretch : most,
    );
    const [low, high] = [this.endOf(first.low), this.endOf(last.high)];
    const change = { kind: 'between', low, lowIncluded: first.isPoint, high, highIncluded: last.isPoint } as const;
    return { change, value, outcome, row };
  }

  private endOf(ordinal: number): JsonValue {
    return Number.isFinite(ordinal) ? this.textOf(ordinal) : null;
  }

  /** A value of the stretch, near the one now, with no more decimals than the limits have where there is room. */
  private valueIn({ low, high, isPoint }: Stretch): JsonValue {
    if (isPoint) return this.textOf(low);
    const isAbove = this.at === null ? Number.isFinite(low) : low >= this.at;
    const near = isAbove ? low : high;
    const step = this.type === 'number' ? stepOf([near, this.at ?? near]) : 1;
    const beside = rounded(isAbove ? near + step : near - step, step);
    return this.textOf(beside > low && beside < high ? beside : (low + high) / 2);
  }
}

/** 1, or a unit of the last decimal. */
function stepOf(numbers: readonly number[]): number {
  const decimals = numbers.map((number) => /\.(\d+)$/.exec(String(number))?.[1]?.length ?? 0);
  return 10 ** -Math.max(...decimals);
}

function rounded(value: number, step: number): number {
  return step === 1 ? value : Number(value.toFixed(Math.round(-Math.log10(step))));
}
