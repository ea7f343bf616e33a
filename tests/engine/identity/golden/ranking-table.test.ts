import { describe, expect, it } from 'vitest';
import { goldenRecord } from '../../../../engine/identity/golden/golden-record.ts';
import { checkSurvivorship } from '../../../../engine/identity/golden/rank-by-table.ts';
import { rankingTable } from '../../../../engine/identity/golden/ranking-table.ts';
import { defaultSurvivorship } from '../../../../engine/identity/golden/default-survivorship.ts';
import type { SourceRecord, Survivorship } from '../../../../engine/identity/model/golden-record.ts';
import { parseTable } from '../../../../rules/index.ts';

const records: SourceRecord[] = [
  { id: 'crm-1', source: 'crm', updatedAt: '2026-01-01', values: { email: 'old@example.com', tier: 'gold' } },
  { id: 'shop-1', source: 'shop', updatedAt: '2026-03-01', values: { email: 'new@example.com', tier: 'silver' } },
  { id: 'chat-1', source: 'chat', updatedAt: '2025-12-01', values: { email: 'old@example.com' } },
];
const byTable = (table = rankingTable()): Survivorship => ({
  otherwise: { by: 'most-recent' },
  fields: { email: { by: 'table', table } },
});
const withRows = (rows: [when: Record<string, string>, rank: number][]) => ({
  ...rankingTable(),
  rows: rows.map(([when, rank], index) => ({ id: `row-${index}`, when, then: { rank } })),
});

describe('a value chosen by a table', () => {
  it('is the one of the least rank', () => {
    expect(goldenRecord(records, byTable()).values.email).toEqual({
      value: 'old@example.com',
      from: 'crm-1',
      source: 'crm',
      rule: 'table',
    });
    expect(goldenRecord(records, byTable(withRows([[{ source: '"shop"' }, 1]]))).values.email?.from).toBe('shop-1');
  });

  it('may depend on the day of the last change, on the latest record, and on how many say so', () => {
    const since2026 = withRows([
      [{ updatedOn: '>= date("2026-02-01")' }, 2],
      [{ updatedOn: '>= date("2026-01-01")' }, 1],
    ]);
    expect(goldenRecord(records, byTable(since2026)).values.email?.from).toBe('crm-1');
    const latest = withRows([[{ latest: 'true' }, 1]]);
    expect(goldenRecord(records, byTable(latest)).values.email?.value).toBe('new@example.com');
    const alone = withRows([[{ records: '1' }, 1]]);
    expect(goldenRecord(records, byTable(alone)).values.email?.value).toBe('new@example.com');
  });

  it('falls back to the latest record where no row says anything, and comes after every value that a row names', () => {
    expect(goldenRecord(records, byTable(withRows([]))).values.email?.from).toBe('shop-1');
    const onlyChat = withRows([[{ source: '"chat"' }, 900]]);
    expect(goldenRecord(records, byTable(onlyChat)).values.email?.from).toBe('chat-1');
  });
});

describe('checkSurvivorship', () => {
  it('has nothing against the default and the table to begin with, which is of the form of all tables', () => {
    expect(checkSurvivorship(defaultSurvivorship)).toEqual([]);
    expect(parseTable(rankingTable()).ok).toBe(true);
    expect(checkSurvivorship({ otherwise: { by: 'table', table: rankingTable() }, fields: {} })).toEqual([]);
  });

  it('says what keeps a table from ranking, and where', () => {
    const [output] = rankingTable().outputs;
    const unranked = { ...rankingTable(), outputs: output ? [{ ...output, id: 'place' }] : [], rows: [] };
    expect(checkSurvivorship(byTable(unranked))).toMatchObject([
      { code: 'survivorship_rank_missing', path: ['fields', 'email', 'table'] },
    ]);
    const list = { ...rankingTable(), hitPolicy: 'rule-order' as const };
    expect(checkSurvivorship(byTable(list)).map(({ code }) => code)).toEqual(['survivorship_rank_missing']);
    const unreadable = withRows([[{ records: '>= many' }, 1]]);
    expect(checkSurvivorship(byTable(unreadable))[0]).toMatchObject({
      severity: 'error',
      path: ['fields', 'email', 'table', 'rows', 0, 'when', 'records'],
    });
  });
});
