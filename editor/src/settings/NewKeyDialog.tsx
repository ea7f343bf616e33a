import { useState } from 'react';
import { keyScopes, type ApiKey, type CreatedApiKey, type KeyScope } from '../../../engine/index.ts';
import { Button, Callout, Checkbox, Dialog, Field, Select, TextInput } from '../../ui/index.ts';
import { accessApi } from '../app/access-api.ts';
import { asApiError, type ApiError } from '../app/api-error.ts';
import { scopeWords } from '../app/role-words.ts';
import { NewKeyText } from './NewKeyText.tsx';

interface NewKeyDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCreated: (key: ApiKey) => void;
}

const lifetimes = [
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: '730', label: 'Two years' },
  { value: 'never', label: 'No end', detail: 'Only for what nobody would miss being told of.' },
] as const;
type Lifetime = (typeof lifetimes)[number]['value'];

const maxNameLength = 100;

/** Makes a key, then shows its text once. */
export function NewKeyDialog({ open, onOpenChange, onCreated }: NewKeyDialogProps) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly KeyScope[]>(['ledger:append']);
  const [lifetime, setLifetime] = useState<Lifetime>('365');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [created, setCreated] = useState<CreatedApiKey | null>(null);
  const isNamed = name.trim() !== '';

  const close = (next: boolean) => {
    onOpenChange(next);
    if (next) return;
    setName('');
    setScopes(['ledger:append']);
    setLifetime('365');
    setTried(false);
    setError(null);
    setCreated(null);
  };
  const create = async () => {
    setTried(true);
    if (!isNamed || scopes.length === 0 || busy) return;
    setBusy(true);
    setError(null);
    try {
      const expiresInDays = lifetime === 'never' ? null : Number(lifetime);
      const made = await accessApi.createKey({ name: name.trim(), scopes: [...scopes], expiresInDays });
      setCreated(made);
      onCreated(made.apiKey);
    } catch (thrown) {
      setError(asApiError(thrown));
    } finally {
      setBusy(false);
    }
  };

  if (created) {
    return (
      <Dialog
        open={open}
        onOpenChange={close}
        title="Copy the key now"
        description="It is shown this once. The hub keeps only its hash, so nobody can look it up again."
        footer={
          <Button variant="primary" onClick={() => close(false)}>
            I have copied it
          </Button>
        }
      >
        <NewKeyText created={created} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title="New API key"
      onSubmit={() => void create()}
      footer={
        <Button type="submit" variant="primary" busy={busy}>
          Make the key
        </Button>
      }
    >
      <div className="se-form">
        <Field
          label="Name"
          hint="What uses it, and where: it stands in the ledger beside what the key records."
          error={tried && !isNamed ? 'Give the key a name.' : undefined}
          required
        >
          <TextInput value={name} onChange={setName} maxLength={maxNameLength} placeholder="n8n production" />
        </Field>
        <fieldset className="se-scopes">
          <legend>It may</legend>
          {keyScopes.map((scope) => (
            <Checkbox
              key={scope}
              label={scopeWords[scope].title}
              hint={scopeWords[scope].detail}
              checked={scopes.includes(scope)}
              onChange={(on) => setScopes(keyScopes.filter((one) => (one === scope ? on : scopes.includes(one))))}
            />
          ))}
          {tried && scopes.length === 0 && <p className="st-field-error">Choose at least one.</p>}
        </fieldset>
        <Field label="Works for">
          <Select<Lifetime> value={lifetime} onChange={setLifetime} options={lifetimes} />
        </Field>
        {error && (
          <Callout live tone="bad" title="No key was made">
            {error.message} {error.advice}
          </Callout>
        )}
      </div>
    </Dialog>
  );
}
