import { useMemo, useState } from 'react';
import type { JsonObject } from '../../../../engine/index.ts';
import { Button, cx } from '../../../ui/index.ts';
import { useSession, useSimulation } from '../store/session.ts';
import { counted } from '../store/words.ts';
import { customerLabeller } from './customer-label.ts';
import type { OutcomeGroup } from './outcome-groups.ts';

const pageSize = 100;
const none: readonly JsonObject[] = [];

/** The customers, each with what becomes of it; a press draws its path. */
export function CustomerList({ groups, only }: { groups: readonly OutcomeGroup[]; only: OutcomeGroup | null }) {
  const { simulation } = useSession();
  const customers = useSimulation((state) => state.samples?.customers) ?? none;
  const chosen = useSimulation((state) => state.customer);
  const [pages, setPages] = useState(1);
  const outcomes = useMemo(() => outcomeByCustomer(groups), [groups]);
  const labelOf = useMemo(() => customerLabeller(customers), [customers]);
  const indexes = only?.customers ?? customers.map((_, index) => index);
  const shown = indexes.slice(0, pages * pageSize);
  return (
    <section className="jn-customers">
      <h2>{only === null ? 'Customers' : `${only.title}: ${counted(only.customers.length, 'customer')}`}</h2>
      <ul>
        {shown.map((index) => {
          const label = labelOf(customers[index] ?? {}, index);
          const outcome = outcomes.get(index);
          return (
            <li key={index}>
              <button
                type="button"
                className={cx('jn-customer', index === chosen && 'is-chosen')}
                aria-pressed={index === chosen}
                onClick={() => simulation.getState().choose(index === chosen ? null : index)}
              >
                <span className="st-ellipsis">
                  <b>{label.title}</b> <small>{label.detail}</small>
                </span>
                <span className={cx('jn-customer-outcome', outcome?.failed && 'jn-bad')}>{outcome?.title}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {shown.length < indexes.length && (
        <Button size="s" onClick={() => setPages(pages + 1)}>
          {`Show more (${(indexes.length - shown.length).toLocaleString('en')} left)`}
        </Button>
      )}
    </section>
  );
}

function outcomeByCustomer(groups: readonly OutcomeGroup[]): Map<number, OutcomeGroup> {
  return new Map(groups.flatMap((group) => group.customers.map((index) => [index, group] as const)));
}
