import type { JourneySummary } from '../../../engine/index.ts';
import { Chip, cx, Icon, IconButton, Menu, RelativeTime, Table, VisuallyHidden } from '../../ui/index.ts';
import { href, n8nPages, paths, standalone } from '../app/location.ts';
import { Link } from 'wouter';
import { duplicate, exportWorkflow, nameOf, remove } from './journey-actions.ts';
import { publicationState } from './publication-state.ts';
import { nextSorting, type Sorting, type SortKey } from './list-view.ts';

interface JourneyTableProps {
  journeys: readonly JourneySummary[];
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
}

/** The journeys, one row each; on a narrow screen one card each. */
export function JourneyTable({ journeys, sorting, onSort }: JourneyTableProps) {
  const head = (by: SortKey, label: string, className?: string) => (
    <SortHead by={by} label={label} sorting={sorting} onSort={onSort} className={className} />
  );
  return (
    <Table label="Journeys" cards className="jl-table">
      <thead>
        <tr>
          {head('name', 'Name')}
          {head('stepCount', 'Steps', 'st-num')}
          {head('updatedAt', 'Last change')}
          <th scope="col">In n8n</th>
          <th scope="col">
            <VisuallyHidden>Actions</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {journeys.map((journey) => (
          <JourneyRow key={journey.id} journey={journey} />
        ))}
      </tbody>
    </Table>
  );
}

interface SortHeadProps extends Pick<JourneyTableProps, 'sorting' | 'onSort'> {
  by: SortKey;
  label: string;
  className: string | undefined;
}

function SortHead({ by, label, sorting, onSort, className }: SortHeadProps) {
  const on = sorting.by === by;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={on ? (sorting.descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        className={cx('jl-sort', on && 'jl-sort-on')}
        onClick={() => onSort(nextSorting(sorting, by))}
      >
        {label}
        <Icon name={on && !sorting.descending ? 'arrow-up' : 'arrow-down'} size={12} />
      </button>
    </th>
  );
}

function JourneyRow({ journey }: { journey: JourneySummary }) {
  const { id, stepCount, tableCount, updatedAt, updatedBy, publication } = journey;
  const state = publicationState(journey);
  const name = nameOf(journey);
  return (
    <tr className="jl-row">
      <th scope="row" className="jl-name">
        <Link href={paths.journey(id)} className="jl-open">
          {name}
        </Link>
        {tableCount > 0 && <small>{tableCount === 1 ? '1 table' : `${tableCount} tables`}</small>}
      </th>
      <td className="jl-steps st-num">{stepCount}</td>
      <td className="jl-change">
        {/* A card has no column for the steps. */}
        <span className="jl-facts-steps">{stepCount === 1 ? '1 step' : `${stepCount} steps`} · </span>
        <RelativeTime iso={updatedAt} /> <span className="jl-by">by {updatedBy}</span>
      </td>
      <td className="jl-state">
        <Chip tone={state.tone} title={state.explanation}>
          {state.label}
        </Chip>
        {publication && !standalone && (
          <a className="jl-n8n" href={n8nPages.workflow(publication.workflowId)} target="_blank" rel="noreferrer">
            Workflow
            <VisuallyHidden>{` of ${name}, opens n8n in a new tab`}</VisuallyHidden>
            <Icon name="arrow-up-right" size={13} />
          </a>
        )}
      </td>
      <td className="jl-menu">
        <Menu
          align="end"
          trigger={<IconButton icon="ellipsis" label={`Actions for ${name}`} tooltip={false} />}
          items={[
            { label: 'Open', icon: 'square-pen', href: href(paths.journey(id)) },
            { label: 'Duplicate', icon: 'copy', onSelect: () => void duplicate(journey) },
            { label: 'Export as n8n workflow', icon: 'download', onSelect: () => void exportWorkflow(journey) },
            '-',
            { label: 'Delete…', icon: 'trash-2', tone: 'danger', onSelect: () => void remove(journey) },
          ]}
        />
      </td>
    </tr>
  );
}
