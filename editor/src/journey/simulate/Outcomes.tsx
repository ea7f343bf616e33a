import { cx } from '../../../ui/index.ts';
import { useSimulation } from '../store/session.ts';
import type { OutcomeGroup } from './outcome-groups.ts';

interface OutcomesProps {
  groups: readonly OutcomeGroup[];
  total: number;
  chosen: string | null;
  onChoose(group: string | null): void;
}

/** Where the customers' ways end, as bars; a press shows those customers alone. */
export function Outcomes({ groups, total, chosen, onChoose }: OutcomesProps) {
  const running = useSimulation((state) => state.running);
  return (
    <section className="jn-outcomes" aria-busy={running}>
      <h2>Outcomes</h2>
      <ul>
        {groups.map((group) => {
          const share = total === 0 ? 0 : group.customers.length / total;
          const isChosen = group.key === chosen;
          return (
            <li key={group.key}>
              <button
                type="button"
                aria-pressed={isChosen}
                className={cx('jn-outcome', isChosen && 'is-chosen', group.failed && 'is-bad')}
                onClick={() => onChoose(isChosen ? null : group.key)}
              >
                <span className="st-ellipsis">{group.title}</span>
                <span className="jn-bar" aria-hidden="true">
                  <i style={{ width: `${Math.max(share * 100, 0.8)}%` }} />
                </span>
                <span className="jn-figure">
                  <b>{group.customers.length.toLocaleString('en')}</b> {Math.round(share * 100)} %
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
