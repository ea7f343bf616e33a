import type { LedgerFacets } from '../../../../engine/index.ts';
import { Button, Icon } from '../../../ui/index.ts';
import { wordsOfEvent } from '../event-words.ts';
import { setFilters, withFilter, type FilterName, type LedgerFilters } from '../filters.ts';
import { shortRef } from '../short-ref.ts';

const names: Readonly<Record<FilterName, string>> = {
  person: 'Person',
  journey: 'Journey',
  step: 'Step',
  outcome: 'Outcome',
  table: 'Table',
  rule: 'Row',
  kind: 'What',
  from: 'From',
  until: 'Until',
};

interface FilterChipsProps {
  filters: LedgerFilters;
  onChange: (filters: LedgerFilters) => void;
  facets: LedgerFacets | null;
}

/** The filters in force; pressing one takes it away. */
export function FilterChips({ filters, onChange, facets }: FilterChipsProps) {
  const on = setFilters(filters);
  if (on.length === 0) return null;
  const words = (name: FilterName): string => {
    const value = filters[name] ?? '';
    if (name === 'person') return shortRef(value);
    if (name === 'kind') return wordsOfEvent(value).title;
    return name === 'journey' ? (facets?.journeys.find(({ id }) => id === value)?.name ?? value) : value;
  };
  return (
    <ul className="lg-chips" aria-label="Filters in force">
      {on.map((name) => (
        <li key={name}>
          <button
            type="button"
            className="lg-chip"
            title={filters[name]}
            onClick={() => onChange(withFilter(filters, name, ''))}
            aria-label={`Take away the filter ${names[name]}: ${words(name)}`}
          >
            <span className="lg-chip-name">{names[name]}</span>
            <span className="st-ellipsis">{words(name)}</span>
            <Icon name="x" size={12} />
          </button>
        </li>
      ))}
      {on.length > 1 && (
        <li>
          <Button variant="quiet" size="s" onClick={() => onChange({ stream: filters.stream })}>
            Clear all
          </Button>
        </li>
      )}
    </ul>
  );
}
