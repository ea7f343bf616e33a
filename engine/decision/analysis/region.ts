import { ordinalOf, textOfOrdinal } from '../cell/ordinal.ts';
import { parseUnaryTests } from '../cell/parse-unary-tests.ts';
import type { Operand, UnaryTest } from '../cell/unary-tests.ts';
import type { DaysOfValidity } from '../facts/day.ts';
import type { Region } from './analysis.ts';
import { addMember, type ClassSet, emptySet, firstMember, hasMember, intersection, isEmptySet } from './class-set.ts';
import type { Dimension } from './dimension.ts';
import type { Space } from './table-space.ts';
import type { Box } from './box.ts';

/** A box that cells can say. */
export interface ToldBox {
  box: Box;
  /** Null where a dimension has no cell for it. */
  region: Region | null;
}

/**
 * Says the largest part of a box that holds a point of its core and can be written as one row.
 * @param space the table
 * @param box not empty
 * @param core a part of the box, not empty
 * @returns the part and its cells; the whole box and no cells where a dimension (a list with many members) cannot be said
 */
export function tellBox(space: Space, box: Box, core: Box): ToldBox {
  const told: Box = [];
  let region: Region | null = { when: {} };
  for (const [axis, dimension] of space.dimensions.entries()) {
    const all = box[axis] as ClassSet;
    const inner = core[axis] as ClassSet;
    const present = intersection(inner, dimension.present);
    const around = firstMember(isEmptySet(present) ? inner : present);
    const isDay = dimension.inputs.length === 0;
    const set = isDay ? stretchAround(dimension, all, around) : all;
    const expressed = dimension.express(set, around);
    if (expressed === null || !hasMember(expressed.set, around)) {
      told.push(set);
      region = null;
      continue;
    }
    told.push(expressed.set);
    if (region === null) continue;
    if (isDay) Object.assign(region, daysOf(expressed.cells[0] as string));
    for (const [index, { id }] of dimension.inputs.entries()) {
      const cell = expressed.cells[index] as string;
      if (cell !== '-') region.when[id] = cell;
    }
  }
  return { box: told, region };
}

/** A row has one first and one last day: the days around a member without a hole. */
function stretchAround({ universe, classCount }: Dimension, set: ClassSet, around: number): ClassSet {
  const stretch = emptySet(classCount);
  for (const step of [-1, 1]) {
    for (let member = around; member >= 0 && member < classCount; member += step) {
      if (!hasMember(universe, member)) continue;
      if (!hasMember(set, member)) break;
      addMember(stretch, member);
    }
  }
  return stretch;
}

/** First and last day from the cell of a stretch of days. */
function daysOf(cell: string): DaysOfValidity {
  const parsed = parseUnaryTests(cell);
  const test = parsed.ok && parsed.value.kind === 'tests' ? parsed.value.tests[0] : undefined;
  return test === undefined ? {} : boundsOf(test);
}

function boundsOf(test: UnaryTest): DaysOfValidity {
  if (test.kind === 'interval') {
    return {
      validFrom: dayOf(test.low, test.lowIncluded ? 0 : 1),
      validUntil: dayOf(test.high, test.highIncluded ? 0 : -1),
    };
  }
  if (test.kind === 'list') return {};
  switch (test.operator) {
    case '!=':
      return {};
    case '=':
      return { validFrom: dayOf(test.operand, 0), validUntil: dayOf(test.operand, 0) };
    case '>':
    case '>=':
      return { validFrom: dayOf(test.operand, test.operator === '>' ? 1 : 0) };
    case '<':
    case '<=':
      return { validUntil: dayOf(test.operand, test.operator === '<' ? -1 : 0) };
  }
}

function dayOf(operand: Operand, shift: number): string {
  const value = operand.kind === 'literal' ? operand.value : null;
  return String(textOfOrdinal((ordinalOf(value, 'date') ?? 0) + shift, 'date'));
}
