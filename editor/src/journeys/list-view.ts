import type { JourneySummary } from '../../../engine/index.ts';

export const sortKeys = ['name', 'stepCount', 'updatedAt'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Sorting {
  by: SortKey;
  descending: boolean;
}

/** Newest first: what one worked on last is what one looks for. */
export const startSorting: Sorting = { by: 'updatedAt', descending: true };

/** What pressing a column's head does: the other direction, or the new column in its natural one. */
export function nextSorting(now: Sorting, by: SortKey): Sorting {
  return now.by === by ? { by, descending: !now.descending } : { by, descending: by !== 'name' };
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Journeys that contain every word of the query, in their name or their author's, in the order asked for. */
export function listView(journeys: readonly JourneySummary[], query: string, sorting: Sorting): JourneySummary[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const fits = ({ name, updatedBy }: JourneySummary) => {
    const text = plain(`${name} ${updatedBy}`);
    return words.every((word) => text.includes(word));
  };
  const direction = sorting.descending ? -1 : 1;
  return journeys
    .filter(fits)
    .sort(
      (a, b) => direction * compare(a, b, sorting.by) || collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1),
    );
}

function compare(a: JourneySummary, b: JourneySummary, by: SortKey): number {
  if (by === 'stepCount') return a.stepCount - b.stepCount;
  if (by === 'updatedAt') return Date.parse(a.updatedAt) - Date.parse(b.updatedAt);
  return collator.compare(a.name, b.name);
}

/** Without case and accents: "creme" finds "Crème". */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
