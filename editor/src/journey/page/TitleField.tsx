import { useState } from 'react';

interface TitleFieldProps {
  label: string;
  value: string;
  onKeep(value: string): void;
}

/** A title that is edited where it stands. An empty one is not kept. */
export function TitleField({ label, value, onKeep }: TitleFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const keep = () => {
    const wanted = typed?.trim() ?? '';
    if (wanted !== '' && wanted !== value) onKeep(wanted);
    setTyped(null);
  };
  return (
    <h1 className="jn-title">
      <span className="jn-title-size" data-text={text === '' ? 'Untitled' : text}>
        <input
          aria-label={label}
          value={text}
          placeholder="Untitled"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape') setTyped(null);
          }}
        />
      </span>
    </h1>
  );
}
