import type { Ref } from 'react';
import { IconButton, Kbd, TextInput, useMedia } from '../../ui/index.ts';

interface JourneyToolsProps {
  query: string;
  onQuery: (query: string) => void;
  shown: number;
  /** Null while they are on their way. */
  all: number | null;
  ref: Ref<HTMLInputElement>;
}

/** Search over the list, and how many it holds. */
export function JourneyTools({ query, onQuery, shown, all, ref }: JourneyToolsProps) {
  const hasKeyboard = useMedia('(hover: hover) and (min-width: 641px)');
  const suffix = query ? (
    <IconButton icon="x" label="Clear the search" size="s" tooltip={false} onClick={() => onQuery('')} />
  ) : hasKeyboard ? (
    <Kbd keys="/" />
  ) : null;
  return (
    <div className="jl-tools">
      <TextInput
        ref={ref}
        type="search"
        icon="search"
        aria-label="Search journeys"
        aria-keyshortcuts="/"
        placeholder="Search journeys"
        value={query}
        onChange={onQuery}
        onKeyDown={(event) => event.key === 'Escape' && onQuery('')}
        suffix={suffix}
        className="jl-search"
      />
      <span className="jl-count" role="status">
        {all === null ? '' : shown < all ? `${shown} of ${all}` : all === 1 ? '1 journey' : `${all} journeys`}
      </span>
    </div>
  );
}
