import type { DecisionTable, JsonObject, TableRow } from '../../engine/index.ts';
import { SeededRandom } from './seeded-random.ts';

/** A row's conditions as data, from which every engine gets the table in its own language. */
export interface CaseRow {
  amount: [from: number, until: number];
  /** From this age; null: any. */
  age: number | null;
  tiers: string[];
  country: string | null;
  vip: boolean | null;
}

const tiers = ['none', 'silver', 'gold', 'platinum'] as const;
const countries = ['DE', 'FR', 'IT', 'ES', 'PT', 'NL', 'BE', 'AT', 'PL', 'SE'] as const;

/** Rows of five inputs: narrow ones first, so that most facts run through much of the table; the last takes the rest. */
export function caseRows(count: number): CaseRow[] {
  const random = new SeededRandom(20_261_122);
  const width = 2_400 / Math.sqrt(count);
  const rows = Array.from({ length: count - 1 }, (): CaseRow => {
    const from = Math.round(random.next() * 200_000) / 100;
    const until = Math.round((from + width * (0.5 + random.next())) * 100) / 100;
    return {
      amount: [from, until],
      age: random.chance(0.5) ? 18 + random.below(50) : null,
      tiers: random.chance(0.3)
        ? []
        : random.chance(0.5)
          ? [random.pick(tiers)]
          : [random.pick(tiers), random.pick(tiers)],
      country: random.chance(0.4) ? null : random.pick(countries),
      vip: random.chance(0.6) ? null : random.chance(0.5),
    };
  });
  return [...rows, { amount: [0, 1e12], age: null, tiers: [], country: null, vip: null }];
}

export function caseTable(rows: readonly CaseRow[]): DecisionTable {
  const input = (id: string, type: 'number' | 'string' | 'boolean') => ({ id, name: id, path: id, type });
  return {
    schemaVersion: 1,
    id: 'bench',
    name: 'Bench',
    version: '1',
    hitPolicy: 'first',
    inputs: [
      input('amount', 'number'),
      input('age', 'number'),
      input('tier', 'string'),
      input('country', 'string'),
      input('vip', 'boolean'),
    ],
    outputs: [{ id: 'row', name: 'Row', type: 'number' }],
    rows: rows.map((row, index): TableRow => ({ id: `r${index}`, when: cellsOf(row), then: { row: index } })),
  };
}

/** The cells of a row, which S-FEEL, zen and dmn-eval-js read alike. */
export function cellsOf({ amount, age, tiers: named, country, vip }: CaseRow): Record<string, string> {
  return {
    amount: `[${amount[0]}..${amount[1]})`,
    age: age === null ? '-' : `>= ${age}`,
    tier: named.length === 0 ? '-' : named.map((tier) => `"${tier}"`).join(', '),
    country: country === null ? '-' : `"${country}"`,
    vip: vip === null ? '-' : String(vip),
  };
}

export function caseFacts(count: number): JsonObject[] {
  const random = new SeededRandom(7);
  return Array.from({ length: count }, () => ({
    amount: Math.round(random.next() * 220_000) / 100,
    age: 16 + random.below(75),
    tier: random.pick(tiers),
    country: random.pick(countries),
    vip: random.chance(0.2),
  }));
}
