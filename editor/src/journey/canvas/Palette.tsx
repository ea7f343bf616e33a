import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { StepType } from '../../../../engine/index.ts';
import { cx, FamilyTile, Icon, IconButton } from '../../../ui/index.ts';
import { paletteDragType, paletteGroups, type PaletteJoin } from './palette-entries.ts';

interface PaletteProps {
  /** What the chosen step will be joined to, in words; empty for a step that stands alone. */
  purpose: string;
  join: PaletteJoin;
  onChoose(type: StepType): void;
  onClose(): void;
}

/** The steps that can be added: search, arrow keys and Enter, a click, or a drag to the place. */
export function Palette({ purpose, join, onChoose, onClose }: PaletteProps) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const groups = useMemo(() => paletteGroups(query, join), [query, join]);
  const flat = groups.flatMap((group) => group.types);
  const current = flat[Math.min(at, flat.length - 1)];
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'ArrowDown') setAt((was) => Math.min(was + 1, flat.length - 1));
    else if (event.key === 'ArrowUp') setAt((was) => Math.max(was - 1, 0));
    else if (event.key === 'Enter' && current !== undefined) onChoose(current);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };

  return (
    <section className="jn-palette" aria-label="Add a step" onKeyDown={onKeyDown}>
      <header>
        <div className="jn-palette-search">
          <Icon name="search" size={14} />
          <input
            type="search"
            role="combobox"
            aria-expanded="true"
            aria-controls="jn-palette-list"
            aria-activedescendant={current === undefined ? undefined : optionId(current)}
            aria-label="Search steps"
            placeholder="Search steps"
            autoFocus
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setAt(0);
            }}
          />
        </div>
        <IconButton icon="x" label="Close" size="s" onClick={onClose} />
      </header>
      {purpose !== '' && <p className="jn-palette-purpose">{purpose}</p>}
      <div className="jn-palette-list" id="jn-palette-list" role="listbox" aria-label="Steps" ref={list}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-labelledby={`jn-family-${group.title}`}>
            <h3 id={`jn-family-${group.title}`}>{group.title}</h3>
            {group.types.map((type) => (
              <PaletteOption
                key={type.type}
                type={type}
                current={type === current}
                onPoint={() => setAt(flat.indexOf(type))}
                onChoose={() => onChoose(type)}
              />
            ))}
          </div>
        ))}
        {flat.length === 0 && <p className="jn-palette-none">No step is called “{query}”.</p>}
      </div>
      <footer>Any other node of n8n: copy it there, paste it here.</footer>
    </section>
  );
}

interface OptionProps {
  type: StepType;
  current: boolean;
  onPoint(): void;
  onChoose(): void;
}

function PaletteOption({ type, current, onPoint, onChoose }: OptionProps) {
  return (
    <div
      id={optionId(type)}
      role="option"
      aria-selected={current}
      className={cx('jn-palette-option', current && 'is-current')}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(paletteDragType, type.type);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      <FamilyTile family={type.family} icon={type.icon} size="s" />
      <span>
        <b>{type.title}</b>
        <small>{type.summary}</small>
      </span>
    </div>
  );
}

function optionId(type: StepType): string {
  return `jn-option-${type.type}`;
}
