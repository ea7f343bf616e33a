import { auditStream, eventKinds, type LedgerFacets, type StreamSummary } from '../../../../engine/index.ts';
import { Field, Select, TextInput } from '../../../ui/index.ts';
import { eventWords } from '../event-words.ts';
import { withFilter, type FilterName, type LedgerFilters } from '../filters.ts';
import { streamDetail, streamTitle } from '../stream-words.ts';
import { SettledCombobox } from './SettledCombobox.tsx';

interface FilterFormProps {
  filters: LedgerFilters;
  onChange: (filters: LedgerFilters) => void;
  streams: readonly StreamSummary[];
  facets: LedgerFacets | null;
}

const none: LedgerFacets = { journeys: [], steps: [], outcomes: [], tables: [], rules: [] };

/** What the explorer can be narrowed by, with what the ledger holds as suggestions. */
export function FilterForm({ filters, onChange, streams, facets }: FilterFormProps) {
  const { journeys, steps, outcomes, tables, rules } = facets ?? none;
  const set = (name: FilterName) => (value: string) => onChange(withFilter(filters, name, value));
  const plain = (values: readonly string[]) => values.map((value) => ({ value }));
  const isAudit = filters.stream === auditStream;
  const known = streams.some(({ stream }) => stream === filters.stream)
    ? streams.map(({ stream }) => stream)
    : [filters.stream, ...streams.map(({ stream }) => stream)];
  return (
    <div className="lg-filters">
      <Field label="Stream">
        <Select
          value={filters.stream}
          onChange={(stream) => onChange({ stream })}
          options={known.map((stream) => ({ value: stream, label: streamTitle(stream), detail: streamDetail(stream) }))}
        />
      </Field>
      {isAudit ? (
        <Field label="What happened">
          <Select
            value={filters.kind ?? ''}
            onChange={set('kind')}
            options={[
              { value: '', label: 'Anything' },
              ...eventKinds.map((kind) => ({ value: kind, label: eventWords[kind].title })),
            ]}
          />
        </Field>
      ) : (
        <>
          <SettledCombobox
            label="Journey"
            value={filters.journey}
            onChange={set('journey')}
            options={journeys.map((one) => ({ value: one.id, label: nameAmong(one, journeys) }))}
          />
          <SettledCombobox label="Step" value={filters.step} onChange={set('step')} options={plain(steps)} />
          <SettledCombobox
            label="Outcome"
            value={filters.outcome}
            onChange={set('outcome')}
            options={plain(outcomes)}
          />
          <SettledCombobox label="Table" value={filters.table} onChange={set('table')} options={plain(tables)} />
          <SettledCombobox label="Rule row" value={filters.rule} onChange={set('rule')} options={plain(rules)} />
        </>
      )}
      <Field label="From">
        <TextInput type="date" value={filters.from ?? ''} max={filters.until} onChange={set('from')} />
      </Field>
      <Field label="Until, that day included">
        <TextInput type="date" value={filters.until ?? ''} min={filters.from} onChange={set('until')} />
      </Field>
    </div>
  );
}

/** Two journeys of one name are told apart by their ids. */
function nameAmong({ id, name }: LedgerFacets['journeys'][number], journeys: LedgerFacets['journeys']): string {
  return journeys.some((other) => other.name === name && other.id !== id) ? `${name} (${id})` : name;
}
