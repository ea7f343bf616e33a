import { useState } from 'react';
import type { JsonValue } from '../../../../engine/index.ts';
import { Field, TextArea } from '../../../ui/index.ts';

interface JsonFieldProps {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  required: boolean;
  value: JsonValue;
  onChange(value: JsonValue): void;
}

/** JSON as text. What cannot be read stays on the screen, marked, and changes nothing. */
export function JsonField({ value, onChange, error, ...words }: JsonFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? JSON.stringify(value, null, 2);
  const unreadable = jsonError(text);
  return (
    <Field {...words} error={unreadable ?? error}>
      <TextArea
        value={text}
        mono
        rows={8}
        grow
        onChange={(next) => {
          setTyped(next);
          if (jsonError(next) === undefined) onChange(JSON.parse(next) as JsonValue);
        }}
        onBlur={() => {
          if (unreadable === undefined) setTyped(null);
        }}
      />
    </Field>
  );
}

function jsonError(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return `Not valid JSON yet: ${error instanceof Error ? error.message : 'it cannot be read'}.`;
  }
}
