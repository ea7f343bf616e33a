import { useState } from 'react';
import { Button, ButtonLink, IconButton, Kbd, Segmented, Tooltip, type ButtonVariant } from '../../ui/index.ts';
import { Sample } from './Sample.tsx';

const variants: [ButtonVariant, string][] = [
  ['primary', 'Publish to n8n'],
  ['secondary', 'Simulate'],
  ['quiet', 'Cancel'],
  ['danger', 'Delete'],
];

export function ButtonsSection() {
  const [busy, setBusy] = useState(false);
  const [view, setView] = useState('grid');
  return (
    <>
      {variants.map(([variant, label]) => (
        <Sample key={variant} title={variant.charAt(0).toUpperCase() + variant.slice(1)}>
          <div className="ds-row">
            <Button variant={variant}>{label}</Button>
            <Button variant={variant} icon={variant === 'danger' ? 'trash-2' : 'play'}>
              {label}
            </Button>
            <Button variant={variant} size="s">
              {label}
            </Button>
            <Button variant={variant} busy>
              {label}
            </Button>
            <Button variant={variant} disabled>
              {label}
            </Button>
          </div>
        </Sample>
      ))}
      <Sample title="Others">
        <div className="ds-row">
          <Button
            icon="save"
            busy={busy}
            onClick={() => {
              setBusy(true);
              setTimeout(setBusy, 1500, false);
            }}
          >
            Press to see it work
          </Button>
          <Tooltip content="Mend 1 problem first">
            <Button variant="primary" aria-disabled>
              Cannot be done now, and says why
            </Button>
          </Tooltip>
          <Button aria-pressed="true" icon="lock">
            Pressed
          </Button>
          <ButtonLink href="#buttons" icon="external-link">
            A link
          </ButtonLink>
        </div>
      </Sample>
      <Sample title="Icon buttons" note="The label is the accessible name and the tooltip.">
        <div className="ds-row">
          <IconButton icon="undo-2" label="Undo" shortcut="Ctrl+Z" />
          <IconButton icon="redo-2" label="Redo" shortcut="Ctrl+Shift+Z" />
          <IconButton icon="plus" label="Add a step" variant="secondary" />
          <IconButton icon="play" label="Simulate" variant="primary" />
          <IconButton icon="trash-2" label="Delete the row" size="s" />
          <IconButton icon="save" label="Saving" busy />
          <IconButton icon="redo-2" label="Nothing to redo" disabled />
        </div>
      </Sample>
      <Sample title="Segmented">
        <div className="ds-row">
          <Segmented
            label="View"
            value={view}
            onChange={setView}
            options={[
              { value: 'grid', label: 'Grid', icon: 'table-2' },
              { value: 'list', label: 'List', icon: 'list' },
              { value: 'tree', label: 'Tree', icon: 'list-tree' },
            ]}
          />
          <Segmented
            label="View, small"
            size="s"
            value={view}
            onChange={setView}
            options={[
              { value: 'grid', label: 'Grid', icon: 'table-2', iconOnly: true },
              { value: 'list', label: 'List', icon: 'list', iconOnly: true },
              { value: 'tree', label: 'Tree', icon: 'list-tree', iconOnly: true },
            ]}
          />
        </div>
      </Sample>
      <Sample title="Keys">
        <div className="ds-row">
          <Kbd keys="Ctrl+Shift+P" />
          <Kbd keys="/" />
          <Kbd keys="Enter" />
        </div>
      </Sample>
    </>
  );
}
