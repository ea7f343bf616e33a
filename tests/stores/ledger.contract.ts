import { expect, test } from 'vitest';
import type { Checkpoint, DecisionTable } from '../../engine/index.ts';
import type { EntryRow } from '../../hub/src/ledger/ledger.store.ts';
import { append, at, entryRow, headOf, sha256, subjectRow } from './ledger-rows.ts';
import type { StoreContract } from './store-under-test.ts';

const stream = 'decisions';

async function collect(pages: AsyncIterable<EntryRow[]>): Promise<EntryRow[]> {
  const rows: EntryRow[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}

/** The ledger's streams: added to, read in order, and never two writers at once. */
export const ledgerContract: StoreContract = (under) => {
  test('an empty stream has neither head nor entries', async () => {
    const { ledger } = under().storage;
    expect(await ledger.head(stream)).toBeNull();
    expect(await ledger.heads()).toEqual([]);
    expect(await ledger.entry(stream, 1)).toBeNull();
    expect(await collect(ledger.entries(stream, 1, 100))).toEqual([]);
    expect(await ledger.search(stream, {}, { before: null, limit: 10 })).toEqual([]);
    expect(await ledger.facets(stream)).toEqual({ journeys: [], steps: [], outcomes: [], tables: [], rules: [] });
    expect(await ledger.countBySubject('s_1')).toEqual({});
  });

  test('gives back exactly what was appended, on this connection and another', async () => {
    const rows = await append(under().storage, stream, {
      count: 45,
      row: (sequence) =>
        sequence === 3
          ? { subject: null, journey: null, step: null, tableId: null, ruleId: null, outcome: null, kind: 'export' }
          : { outcome: `it's "${sequence}" {a,b} \\ ü 𝄞 NULL` },
    });
    const second = await under().another();
    for (const { ledger } of [under().storage, second]) {
      expect(await collect(ledger.entries(stream, 1, 46))).toEqual(rows);
      expect(await ledger.entry(stream, 3)).toEqual(rows[2]);
      expect(await ledger.head(stream)).toEqual(headOf(stream, 45, rows));
      expect(await ledger.leafHashes(stream, 10, 12)).toEqual([rows[10]?.hash, rows[11]?.hash]);
    }
  });

  test('reads a long stream in pages, and any part of it', async () => {
    await append(under().storage, stream, { count: 2_500 });
    const { ledger } = under().storage;
    const pages: number[] = [];
    for await (const page of ledger.entries(stream, 100, 2_400)) pages.push(page.length);
    expect(pages.reduce((sum, length) => sum + length, 0)).toBe(2_300);
    expect(pages.length).toBeGreaterThan(1);
    const part = await collect(ledger.entries(stream, 999, 1_003));
    expect(part.map(({ sequence }) => sequence)).toEqual([999, 1_000, 1_001, 1_002]);
  });

  test('streams are apart', async () => {
    await append(under().storage, stream, { count: 3 });
    await append(under().storage, 'audit', { count: 2 });
    const { ledger } = under().storage;
    expect((await ledger.heads()).map((head) => [head.stream, head.size])).toEqual([
      ['audit', 2],
      [stream, 3],
    ]);
    expect(await ledger.countBySubject('s_1')).toEqual({ audit: 1, [stream]: 1 });
  });

  test('a plan that returns nothing writes nothing, and one that fails undoes everything', async () => {
    const { ledger } = under().storage;
    await ledger.append(stream, async () => null);
    expect(await ledger.head(stream)).toBeNull();
    const rows = [entryRow(1), entryRow(1)];
    const twice = ledger.append(stream, async () => ({
      rows,
      tiles: [],
      subjects: [subjectRow('s_new')],
      head: headOf(stream, 2, rows),
    }));
    await expect(twice).rejects.toThrow('does not follow entry 0');
    await expect(ledger.append(stream, () => Promise.reject(new Error('no plan')))).rejects.toThrow('no plan');
    expect(await ledger.subject('s_new')).toBeNull();
    expect(await ledger.head(stream)).toBeNull();
  });

  test('a record key stands in a stream once', async () => {
    await append(under().storage, stream, { count: 1, row: () => ({ recordKey: 'same' }) });
    await append(under().storage, 'audit', { count: 1, row: () => ({ recordKey: 'same' }) });
    await expect(
      append(under().storage, stream, { count: 2, row: (n) => (n === 3 ? { recordKey: 'same' } : {}) }),
    ).rejects.toThrow();
    expect((await under().storage.ledger.head(stream))?.size).toBe(1);
  });

  test('while one appends, another waits: no place is given twice', async () => {
    const stores = [under().storage, await under().another()];
    await Promise.all(
      Array.from({ length: 24 }, (_, index) => {
        const store = stores[index % 2] ?? under().storage;
        return append(store, stream, { count: 3, row: (sequence) => ({ recordKey: `${index}-${sequence}` }) });
      }),
    );
    const rows = await collect(under().storage.ledger.entries(stream, 1, 1_000));
    expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 72 }, (_, index) => index + 1));
    expect((await under().storage.ledger.head(stream))?.size).toBe(72);
  });

  test('the view finds rows by key and subjects by lookup and by name', async () => {
    const erased = subjectRow('s_b');
    await append(under().storage, stream, { count: 3, subjects: [subjectRow('s_a'), erased] });
    await under().storage.ledger.eraseSubject('s_b', at(9));
    await under().storage.ledger.append(stream, async (view) => {
      expect((await view.rowsByKey(['key-3', 'key-1', 'none', 'key-1'])).map(({ sequence }) => sequence)).toEqual([
        1, 3,
      ]);
      expect(await view.subjectsByLookup(['lookup of s_a', 'lookup of s_b', 'none'])).toEqual([subjectRow('s_a')]);
      expect((await view.subjectsByRef(['s_b', 's_a', 'none'])).map(({ ref, erasedAt }) => [ref, erasedAt])).toEqual([
        ['s_a', null],
        ['s_b', at(9)],
      ]);
      expect(await view.rowsByKey([])).toEqual([]);
      return null;
    });
  });

  test('more keys than a statement takes are looked for', async () => {
    await append(under().storage, stream, { count: 5 });
    const keys = Array.from({ length: 40_000 }, (_, index) => `key-${index}`);
    await under().storage.ledger.append(stream, async (view) => {
      expect(await view.rowsByKey(keys)).toHaveLength(5);
      return null;
    });
  });

  test('open tiles are what no complete node above covers', async () => {
    const tiles = (level: number, from: number, count: number) =>
      Array.from({ length: count }, (_, place) => ({
        level,
        index: from + place,
        hash: sha256(`${level}/${from + place}`),
      }));
    const hashes = (level: number, from: number, count: number) => tiles(level, from, count).map(({ hash }) => hash);
    const open = async () => {
      let seen: string[][] = [];
      await under().storage.ledger.append(stream, async (view) => {
        seen = await view.openTiles();
        return null;
      });
      return seen;
    };
    expect(await open()).toEqual([[]]);
    const rows = await append(under().storage, stream, { count: 255 });
    expect(await open()).toEqual([rows.map(({ hash }) => hash)]);
    await append(under().storage, stream, { count: 1, tiles: tiles(1, 0, 1) });
    expect(await open()).toEqual([[], hashes(1, 0, 1)]);
    const more = await append(under().storage, stream, { count: 260, tiles: tiles(1, 1, 1) });
    expect(await open()).toEqual([more.slice(256).map(({ hash }) => hash), hashes(1, 0, 2)]);
    expect(await under().storage.ledger.tileHashes(stream, 1, 0, 2)).toEqual(hashes(1, 0, 2));
    expect(await under().storage.ledger.tileHashes(stream, 1, 1, 9)).toEqual(hashes(1, 1, 1));
    expect(await under().storage.ledger.tileHashes(stream, 2, 0, 9)).toEqual([]);
  });

  test('keeps the first checkpoint of a size, and finds those that cover an entry', async () => {
    const { ledger } = under().storage;
    const checkpoint = (size: number, root = 'a'): Checkpoint => ({
      stream,
      size,
      root: sha256(root),
      at: at(size),
      keyId: 'key-1',
      signature: 's',
    });
    for (const size of [20, 5, 10]) await ledger.addCheckpoint(checkpoint(size));
    await ledger.addCheckpoint(checkpoint(10, 'other'));
    expect(await ledger.checkpoints(stream)).toEqual([checkpoint(5), checkpoint(10), checkpoint(20)]);
    expect(await ledger.checkpointFrom(stream, 6)).toEqual(checkpoint(10));
    expect(await ledger.checkpointFrom(stream, 10)).toEqual(checkpoint(10));
    expect(await ledger.checkpointFrom(stream, 21)).toBeNull();
    expect(await ledger.newestCheckpoint(stream)).toEqual(checkpoint(20));
    expect(await ledger.newestCheckpoint('audit')).toBeNull();
  });

  test('keeps each table once, under its digest', async () => {
    const { ledger } = under().storage;
    const table = { id: 'limits', name: 'ü "quoted" \u0000' } as unknown as DecisionTable;
    expect(await ledger.putTables([{ digest: 'd1', table }], at(1))).toEqual(['d1']);
    const again = { digest: 'd1', table: { id: 'other' } as unknown as DecisionTable };
    expect(await ledger.putTables([again, { digest: 'd2', table }], at(2))).toEqual(['d2']);
    expect(await ledger.table('d1')).toEqual(table);
    expect(await ledger.table('d3')).toBeNull();
    expect((await ledger.knownTables(['d2', 'd3', 'd1'])).sort()).toEqual(['d1', 'd2']);
    expect(await ledger.knownTables([])).toEqual([]);
  });

  test('two who put the same table at once keep it once', async () => {
    const table = { id: 'limits' } as unknown as DecisionTable;
    const stores = [under().storage, await under().another()];
    const added = await Promise.all(stores.map(({ ledger }) => ledger.putTables([{ digest: 'd', table }], at(1))));
    expect(added.flat()).toEqual(['d']);
  });
};
