import type { JsonValue } from '../../json.ts';
import { ordinalOf, offsetOf } from '../cell/ordinal.ts';
import { joinPath } from '../facts/read-path.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';
import type { TableInput, ValueType } from '../model.ts';
import { absenceOf, listAtom, listCells, listFull, listValues, presence, type ListAtom } from './list-atoms.ts';
import { parseOperator } from './rule-operators.ts';
import { parseRulePath } from './rule-path.ts';
import { isFactReference, type FactCondition, type JsonCondition } from './rule-set.ts';
import { isFourDigitYear } from './temporal-bounds.ts';
import { ValueClasses } from './value-classes.ts';

/** A column that comparisons are turned into, with all that they ask of it as bits. */
export interface ImportColumn {
  input: TableInput;
  full: bigint;
  /** The cells that together pass these values: one, where a cell can say it. */
  cells(values: bigint): UnaryTests[];
}

/** What a comparison asks of a column; or why no column can say it. */
export type ColumnValues = { column: number; values: bigint } | { refused: ImportReason };

/** Why a rule cannot be a row; the wording is that of `rule_not_importable`. */
export type ImportReason =
  | 'fact_against_fact'
  | 'path'
  | 'mixed_types'
  | 'text_order'
  | 'operator'
  | 'may_fail'
  | 'null_or_absent'
  | 'too_many_rows'
  | 'too_many_values'
  | 'missing_condition';

/** Chosen: every value of a column is held against every comparison with it. */
const maxConstants = 2000;
const absentFact = 'steward:absent';

/** One fact, or path inside of one, that comparisons read. */
interface Place {
  path: string;
  /** Undefined is another value than null to json-rules-engine, and may occur. */
  mayBeUndefined: boolean;
  isList: boolean;
  /** It is compared by order; by equality. */
  hasOrder: boolean;
  hasEquality: boolean;
  constants: Set<JsonValue>;
  /** Index of the column, once there is one. */
  column: number | null;
  classes: ValueClasses | null;
  /** Columns of a list: one per question about it. */
  atoms: Map<string, number>;
}

/** Turns the comparisons of a rule set into columns of a table. */
export class ImportColumns {
  readonly columns: ImportColumn[] = [];
  /** Indexes of columns that rules only ask whether they are there, so that nothing says their type. */
  readonly untyped: number[] = [];
  private readonly places = new Map<string, Place>();
  private readonly ids = new Set<string>();
  private readonly allowUndefinedFacts: boolean;

  /** @param leaves all comparisons of the rule set: they say which types columns have, and which values they tell apart */
  constructor(leaves: readonly FactCondition[], allowUndefinedFacts: boolean) {
    this.allowUndefinedFacts = allowUndefinedFacts;
    for (const leaf of leaves) this.note(leaf);
  }

  /** What a comparison asks, as values of one column. */
  valuesOf(leaf: FactCondition): ColumnValues {
    const place = this.placeOf(leaf);
    if (place === null) return { refused: 'path' };
    const isAbsence = isFactReference(leaf.value) && leaf.value.fact === absentFact && !leaf.value.path;
    if (isFactReference(leaf.value) && !isAbsence) return { refused: 'fact_against_fact' };
    return place.isList ? this.ofList(place, leaf, isAbsence) : this.ofValue(place, leaf, isAbsence);
  }

  private ofList(place: Place, leaf: FactCondition, isAbsence: boolean): ColumnValues {
    const ofAbsence =
      isAbsence || leaf.value === null ? absenceOf(leaf.operator, isAbsence, place.mayBeUndefined) : null;
    if (ofAbsence !== null) return { column: this.atomColumn(place, presence), values: ofAbsence };
    const atom = isAbsence ? null : listAtom(leaf.operator, leaf.value);
    if (atom === null) return { refused: 'operator' };
    return { column: this.atomColumn(place, atom), values: listValues(atom) };
  }

  private atomColumn(place: Place, atom: ListAtom): number {
    let column = place.atoms.get(atom.key);
    if (column === undefined) {
      column = this.add(place, 'list', listFull, (values) => listCells(values, atom.tests));
      place.atoms.set(atom.key, column);
    }
    return column;
  }

  private ofValue(place: Place, leaf: FactCondition, isAbsence: boolean): ColumnValues {
    if (place.constants.size > maxConstants) return { refused: 'too_many_values' };
    const parsed = parseOperator(leaf.operator);
    if (!parsed.ok || !tellsClasses(leaf, isAbsence)) return { refused: 'operator' };
    const type = typeOf(place);
    if (type === null) return { refused: 'mixed_types' };
    if (type === 'string' && place.hasOrder) return { refused: 'text_order' };
    place.classes ??= new ValueClasses(type, type === 'string' ? place.constants : withoutBlank(place.constants));
    const { classes } = place;
    if (place.column === null) {
      place.column = this.add(place, type, classes.full, (values) => classes.cells(values));
      if (place.constants.size === 0) this.untyped.push(place.column);
    }
    const value = isAbsence ? undefined : leaf.value;
    try {
      const values = classes.select((fact) => parsed.operator(fact, value), place.mayBeUndefined);
      return { column: place.column, values };
    } catch (error) {
      if (error instanceof TypeError) return { refused: 'may_fail' };
      throw error;
    }
  }

  private add(place: Place, type: ValueType, full: bigint, cells: ImportColumn['cells']): number {
    const id = this.uniqueId(place.path);
    this.columns.push({ input: { id, name: id, path: place.path, type }, full, cells });
    return this.columns.length - 1;
  }

  private uniqueId(path: string): string {
    const plain = path.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^(?=\d)|^$/u, '_');
    let id = plain;
    for (let count = 2; this.ids.has(id); count++) id = `${plain}_${count}`;
    this.ids.add(id);
    return id;
  }

  private note(leaf: FactCondition): void {
    const place = this.placeOf(leaf);
    if (place === null || isFactReference(leaf.value)) return;
    if (isAboutList(leaf.operator)) place.isList = true;
    if (asksOrder(leaf.operator)) place.hasOrder = true;
    else if (leaf.value !== null) place.hasEquality = true;
    for (const value of Array.isArray(leaf.value) ? leaf.value : [leaf.value]) {
      // A list in a list is one value of a column that nothing equals; its type says that the column is mixed.
      if (value !== null) place.constants.add(typeof value === 'object' ? '[object]' : value);
    }
  }

  private placeOf({ fact, path }: FactCondition): Place | null {
    const parsed = path ? parseRulePath(path) : null;
    if (parsed !== null && (!parsed.ok || !parsed.value.plain)) return null;
    const tokens = parsed === null || !parsed.ok ? [] : parsed.value.tokens.filter((token) => token !== '$');
    const joined = tokens.includes('length') ? null : joinPath([fact, ...tokens]);
    if (joined === null) return null;
    let place = this.places.get(joined);
    if (place === undefined) {
      const mayBeUndefined = this.allowUndefinedFacts || tokens.length > 0;
      const empty = { isList: false, hasOrder: false, hasEquality: false, column: null, classes: null };
      place = { path: joined, mayBeUndefined, constants: new Set(), atoms: new Map(), ...empty };
      this.places.set(joined, place);
    }
    return place;
  }
}

/** All comparisons inside of conditions, in their order. */
export function leavesOf(conditions: Iterable<JsonCondition>): FactCondition[] {
  const leaves: FactCondition[] = [];
  const open = [...conditions].reverse();
  for (let condition = open.pop(); condition !== undefined; condition = open.pop()) {
    if ('all' in condition) open.push(...condition.all.toReversed());
    else if ('any' in condition) open.push(...condition.any.toReversed());
    else if ('not' in condition) open.push(condition.not);
    else if (!('condition' in condition)) leaves.push(condition);
  }
  return leaves;
}

/**
 * The type that all values have; `string` for none. Texts that are compared by order are days or local times, or have no
 * order in a table; those that are only equal or not may stay texts.
 */
function typeOf({ constants, hasOrder, hasEquality }: Place): ValueType | null {
  const types = new Set([...constants].map((value) => typeof value));
  if (types.size > 1 || constants.has('[object]')) return null;
  if (types.has('number')) return 'number';
  if (types.has('boolean')) return 'boolean';
  const texts = [...withoutBlank(constants)] as string[];
  if (!hasOrder || texts.length === 0) return 'string';
  if (texts.every((text) => ordinalOf(text, 'date') !== null && isFourDigitYear(text))) return 'date';
  // A time may be spelled in several ways, which are one time in order and several texts in equality.
  if (hasEquality) return 'string';
  const isLocal = (text: string, type: 'time' | 'date-time') =>
    offsetOf(text, type) === 'local' && (type === 'time' || isFourDigitYear(text));
  return (['time', 'date-time'] as const).find((type) => texts.every((text) => isLocal(text, type))) ?? 'string';
}

/** What every text comes after: a comparison with it asks whether there is one. */
function withoutBlank(constants: ReadonlySet<JsonValue>): Set<JsonValue> {
  return new Set([...constants].filter((value) => value !== ''));
}

/**
 * Whether the constants of a comparison are all that it tells values apart by: not so where JavaScript would make a number of
 * null or a list, or look for a part of a text.
 */
function tellsClasses({ operator, value }: FactCondition, isAbsence: boolean): boolean {
  const decorators = operator.split(':');
  const base = decorators.pop() as string;
  const eachValue = decorators.filter((decorator) => decorator.endsWith('Value')).length;
  if (base === 'equal' || base === 'notEqual') return true;
  if (isAbsence) return false;
  if (base === 'in' || base === 'notIn') return Array.isArray(value) && decorators.every((name) => name === 'not');
  const constants = Array.isArray(value) ? value : [value];
  return !constants.includes(null) && eachValue === (Array.isArray(value) ? 1 : 0);
}

function asksOrder(operator: string): boolean {
  return /(?:^|:)(?:less|greater)Than/.test(operator);
}

function isAboutList(operator: string): boolean {
  return /(?:^|:)(?:contains|doesNotContain|someFact|everyFact)(?:$|:)/.test(operator);
}
