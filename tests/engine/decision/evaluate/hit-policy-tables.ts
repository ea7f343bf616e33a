import fc from 'fast-check';
import type {
  DecisionTable,
  HitPolicy,
  JsonObject,
  JsonValue,
  TableInput,
  TableOutput,
  TableRow,
} from '../../../../engine/index.ts';

// Random tables for the hit policies: small, with columns of every type, so that no match, one match and several happen
// about as often, and items that are wrong now and then.

const columns: { input: TableInput; cells: string[]; facts: JsonValue[]; wrong: JsonValue[] }[] = [
  {
    input: { id: 'n', name: 'N', path: 'n', type: 'number', allowed: [0, 1, 2, 3] },
    cells: [
      '1',
      '< 2',
      '>= m',
      '[1..2]',
      ']0..3[',
      'not(1)',
      'null',
      '!= 2',
      '1, 3',
      'not(m)',
      '[m..3]',
      '= m',
      'not(null)',
    ],
    facts: [0, 1, 2, 3],
    wrong: ['1', 7, true],
  },
  {
    input: { id: 'm', name: 'M', path: 'deep.m', type: 'number', allowedRange: '[0..9]', required: true },
    cells: ['> n', '2', 'not(n)', '!= n'],
    facts: [1, 2, 3, 2.5],
    wrong: [10, null, []],
  },
  {
    input: { id: 'tier', name: 'Tier', path: 'customer.tier', type: 'string' },
    cells: ['"gold"', '"gold","silver"', 'not("gold")', 'null', '!= "silver"', '["gold"]'],
    facts: ['gold', 'silver', 'none', ''],
    wrong: [1, ['gold']],
  },
  {
    input: { id: 'b', name: 'B', path: 'b', type: 'boolean' },
    cells: ['true', 'not(true)', '!= true'],
    facts: [true, false],
    wrong: ['true', 1],
  },
  {
    input: { id: 'd', name: 'D', path: 'd', type: 'date', allowedRange: '> date("2000-01-01")' },
    cells: ['>= date("2026-02-01")', '[date("2026-01-31")..date("2026-02-01"))', 'not(@"2026-03-01")', 'null'],
    facts: ['2026-01-31', '2026-02-01', '2026-03-01'],
    wrong: ['2026-02-30', '1999-01-01', 20260101],
  },
  {
    input: { id: 't', name: 'T', path: 't', type: 'time' },
    cells: ['< time("12:00:00Z")', 'time("10:00:00Z")', '> @"10:00:00Z"'],
    facts: ['10:00:00Z', '12:00:00+02:00', '13:00:00Z'],
    wrong: ['24:00:00Z', 'noon'],
  },
  {
    input: { id: 'at', name: 'At', path: 'at', type: 'date-time' },
    cells: ['>= date and time("2026-02-01T00:00:00")', 'not(@"2026-01-31T23:59:59")'],
    facts: ['2026-02-01T00:00:00', '2026-01-31T23:59:59'],
    wrong: ['2026-02-01', 5],
  },
  {
    input: { id: 'span', name: 'Span', path: 'span', type: 'day-time-duration' },
    cells: ['<= duration("P1D")', 'duration("PT24H")', '(duration("PT1H")..duration("P2D")]'],
    facts: ['P1D', 'PT24H', 'PT1H', 'P2D', '-PT1S'],
    wrong: ['P1Y', 'one day'],
  },
  {
    input: { id: 'term', name: 'Term', path: 'term', type: 'year-month-duration' },
    cells: ['>= duration("P1Y")', 'duration("P18M")'],
    facts: ['P12M', 'P1Y6M', 'P1M'],
    wrong: ['P1D'],
  },
  {
    input: { id: 'tags', name: 'Tags', path: 'tags', type: 'list' },
    cells: ['"vip"', 'not("vip")', '["new", "vip"]', 'null', '!= null', '3', '> 2'],
    facts: [['vip'], [], ['new', 3], [1]],
    wrong: ['vip', [{}], [['vip']]],
  },
];

const days = ['2026-01-01', '2026-06-30', '2026-07-01'];

const grades: TableOutput = { id: 'Grade (final)', name: 'Grade', type: 'string', allowed: ['A', 'B', 'C'] };
const amounts: TableOutput = { id: 'amount', name: 'Amount', type: 'number' };
const ranks: TableOutput = { id: 'rank', name: 'Rank', type: 'number', allowed: [3, 1, 2] };

export const policies: { hitPolicy: HitPolicy; aggregation?: NonNullable<DecisionTable['aggregation']> }[] = [
  { hitPolicy: 'unique' },
  { hitPolicy: 'any' },
  { hitPolicy: 'priority' },
  { hitPolicy: 'first' },
  { hitPolicy: 'rule-order' },
  { hitPolicy: 'output-order' },
  { hitPolicy: 'collect' },
  { hitPolicy: 'collect', aggregation: 'sum' },
  { hitPolicy: 'collect', aggregation: 'min' },
  { hitPolicy: 'collect', aggregation: 'max' },
  { hitPolicy: 'collect', aggregation: 'count' },
];

/** The value once in so many times, else undefined. */
const sometimes = <T>(arbitrary: fc.Arbitrary<T>, times: number) =>
  fc.oneof({ weight: 1, arbitrary }, { weight: times - 1, arbitrary: fc.constant(undefined) });
const without = <T>(record: Record<string, T | undefined>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Record<string, T>;

const rowDays: fc.Arbitrary<Pick<TableRow, 'validFrom' | 'validUntil'>> = fc
  .record({ validFrom: sometimes(fc.constantFrom(...days), 9), validUntil: sometimes(fc.constantFrom(...days), 9) })
  .map(({ validFrom, validUntil }) =>
    without({ validFrom, validUntil: validFrom && validUntil && validUntil < validFrom ? undefined : validUntil }),
  );

function row(outputs: TableOutput[], isFigure: boolean): fc.Arbitrary<Omit<TableRow, 'id'>> {
  const when = fc
    .tuple(
      ...columns.map(({ input, cells }) => sometimes(fc.constantFrom(...cells), 8).map((cell) => [input.id, cell])),
    )
    .map((entries) => without(Object.fromEntries(entries) as Record<string, string>));
  const then = fc.record({
    [grades.id]: fc.option(fc.constantFrom('A', 'B', 'C'), { freq: 5 }),
    amount: isFigure ? fc.constantFrom(0, 0.1, 0.2, -3.5, 7) : fc.option(fc.constantFrom(0.1, 7), { freq: 5 }),
    rank: fc.option(fc.constantFrom(1, 2, 3), { freq: 5 }),
  });
  const named = outputs.map(({ id }) => id);
  return fc.tuple(when, then, rowDays, fc.nat(9)).map(([cells, results, valid, disabled]) => ({
    when: cells,
    then: Object.fromEntries(
      Object.entries(results).filter(([id, value]) => named.includes(id) && value !== null),
    ) as Record<string, JsonValue>,
    ...(disabled === 0 ? { disabled: true } : {}),
    ...valid,
  }));
}

/** A table with the policy and up to eight rows, and items for it with the days on which they are decided. */
export function policyTable(policy: (typeof policies)[number]): fc.Arbitrary<{
  table: DecisionTable;
  cases: { item: JsonObject; day?: string }[];
}> {
  const isFigure = policy.aggregation !== undefined;
  // Under `any`, rows that agree have to be likely.
  const resultsOf = (one: Omit<TableRow, 'id'>, first: Omit<TableRow, 'id'> | undefined) =>
    policy.hitPolicy === 'any' && one.then['rank'] !== 3 ? (first ?? one).then : one.then;
  const outputs = isFigure ? [amounts] : [amounts, grades, ranks];
  return fc
    .record({
      rows: fc.array(row(outputs, isFigure), { maxLength: 8 }),
      defaults: fc.nat(3),
      table: rowDays,
      cases: fc.array(
        fc.record({ item: randomItem(), day: fc.option(fc.constantFrom(...days), { freq: 8, nil: undefined }) }),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
    })
    .map(({ rows, defaults, table, cases }) => ({
      table: {
        schemaVersion: 1,
        id: 'random',
        name: 'Random',
        version: '1',
        ...policy,
        ...(defaults === 1 ? table : {}),
        inputs: columns.map(({ input }) => input),
        outputs:
          defaults === 0 ? outputs.map((output) => (output === amounts ? { ...output, default: 5 } : output)) : outputs,
        rows: rows.map((one, index) => ({ id: `r${index}`, ...one, then: resultsOf(one, rows[0]) })),
      },
      cases: cases.map(({ item, day }) => (day === undefined ? { item } : { item, day })),
    }));
}

function randomItem(): fc.Arbitrary<JsonObject> {
  const values = columns.map(({ facts, wrong }) =>
    fc.oneof(
      { weight: 60, arbitrary: fc.constantFrom<JsonValue | undefined>(...facts) },
      { weight: 5, arbitrary: fc.constantFrom<JsonValue | undefined>(null, undefined) },
      { weight: 1, arbitrary: fc.constantFrom<JsonValue | undefined>(...wrong) },
    ),
  );
  return fc.tuple(...values).map((all) => {
    const item: JsonObject = {};
    for (const [index, value] of all.entries()) {
      const path = (columns[index] as (typeof columns)[number]).input.path.split('.');
      const parent = path.length === 1 ? item : ((item[path[0] as string] ??= {}) as JsonObject);
      if (value !== undefined) parent[path.at(-1) as string] = value;
    }
    return item;
  });
}
