import { useRef, useState } from 'react';
import type { CreatedApiKey } from '../../../engine/index.ts';
import { Button, Field, TextInput } from '../../ui/index.ts';

/** The text of a key that was just made, to be copied. */
export function NewKeyText({ created: { text, apiKey } }: { created: CreatedApiKey }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      field.current?.select();
      setCopied('refused');
    }
  };
  return (
    <div className="se-form">
      <Field label={`Key for “${apiKey.name}”`}>
        <TextInput
          ref={field}
          mono
          readOnly
          value={text}
          onChange={() => undefined}
          onFocus={(event) => event.target.select()}
        />
      </Field>
      <div className="se-copy">
        <Button icon={copied === 'yes' ? 'check' : 'copy'} onClick={() => void copy()}>
          {copied === 'yes' ? 'Copied' : 'Copy'}
        </Button>
        <span role="status" className="se-quiet">
          {copied === 'refused' && 'The browser did not allow copying. The text is selected: press Ctrl+C.'}
        </span>
      </div>
      <p className="se-quiet">
        In n8n: Credentials, Steward Hub API. Paste the key there; the credential’s test tells whether it works.
      </p>
    </div>
  );
}
