import type { ReactNode } from 'react';

/** A named row of samples. */
export function Sample({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <div className="ds-sample">
      <h3>{title}</h3>
      {note && <p>{note}</p>}
      <div className="ds-sample-body">{children}</div>
    </div>
  );
}
