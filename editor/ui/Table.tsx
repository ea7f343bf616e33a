import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface TableProps {
  /** Names the table for assistive technology. */
  label: string;
  /** `<thead>` and `<tbody>` in plain HTML. Right-align figures with `className="st-num"` on `th` and `td`. */
  children: ReactNode;
  /** On a narrow screen each row becomes a card; every `td` then says its column in `data-label`. */
  cards?: boolean;
  /** Rows of 32 px instead of 44. */
  dense?: boolean;
  className?: string;
}

/** A table of facts. For cells that are edited see the decision grid. */
export function Table({ label, children, cards, dense, className }: TableProps) {
  return (
    <div className={cx('st-table-frame', cards && 'st-table-cards', className)}>
      <table className={cx('st-table', dense && 'st-table-dense')} aria-label={label}>
        {children}
      </table>
    </div>
  );
}
