import type { Publication, StoredJourney } from '../../engine/index.ts';
import { newJourney } from '../../editor/src/journeys/new-journey.ts';

const publication = (revision: number, workflowId: string): Publication => ({
  workflowId,
  revision,
  versionId: `v${revision}`,
  publishedAt: '2026-11-20T10:00:00.000Z',
  publishedBy: 'Ada Lindqvist',
  webhookUrls: {},
});

const rows: [name: string, revision: number, updatedAt: string, updatedBy: string, publication: Publication | null][] =
  [
    ['Refund triage', 14, '2026-11-22T08:57:00.000Z', 'Ada Lindqvist', publication(14, 'wfA1')],
    ['Vulnerable customer hand-off', 31, '2026-11-22T06:10:00.000Z', 'Joaquín Peña', publication(28, 'wfB2')],
    ['Complaint to ombudsman', 3, '2026-11-21T15:30:00.000Z', 'Mei Tanaka', null],
    [
      'Contract cancellation, with win-back offer for customers of long standing',
      8,
      '2026-11-18T09:00:00.000Z',
      'Ada Lindqvist',
      publication(8, 'wfC3'),
    ],
    ['Late delivery', 1, '2026-10-02T09:00:00.000Z', 'Ulla Øst', null],
    ['', 2, '2025-09-12T09:00:00.000Z', 'Ulla Øst', null],
  ];

/** Journeys in every state of the list: published, draft ahead, never published, long name, no name. */
export function sampleJourneys(): StoredJourney[] {
  return rows.map(([name, revision, updatedAt, updatedBy, published], index) => {
    let count = 0;
    const document = newJourney(name, () => `j${index}00${count++}-0000-4000-8000-000000000000`);
    return { document, revision, updatedAt, updatedBy, publication: published };
  });
}
