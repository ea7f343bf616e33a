import fc from 'fast-check';
import type { DecisionTable, HitPolicy, JsonValue, TableInput, TableRow } from '../../../../engine/index.ts';

/** A table over so few values that all of them can be tried, and one value of every kind that its cells tell apart. */
export interface SmallTable {
  table: DecisionTable;
  /** By input id, null for absent where it may be. */
  values: Record<string, JsonValue[]>;
  days: string[];
}

interface Kind {
  input: Omit<TableInput, 'id' | 'name' | 'path'>;
  cells: readonly string[];
  values: readonly JsonValue[];
}

/** Values lie on, between, below and above everything that the cells name. */
const kinds: Record<string, Kind> = {
  number: {
    input: { type: 'number' },
    cells: [
      '< 1',
      '>= 1',
      '[0..2]',
      '(0..2)',
      '2',
      '> 2',
      '<= 0',
      'not(1)',
      '!= 2',
      'not([0..1])',
      '0, 2',
      'null',
      '< 0, null',
      '!= null',
      '-0',
      '(2..0)',
      '[1..1]',
      'not(< 1, null)',
    ],
    values: [-1, 0, 0.5, 1, 1.5, 2, 3],
  },
  bounded: {
    input: { type: 'number', allowedRange: '[0..2]', required: true },
    cells: ['< 1', '>= 1', '[0..2]', '(0..2)', '2', '> 2', 'not(1)', 'null'],
    values: [0, 0.5, 1, 1.5, 2],
  },
  listed: {
    input: { type: 'number', allowed: [1, 2, 5] },
    cells: ['< 2', '>= 2', '1', '(1..5)', '3', 'not(5)'],
    values: [1, 2, 5],
  },
  text: {
    input: { type: 'string' },
    cells: [
      '"a"',
      '"b"',
      '"a", "b"',
      'not("a")',
      'not("a", "b")',
      '!= "b"',
      '["a", "c"]',
      'null',
      'not(null)',
      '"a", null',
    ],
    values: ['a', 'b', 'c', 'something else'],
  },
  tier: {
    input: { type: 'string', allowed: ['a', 'b', 'c'], required: true },
    cells: ['"a"', '"b"', '"c"', '"a", "b"', 'not("a")', '"d"', '"a", "d"', 'null'],
    values: ['a', 'b', 'c'],
  },
  boolean: {
    input: { type: 'boolean' },
    cells: ['true', 'false', 'not(true)', 'true, false', 'null', '!= false'],
    values: [true, false],
  },
  date: {
    input: { type: 'date' },
    cells: [
      '< date("2026-01-02")',
      '>= date("2026-01-03")',
      '(date("2026-01-01")..date("2026-01-03"))',
      'date("2026-01-02")',
      '(date("2026-01-01")..date("2026-01-02"))',
      'not(date("2026-01-03"))',
      '> date("2026-01-01")',
    ],
    values: ['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'],
  },
  time: {
    input: { type: 'time' },
    cells: [
      '< time("08:00:00Z")',
      '>= time("08:00:00Z")',
      '[time("08:00:00Z")..time("09:00:00Z")]',
      'time("11:00:00+02:00")',
      'not(> time("08:00:00Z"))',
    ],
    values: ['07:00:00Z', '10:00:00+02:00', '08:30:00Z', '09:00:00Z', '10:00:00Z'],
  },
  months: {
    input: { type: 'year-month-duration' },
    cells: [
      '< duration("P1Y")',
      '>= duration("P13M")',
      'duration("P1Y1M")',
      '(duration("P1Y")..duration("P13M"))',
      '<= duration("P12M")',
    ],
    values: ['P11M', 'P12M', 'P13M', 'P14M'],
  },
  hours: {
    input: { type: 'day-time-duration', required: true },
    cells: [
      '< duration("PT24H")',
      '>= duration("P1D")',
      '(duration("PT1H")..duration("P1D"))',
      'duration("PT1H")',
      'not(duration("P1D"))',
    ],
    values: ['PT0S', 'PT1H', 'PT2H', 'P1D', 'P2D'],
  },
  tags: {
    input: { type: 'list' },
    cells: [
      '"a"',
      'not("a")',
      '"a", "b"',
      '> 1',
      '[0..1]',
      'not("b", 1)',
      'null',
      '!= null',
      '!= "a"',
      'not(!= null)',
      'true',
    ],
    values: subsets(['a', 'b', 'z', -1, 0, 1, 2, true, false, 0.5].slice(0, 8)),
  },
};

function subsets(members: readonly JsonValue[]): JsonValue[] {
  return members.reduce<JsonValue[][]>((found, member) => [...found, ...found.map((list) => [...list, member])], [[]]);
}

/** Cells that compare a number with another; only among the two numbers of `compared`. */
const comparisons = [
  '> other',
  '< other',
  'other',
  '!= other',
  '>= other',
  'not(other)',
  '[0..other]',
  '(other..2]',
  '< other, 2',
  'not(> other)',
];

export interface TableShape {
  policies: readonly HitPolicy[];
  kinds?: readonly string[];
  withDays?: boolean;
}

/** Tables of two or three columns and up to nine rows. */
export function smallTables({
  policies,
  kinds: wanted = Object.keys(kinds),
  withDays = false,
}: TableShape): fc.Arbitrary<SmallTable> {
  const chosen = fc.uniqueArray(fc.constantFrom(...wanted), { minLength: 1, maxLength: 3 });
  return fc.tuple(chosen, fc.boolean()).chain(([names, compares]) => {
    const ids = [...names, ...(compares && names.includes('number') ? ['other'] : [])];
    const kindOf = (id: string): Kind => (id === 'other' ? (kinds['number'] as Kind) : (kinds[id] as Kind));
    const cell = (id: string) => {
      const own = [...kindOf(id).cells, ...(id === 'number' && ids.includes('other') ? comparisons : [])];
      return fc.oneof({ weight: 2, arbitrary: fc.constant('-') }, { weight: 5, arbitrary: fc.constantFrom(...own) });
    };
    const day = fc.option(fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-05'), { nil: undefined, freq: 2 });
    const rows = fc.array(
      fc.record({
        cells: fc.tuple(...ids.map(cell)),
        result: fc.integer({ min: 0, max: 2 }),
        off: fc.integer({ min: 0, max: 9 }),
        from: day,
        until: day,
      }),
      { maxLength: 9 },
    );
    const policy = fc.constantFrom(...policies);
    const aggregation = fc.constantFrom(undefined, 'sum' as const, 'min' as const, 'max' as const, 'count' as const);
    const fallback = fc.constantFrom(undefined, undefined, undefined, 0, 1);
    return fc
      .record({ rows, policy, aggregation, fallback })
      .map(({ rows: drawn, policy: hitPolicy, aggregation: kind, fallback: preset }) => {
        const table: DecisionTable = {
          schemaVersion: 1,
          id: 'small',
          name: 'Small',
          version: '1',
          hitPolicy,
          ...(hitPolicy === 'collect' && kind !== undefined ? { aggregation: kind } : {}),
          inputs: ids.map((id) => ({ id, name: id, path: id, ...kindOf(id).input })),
          outputs: [
            {
              id: 'result',
              name: 'Result',
              type: 'number',
              allowed: [1, 0, 2],
              ...(preset === undefined ? {} : { default: preset }),
            },
          ],
          rows: drawn.map(({ cells, result, off, from, until }, index): TableRow => ({
            id: `r${index}`,
            when: Object.fromEntries(ids.map((id, column) => [id, cells[column] as string])),
            then: { result },
            ...(off === 0 ? { disabled: true } : {}),
            ...(withDays && from !== undefined ? { validFrom: from } : {}),
            ...(withDays && until !== undefined ? { validUntil: until } : {}),
          })),
        };
        const values = Object.fromEntries(
          ids.map((id) => [id, [...(kindOf(id).input.required === true ? [] : [null]), ...valuesOf(id, ids)]]),
        );
        const dated = table.rows.some(
          (row) => row.disabled !== true && (row.validFrom ?? row.validUntil) !== undefined,
        );
        return {
          table,
          values,
          days: dated ? ['2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03', '2026-03-05', '2026-03-06'] : [],
        };
      });
  });

  /** Two numbers that are compared need each order within each stretch. */
  function valuesOf(id: string, ids: readonly string[]): readonly JsonValue[] {
    if (id === 'number' && ids.includes('other')) return [-2, -1, 0, 0.5, 0.7, 1, 1.5, 1.7, 2, 3, 4];
    return id === 'other' ? [-1.5, 0, 0.6, 1, 1.6, 2, 3.5, -1, 0.5, 1.5, 3] : (kinds[id] as Kind).values;
  }
}
