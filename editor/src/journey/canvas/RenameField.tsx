import { useRef, useState } from 'react';
import type { Step } from '../../../../engine/index.ts';
import { useSession } from '../store/session.ts';

/** Edits a step's name where it stands. Enter keeps it, Escape does not. */
export function RenameField({ step }: { step: Step }) {
  const session = useSession();
  const [name, setName] = useState(step.name);
  // Taking the field away fires one more blur; after Escape that must not keep the name.
  const closed = useRef(false);
  const close = () => {
    closed.current = true;
    session.view.setState({ renaming: null });
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(step.id)}"]`)?.focus();
    });
  };
  const keep = () => {
    if (closed.current) return;
    const wanted = name.trim();
    if (wanted !== '' && wanted !== step.name) session.edits.renameStep(step.id, wanted);
    close();
  };
  return (
    <input
      className="jn-rename nodrag nopan"
      aria-label="Name of the step"
      value={name}
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setName(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') close();
      }}
    />
  );
}
