import fc from 'fast-check';
import type { JsonValue } from '../../../../engine/index.ts';
import type { DecisionTable, HitPolicy, TableInput, TableRow, ValueType } from '../../../../engine/decision/model.ts';

/** Literals as cells write them, and the same values as facts hold them; few, so that cells and facts meet often. */
const pools: Record<ValueType, { cells: string[]; facts: JsonValue[] }> = {
  number: {
    cells: ['-2', '0', '1', '1.5', '7', '1000000000000'],
    facts: [-2, 0, -0, 1, 1.25, 1.5, 7, 8, 1e12, 1e300, -1e301],
  },
  string: {
    cells: ['"a"', '"b"', '"gold"', '"__proto__"', '""'],
    facts: ['a', 'b', 'gold', '__proto__', '', 'unnamed'],
  },
  boolean: { cells: ['true', 'false'], facts: [true, false] },
  date: {
    cells: ['date("2026-01-31")', 'date("2026-02-01")', '@"1969-12-31"'],
    facts: ['2026-01-31', '2026-02-01', '2026-02-02', '1969-12-31', '0001-01-01'],
  },
  time: {
    cells: ['time("08:30:00Z")', 'time("08:30:00.5Z")', 'time("10:30:00+02:00")'],
    facts: ['08:30:00Z', '08:30:00.25Z', '10:30:00+02:00', '23:59:59Z'],
  },
  'date-time': {
    cells: ['date and time("2026-01-31T23:30:00")', '@"2026-02-01T00:00:00"'],
    facts: ['2026-01-31T23:30:00', '2026-01-31T23:30:01', '2026-02-01T00:00:00'],
  },
  'day-time-duration': {
    cells: ['duration("P1D")', 'duration("PT36H")', 'duration("-PT1S")'],
    facts: ['P1D', 'PT24H', 'PT36H', '-PT1S', 'PT0S'],
  },
  'year-month-duration': { cells: ['duration("P1Y")', 'duration("P18M")'], facts: ['P12M', 'P1Y6M', 'P13M', 'P0M'] },
  list: {
    cells: ['"a"', '"b"', '1', '5', 'true'],
    facts: [[], ['a'], ['b', 'c'], [1, 5], [3], [true, 'a'], ['__proto__']],
  },
};

export const types = Object.keys(pools) as ValueType[];

/** Inputs twice of each type, so that a column can be compared with its twin. */
export const inputs: TableInput[] = types.flatMap((type) =>
  ['1', '2'].map((twin) => ({
    id: `${type.replaceAll('-', '_')}_${twin}`,
    name: `${type} ${twin}`,
    path: twin === '1' ? `${type}` : `other.${type}`,
    type,
  })),
);

function cell(input: TableInput): fc.Arbitrary<string> {
  const { type } = input;
  const twin = inputs.find((other) => other.type === type && other.id !== input.id) as TableInput;
  const literal = fc.constantFrom(...pools[type].cells);
  const operand =
    type === 'list'
      ? literal
      : fc.oneof({ weight: 7, arbitrary: literal }, { weight: 1, arbitrary: fc.constant(twin.id) });
  const equal = fc.tuple(fc.constantFrom('', '', '!= ', '= '), operand).map((parts) => parts.join(''));
  const aboutNull = fc.constantFrom('null', '!= null');
  const isOrdered = !['string', 'boolean', 'list'].includes(type);
  const order = fc.tuple(fc.constantFrom('<', '<=', '>', '>='), operand).map((parts) => parts.join(' '));
  const interval = fc
    .tuple(fc.constantFrom('[', '(', ']'), operand, operand, fc.constantFrom(']', ')', '['))
    .map(([open, low, high, close]) => `${open}${low}..${high}${close}`);
  const members = fc.array(literal, { minLength: 1, maxLength: 3 }).map((texts) => `[${texts.join(', ')}]`);
  const test = fc.oneof(
    { weight: 3, arbitrary: equal },
    { weight: 1, arbitrary: members },
    { weight: 1, arbitrary: aboutNull },
    ...(isOrdered ? [order, interval] : []).map((arbitrary) => ({ weight: 3, arbitrary })),
  );
  const tests = fc.array(test, { minLength: 1, maxLength: 3 }).map((each) => each.join(', '));
  return fc.oneof(
    tests,
    tests,
    tests.map((inner) => `not(${inner})`),
  );
}

const day = fc.constantFrom('2026-01-01', '2026-01-02', '2026-06-30');

/** A row that tests a few of the inputs, now and then with days, disabled, or results that another row has too. */
function tableRow(columns: readonly TableInput[], cellsPerRow: number): fc.Arbitrary<TableRow> {
  return fc
    .record({
      cells: fc.array(
        fc.constantFrom(...columns).chain((input) => cell(input).map((text) => [input.id, text] as const)),
        { maxLength: cellsPerRow },
      ),
      result: fc.integer({ min: 0, max: 3 }),
      disabled: fc.integer({ min: 0, max: 9 }),
      days: fc.tuple(fc.option(day, { freq: 8 }), fc.option(day, { freq: 8 })),
    })
    .map(({ cells, result, disabled, days: [from, until] }) => ({
      id: '',
      when: Object.fromEntries(cells),
      then: { result },
      ...(disabled === 0 ? { disabled: true } : {}),
      ...(from === null ? {} : { validFrom: from }),
      ...(until === null || (from !== null && until < from) ? {} : { validUntil: until }),
    }));
}

export interface TableShape {
  hitPolicy?: fc.Arbitrary<HitPolicy>;
  maxRows?: number;
  cellsPerRow?: number;
  /** Columns that may not hold everything. */
  strict?: boolean;
}

/** Any table over all types, with comparisons between inputs, days of validity and disabled rows. */
export function randomTable(shape: TableShape = {}): fc.Arbitrary<DecisionTable> {
  const { hitPolicy = fc.constant<HitPolicy>('first'), maxRows = 80, cellsPerRow = 3, strict = false } = shape;
  return fc.tuple(fc.shuffledSubarray(inputs, { minLength: 1, maxLength: 7 }), hitPolicy).chain(([chosen, policy]) => {
    const ofTypes = new Set(chosen.map(({ type }) => type));
    const columns = inputs.filter(({ type }) => ofTypes.has(type)).map((input) => (strict ? narrowed(input) : input));
    return fc.array(tableRow(columns, cellsPerRow), { maxLength: maxRows, size: 'max' }).map((rows) => ({
      schemaVersion: 1 as const,
      id: 'random',
      name: 'Random',
      version: '1',
      hitPolicy: policy,
      inputs: columns,
      outputs: [{ id: 'result', name: 'Result', type: 'number' as const, allowed: [2, 0, 1, 3] }],
      rows: rows.map((row, index) => ({ ...row, id: `r${index}` })),
    }));
  });
}

function narrowed(input: TableInput): TableInput {
  if (input.id === 'number_1') return { ...input, allowedRange: '[-2..7]' };
  if (input.id === 'number_2') return { ...input, allowed: [0, 1, 7] };
  if (input.id === 'string_1') return { ...input, allowed: ['a', 'b', 'gold'], required: true };
  if (input.id === 'list_1') return { ...input, allowed: ['a', 'b', 'c', 1, 5] };
  if (input.id === 'date_1') return { ...input, required: true };
  return input;
}

/** One value per input, absent now and then. */
export function randomValues(table: DecisionTable): fc.Arbitrary<JsonValue[]> {
  return fc.tuple(
    ...table.inputs.map(({ type }) =>
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...pools[type].facts) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
    ),
  );
}

/** A table and some cases for it. */
export function tableAndValues(
  shape: TableShape = {},
  maxCases = 12,
): fc.Arbitrary<{ table: DecisionTable; cases: JsonValue[][] }> {
  return randomTable(shape).chain((table) =>
    fc.array(randomValues(table), { minLength: 1, maxLength: maxCases }).map((cases) => ({ table, cases })),
  );
}
