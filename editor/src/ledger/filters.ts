import { decisionStream, type LedgerSearch } from '../../../engine/index.ts';

/** What the explorer is narrowed to. All of it stands in the address; a person only by the ledger's random name. */
export interface LedgerFilters {
  stream: string;
  person?: string;
  journey?: string;
  step?: string;
  outcome?: string;
  table?: string;
  rule?: string;
  kind?: string;
  /** First and last day, `YYYY-MM-DD`, in the reader's time zone. */
  from?: string;
  until?: string;
}

/** Names of filters beside the stream, in the order of the form. */
export const filterNames = ['person', 'journey', 'step', 'outcome', 'table', 'rule', 'kind', 'from', 'until'] as const;
export type FilterName = (typeof filterNames)[number];

const dayForm = /^\d{4}-\d\d-\d\d$/;

/** The filters that an address names; what is no day is left out. */
export function filtersOf(search: string): LedgerFilters {
  const params = new URLSearchParams(search);
  const filters: LedgerFilters = { stream: params.get('stream') || decisionStream };
  for (const name of filterNames) {
    const value = params.get(name);
    if (value === null || value === '') continue;
    if ((name === 'from' || name === 'until') && !isDay(value)) continue;
    filters[name] = value;
  }
  return filters;
}

/** The part of an address after the path; empty for all decisions. */
export function searchOf(filters: LedgerFilters): string {
  const params = new URLSearchParams();
  if (filters.stream !== decisionStream) params.set('stream', filters.stream);
  for (const name of filterNames) {
    const value = filters[name];
    if (value) params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The filters with one of them set, or taken away by an empty value. */
export function withFilter(filters: LedgerFilters, name: FilterName, value: string): LedgerFilters {
  const { [name]: _, ...rest } = filters;
  return value === '' ? rest : { ...rest, [name]: value };
}

/** Names of the filters that are set. */
export function setFilters(filters: LedgerFilters): FilterName[] {
  return filterNames.filter((name) => filters[name] !== undefined);
}

/** What the hub is asked. Days become moments: from the first one's midnight to before the midnight after the last. */
export function ledgerSearchOf(filters: LedgerFilters): LedgerSearch {
  const { person, from, until, ...same } = filters;
  return {
    ...same,
    ...(person !== undefined && { subjectRef: person }),
    ...(from !== undefined && { from: midnight(from, 0) }),
    ...(until !== undefined && { until: midnight(until, 1) }),
  };
}

/** Midnight of a day in the reader's time zone, or of one `daysLater`. */
function midnight(day: string, daysLater: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}

function isDay(text: string): boolean {
  return dayForm.test(text) && !Number.isNaN(Date.parse(text));
}
