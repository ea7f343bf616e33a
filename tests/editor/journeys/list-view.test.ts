import { describe, expect, it } from 'vitest';
import type { JourneySummary } from '../../../engine/index.ts';
import { listView, nextSorting, startSorting } from '../../../editor/src/journeys/list-view.ts';
import { publicationState } from '../../../editor/src/journeys/publication-state.ts';

const journey = (
  id: string,
  name: string,
  updatedAt: string,
  stepCount: number,
  updatedBy = 'Ada',
): JourneySummary => ({
  id,
  name,
  revision: 3,
  updatedAt,
  updatedBy,
  stepCount,
  tableCount: 0,
  publication: null,
});
const journeys = [
  journey('a', 'Refund 10', '2026-11-20T00:00:00Z', 4),
  journey('b', 'Refund 9', '2026-11-22T00:00:00Z', 12, 'Joaquín Peña'),
  journey('c', 'complaint', '2026-11-21T00:00:00Z', 4),
];
const ids = (list: JourneySummary[]) => list.map(({ id }) => id).join('');

describe('the list of journeys', () => {
  it('begins with what changed last', () => {
    expect(ids(listView(journeys, '', startSorting))).toBe('bca');
  });

  it('sorts names as people do: numbers by value, case aside', () => {
    expect(ids(listView(journeys, '', { by: 'name', descending: false }))).toBe('cba');
  });

  it('sorts equals by name, in either direction', () => {
    expect(ids(listView(journeys, '', { by: 'stepCount', descending: true }))).toBe('bca');
    expect(ids(listView(journeys, '', { by: 'stepCount', descending: false }))).toBe('cab');
  });

  it.each([
    ['refund', 'ba'],
    ['  REFUND  9', 'b'],
    ['pena', 'b'],
    ['refund ada', 'a'],
    ['nothing', ''],
  ])('finds by every word, without case and accents: %o', (query, found) => {
    expect(ids(listView(journeys, query, startSorting))).toBe(found);
  });

  it('turns a column round when its head is pressed again, and begins a new one in its natural order', () => {
    expect(nextSorting(startSorting, 'updatedAt')).toEqual({ by: 'updatedAt', descending: false });
    expect(nextSorting(startSorting, 'name')).toEqual({ by: 'name', descending: false });
    expect(nextSorting(startSorting, 'stepCount')).toEqual({ by: 'stepCount', descending: true });
  });
});

describe('what runs in n8n', () => {
  const publication = {
    workflowId: 'w',
    revision: 3,
    versionId: 'v',
    publishedAt: '2026-11-20T00:00:00Z',
    publishedBy: 'Ada',
    webhookUrls: {},
  };

  it.each([
    [null, 3, 'Not published'],
    [publication, 3, 'Published r3'],
    [publication, 5, 'Changed since'],
  ])('is said in a chip', (published, revision, label) => {
    expect(publicationState({ publication: published, revision }).label).toBe(label);
  });
});
