import { expect, test } from 'vitest';
import type { EntryFilter, EntryRow } from '../../hub/src/ledger/ledger.store.ts';
import { append, at } from './ledger-rows.ts';
import type { StoreContract } from './store-under-test.ts';

const stream = 'decisions';

/** What a search must find, said in the plainest way. */
function expected(rows: readonly EntryRow[], filter: EntryFilter, before: number | null, limit: number): number[] {
  const { from, until, ...values } = filter;
  return rows
    .filter(
      (row) =>
        (before === null || row.sequence < before) &&
        (from === undefined || Date.parse(row.decidedAt) >= Date.parse(from)) &&
        (until === undefined || Date.parse(row.decidedAt) < Date.parse(until)) &&
        Object.entries(values).every(([column, value]) => row[column as keyof EntryRow] === value),
    )
    .map(({ sequence }) => sequence)
    .reverse()
    .slice(0, limit);
}

/** Entries over two complete blocks and an open one, late ones among them, and values that seldom meet. */
const varied = (sequence: number): Partial<EntryRow> => ({
  subject: sequence % 11 === 0 ? null : `s_${sequence % 400}`,
  journey: sequence % 2 ? 'refunds' : 'orders',
  step: sequence % 3 ? 'Decide' : 'Check',
  tableId: sequence % 5 ? 'limits' : null,
  ruleId: `rule-${sequence % 40}`,
  outcome: sequence === 700 || sequence === 2_100 ? 'once in a while' : `outcome ${sequence % 2}`,
  kind: sequence % 100 ? 'decision' : 'export',
  decidedAt: at(sequence % 50 === 0 ? sequence - 45 : sequence),
});

/** Searching: every combination finds what a look at every row would. */
export const searchContract: StoreContract = (under) => {
  const filters: [string, EntryFilter][] = [
    ['nothing', {}],
    ['a subject', { subject: 's_7' }],
    ['a subject and a journey that never meet', { subject: 's_8', journey: 'refunds' }],
    ['two common values', { journey: 'refunds', step: 'Check' }],
    ['two common values that never meet', { journey: 'refunds', outcome: 'outcome 0' }],
    ['a rare value', { outcome: 'once in a while' }],
    ['a value that does not exist', { ruleId: 'none' }],
    ['every column', { kind: 'decision', journey: 'orders', step: 'Decide', tableId: 'limits', ruleId: 'rule-8' }],
    ['a time within a block', { from: at(100), until: at(103) }],
    ['a time across blocks', { from: at(1_020), until: at(1_030) }],
    ['since', { from: at(2_400) }],
    ['until', { until: at(30) }],
    ['a time and values', { from: at(500), until: at(2_300), kind: 'export', journey: 'orders' }],
    ['a time in another form', { from: '2026-01-01T01:00:00+00:30', until: '2026-01-01T00:40:00Z' }],
    ['a time before everything', { until: at(-1_000) }],
  ];

  test('finds by every filter what a look at every row finds, page after page', async () => {
    const rows: EntryRow[] = [];
    // Commits that end within a block, on its end, and beyond several.
    for (const count of [1, 700, 323, 1, 1_200, 300])
      rows.push(...(await append(under().storage, stream, { count, row: varied })));
    await append(under().storage, 'audit', { count: 30, row: varied });
    const { ledger } = under().storage;
    for (const [name, filter] of filters)
      for (const [before, limit] of [
        [null, 10],
        [null, 5_000],
        [2_049, 7],
        [1_025, 200],
        [1_024, 3],
        [1, 5],
      ] as const) {
        const found = await ledger.search(stream, filter, { before, limit });
        expect(
          found.map(({ sequence }) => sequence),
          `${name}, before ${before}`,
        ).toEqual(expected(rows, filter, before, limit));
        for (const row of found.slice(0, 3)) expect(row).toEqual(rows[row.sequence - 1]);
      }
  });

  test('counts the entries of a subject in every stream', async () => {
    await append(under().storage, stream, { count: 1_500, row: varied });
    await append(under().storage, 'audit', { count: 10, row: () => ({ subject: 's_3' }) });
    const { ledger } = under().storage;
    expect(await ledger.countBySubject('s_3')).toEqual({ [stream]: 3, audit: 10 });
    expect(await ledger.countBySubject('s_none')).toEqual({});
  });

  test('lists the values that occur, newest first, journeys by their newest name', async () => {
    const named = (name: string) => JSON.stringify({ record: { journey: { id: 'refunds', name } } });
    await append(under().storage, stream, { count: 2, row: () => ({ entry: named('Old name'), outcome: 'first' }) });
    await append(under().storage, stream, { count: 2, row: () => ({ entry: named('New name'), outcome: 'second' }) });
    await append(under().storage, stream, {
      count: 1,
      row: () => ({ journey: null, outcome: 'first', tableId: null }),
    });
    expect(await under().storage.ledger.facets(stream)).toEqual({
      journeys: [{ id: 'refunds', name: 'New name' }],
      steps: ['Decide'],
      outcomes: ['second', 'first'],
      tables: ['limits'],
      rules: ['rule-0', 'rule-2', 'rule-1'],
    });
  });

  test('leaves values out that nobody would choose from a list, and takes names with any character', async () => {
    // Different characters, which no compression makes shorter.
    const long = Array.from({ length: 1_000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7_919) % 20_000)));
    const entry = JSON.stringify({ record: { journey: { id: 'refunds', name: 'a\u0000b' } } });
    await append(under().storage, stream, { count: 1, row: () => ({ ruleId: long.join(''), entry }) });
    const { rules, journeys } = await under().storage.ledger.facets(stream);
    expect([rules, journeys]).toEqual([[], [{ id: 'refunds', name: 'a\uFFFDb' }]]);
  });

  test('of very many values it lists the newest 200', async () => {
    for (let commit = 0; commit < 30; commit += 1)
      await append(under().storage, stream, { count: 60, row: (sequence) => ({ outcome: `${sequence} EUR` }) });
    const { outcomes } = await under().storage.ledger.facets(stream);
    expect(outcomes).toHaveLength(200);
    expect(Number.parseInt(outcomes[0] ?? '', 10)).toBeGreaterThan(1_740);
  });
};
