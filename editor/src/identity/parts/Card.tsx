import { useId, type ReactNode } from 'react';
import { cx } from '../../../ui/index.ts';

interface CardProps {
  title: ReactNode;
  /** At the right end of the title's line. */
  aside?: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A part of a page with its own heading. */
export function Card({ title, aside, lead, className, children }: CardProps) {
  const id = useId();
  return (
    <section className={cx('id-card', className)} aria-labelledby={id}>
      <div className="id-card-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {lead && <p className="id-quiet">{lead}</p>}
      {children}
    </section>
  );
}
