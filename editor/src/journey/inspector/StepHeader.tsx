import { useState } from 'react';
import type { Step, StepType } from '../../../../engine/index.ts';
import { FamilyTile, IconButton, Menu, type MenuEntry } from '../../../ui/index.ts';
import { useSaveState, useSession } from '../store/session.ts';
import { copyText } from '../parts/copy-text.ts';
import { standalone } from '../../app/location.ts';
import { n8nStepHref } from '../parts/n8n-links.ts';

/** Name, kind, and what can be done with the step as a whole. */
export function StepHeader({ step, type }: { step: Step; type: StepType }) {
  const { edits, view } = useSession();
  const publication = useSaveState((state) => (standalone ? null : state.publication));
  const items: MenuEntry[] = [
    { label: 'Duplicate', icon: 'copy', shortcut: 'Ctrl+D', onSelect: () => edits.duplicate([step.id]) },
    {
      label: 'Copy for n8n',
      icon: 'clipboard',
      shortcut: 'Ctrl+C',
      onSelect: () =>
        void copyText(edits.copyText([step.id]), 'The step was copied. Paste it in n8n, or in another journey.'),
    },
    { label: 'Connect to…', icon: 'link', shortcut: 'C', onSelect: () => view.setState({ connectFrom: step.id }) },
    ...(publication === null
      ? []
      : [
          {
            label: 'Open in n8n',
            icon: 'external-link',
            href: n8nStepHref(publication.workflowId, step.id),
            target: '_blank',
          },
        ]),
    '-',
    {
      label: 'Delete',
      icon: 'trash-2',
      shortcut: 'Delete',
      tone: 'danger',
      onSelect: () => edits.remove([step.id], []),
    },
  ];
  return (
    <header className="jn-inspector-head">
      <FamilyTile family={type.family} icon={type.icon} />
      <div className="jn-inspector-title">
        <NameField step={step} />
        <p>
          {type.title}
          {publication !== null && (
            <>
              {' · '}
              <a href={n8nStepHref(publication.workflowId, step.id)} target="_blank" rel="noreferrer">
                Open in n8n
              </a>
            </>
          )}
        </p>
      </div>
      <Menu align="end" trigger={<IconButton icon="ellipsis" label="More" tooltip={false} />} items={items} />
      <IconButton icon="x" label="Close" onClick={() => view.setState({ inspectorOpen: false, factsAsked: false })} />
    </header>
  );
}

/** The name as a title that can be typed into. An empty one is not kept. */
function NameField({ step }: { step: Step }) {
  const { edits } = useSession();
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    const name = typed?.trim() ?? '';
    if (name !== '' && name !== step.name) edits.renameStep(step.id, name);
    setTyped(null);
  };
  return (
    <input
      className="jn-title-field"
      aria-label="Name of the step"
      data-autofocus
      value={typed ?? step.name}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape' && typed !== null) {
          event.preventDefault();
          setTyped(null);
        }
      }}
    />
  );
}
