import type { JsonValue } from '../../json.ts';
import { referencesOf } from '../cell/operands.ts';
import type { OffsetKind } from '../cell/temporal-text.ts';
import type { Comparison, Operand, UnaryTest, UnaryTests } from '../cell/unary-tests.ts';
import type { TableInput } from '../model.ts';
import { isFourDigitYear, textBounds } from './temporal-bounds.ts';
import type { FactReference, JsonCondition } from './rule-set.ts';

/** A column: its input, where its value is for json-rules-engine, and whether its times have an offset. */
export interface ExportColumn {
  input: TableInput;
  place: FactReference;
  offset: OffsetKind | null;
}

/** Why json-rules-engine cannot ask what a cell asks; the wording is that of `cell_not_exportable`. */
export type NotExportable = 'list_range' | 'list_time' | 'offset' | 'duration' | 'time_reference' | 'year';

export type CellCondition = { ok: true; condition: JsonCondition } | { ok: false; reason: NotExportable };

/** A fact that nobody defines, so that its value is `undefined`, which JSON cannot write. */
const absentFact = 'steward:absent';

type Order = Exclude<Comparison['operator'], '=' | '!='>;

const orderOperators: Record<Order, string> = {
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
};

const never: JsonCondition = { not: { all: [] } };

/**
 * Writes a cell that asks for something as a condition: the same values pass, absent and null ones included.
 * @param tests the parsed cell
 * @param column its column
 * @param columns by the id of the input, for cells that compare with other inputs
 */
export function cellCondition(
  tests: UnaryTests & { kind: 'tests' },
  column: ExportColumn,
  columns: ReadonlyMap<string, ExportColumn>,
): CellCondition {
  const writer = new CellWriter(column, columns);
  const condition = writer.write(tests);
  return writer.reason === null ? { ok: true, condition } : { ok: false, reason: writer.reason };
}

class CellWriter {
  reason: NotExportable | null = null;
  private readonly column: ExportColumn;
  private readonly columns: ReadonlyMap<string, ExportColumn>;

  constructor(column: ExportColumn, columns: ReadonlyMap<string, ExportColumn>) {
    this.column = column;
    this.columns = columns;
  }

  write(tests: UnaryTests & { kind: 'tests' }): JsonCondition {
    const passes = this.anyOf(tests.tests);
    if (!tests.negated) return passes;
    const references = referencesOf(tests).map(({ input }) => isPresent(this.columns.get(input) as ExportColumn));
    return { all: [isPresent(this.column), ...references, { not: passes }] };
  }

  /** Equalities with constants share one `in`; everything else is one alternative each. */
  private anyOf(tests: readonly UnaryTest[]): JsonCondition {
    const { place, input } = this.column;
    const equal = tests.flatMap((test) =>
      test.kind === 'list' ? test.members : isEquality(test) ? [test.operand] : [],
    );
    const constants = equal.flatMap((operand) => (operand.kind === 'literal' ? [operand.value] : []));
    const asText = constants.filter((value) => value !== null);
    const shared = input.type === 'time' || input.type === 'date-time' ? [] : asText;
    const some = input.type === 'list' ? 'someFact:' : '';
    const alternatives: JsonCondition[] = [];
    if (shared.length === 1) alternatives.push({ ...place, operator: `${some}equal`, value: shared[0] as JsonValue });
    if (shared.length > 1) alternatives.push({ ...place, operator: `${some}in`, value: shared });
    if (asText.length < constants.length) alternatives.push(...absences(place, 'equal'));
    for (const operand of equal) {
      this.refuseEquality(operand);
      if (operand.kind === 'reference' || shared !== asText) alternatives.push(this.compare('=', operand));
    }
    for (const test of tests) if (test.kind !== 'list' && !isEquality(test)) alternatives.push(this.single(test));
    return alternatives.length === 1 ? (alternatives[0] as JsonCondition) : { any: alternatives };
  }

  private single(test: Exclude<UnaryTest, { kind: 'list' }>): JsonCondition {
    if (test.kind === 'comparison') return this.compare(test.operator, test.operand);
    if (this.column.input.type === 'list') return this.refuse('list_range');
    const low = this.compare(test.lowIncluded ? '>=' : '>', test.low);
    const high = this.compare(test.highIncluded ? '<=' : '<', test.high);
    return { all: [low, high] };
  }

  private compare(operator: Comparison['operator'], operand: Operand): JsonCondition {
    const { place, input } = this.column;
    const { type } = input;
    if (operand.kind === 'literal' && operand.value === null) {
      return operator === '!=' ? isPresent(this.column) : { any: absences(place, 'equal') };
    }
    if (operand.kind === 'reference') return this.compareWithColumn(operator, operand.input);
    if (type === 'day-time-duration' || type === 'year-month-duration') return this.refuse('duration');
    if (type === 'time' || type === 'date-time') return this.compareTimes(operator, String(operand.value), type);
    if (operator === '=' || operator === '!=') {
      this.refuseEquality(operand);
      return this.equality(operator, operand.value);
    }
    if (type === 'date' && !isFourDigitYear(String(operand.value))) return this.refuse('year');
    if (type === 'list' && operand.type !== 'number') return this.refuse('list_time');
    return {
      ...place,
      operator: `${type === 'list' ? 'someFact:' : ''}${orderOperators[operator]}`,
      value: operand.value,
    };
  }

  private equality(operator: '=' | '!=', value: JsonValue): JsonCondition {
    const { place, input } = this.column;
    if (input.type === 'list')
      return { ...place, operator: `someFact:${operator === '=' ? 'equal' : 'notEqual'}`, value };
    if (operator === '=') return { ...place, operator: 'equal', value };
    return { all: [isPresent(this.column), { ...place, operator: 'notEqual', value }] };
  }

  /** A time may be spelled in several ways, which all stand between two texts. */
  private compareTimes(operator: Comparison['operator'], value: string, type: 'time' | 'date-time'): JsonCondition {
    if (this.column.offset !== 'local') return this.refuse('offset');
    const bounds = textBounds(value, type);
    if (bounds === null) return this.refuse('year');
    const { place } = this.column;
    const atLeast = (text: string): JsonCondition => ({ ...place, operator: 'greaterThanInclusive', value: text });
    const before = (text: string): JsonCondition => ({ ...place, operator: 'lessThan', value: text });
    switch (operator) {
      case '<':
        return before(bounds.from);
      case '<=':
        return before(bounds.until);
      case '>':
        return atLeast(bounds.until);
      case '>=':
        return atLeast(bounds.from);
      case '=':
        return { all: [atLeast(bounds.from), before(bounds.until)] };
      case '!=':
        return { any: [before(bounds.from), atLeast(bounds.until)] };
    }
  }

  private compareWithColumn(operator: Comparison['operator'], id: string): JsonCondition {
    const other = this.columns.get(id) as ExportColumn;
    const { place, input } = this.column;
    if (input.type === 'time' || input.type === 'date-time') return this.refuse('time_reference');
    if (input.type === 'day-time-duration' || input.type === 'year-month-duration') return this.refuse('duration');
    const some = input.type === 'list' ? 'someFact:' : '';
    const value = { ...other.place } as { fact: string };
    if (operator !== '=' && operator !== '!=') {
      if (input.type === 'list' && other.input.type !== 'number') return never;
      return { all: [isPresent(other), { ...place, operator: some + orderOperators[operator], value }] };
    }
    // Two absent values are equal to json-rules-engine, and pass no cell.
    const condition = { ...place, operator: `${some}${operator === '=' ? 'equal' : 'notEqual'}`, value };
    const present = input.type === 'list' ? [isPresent(other)] : [isPresent(this.column), isPresent(other)];
    return { all: [...present, condition] };
  }

  /** What one text may stand for another one of, cannot be asked by `equal`. */
  private refuseEquality(operand: Operand): void {
    const { type } = this.column.input;
    if (operand.kind === 'reference' || operand.value === null) return;
    if (type === 'day-time-duration' || type === 'year-month-duration') this.refuse('duration');
    const plain = ['number', 'string', 'boolean', 'date'].includes(operand.type);
    if (type === 'list' && !plain) this.refuse('list_time');
  }

  private refuse(reason: NotExportable): JsonCondition {
    this.reason ??= reason;
    return never;
  }
}

function isEquality(test: UnaryTest): test is Comparison {
  return test.kind === 'comparison' && test.operator === '=';
}

/** Neither absent nor null. Most types have an operator that says so at once. */
function isPresent({ input, place }: ExportColumn): JsonCondition {
  switch (input.type) {
    case 'number':
      return { ...place, operator: 'greaterThanInclusive', value: -Number.MAX_VALUE };
    case 'boolean':
      return { ...place, operator: 'in', value: [true, false] };
    case 'list':
      return { ...place, operator: 'doesNotContain', value: null };
    case 'date':
    case 'time':
    case 'date-time':
      return { ...place, operator: 'greaterThanInclusive', value: '' };
    case 'string':
    case 'day-time-duration':
    case 'year-month-duration':
      return { all: absences(place, 'notEqual') };
  }
}

function absences(place: FactReference, operator: 'equal' | 'notEqual'): JsonCondition[] {
  return [
    { ...place, operator, value: null },
    { ...place, operator, value: { fact: absentFact } },
  ];
}
