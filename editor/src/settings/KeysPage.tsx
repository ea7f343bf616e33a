import { useState } from 'react';
import type { ApiKey } from '../../../engine/index.ts';
import { Callout, confirm, EmptyState, Skeleton, toast, TopBar } from '../../ui/index.ts';
import { accessApi } from '../app/access-api.ts';
import { asApiError } from '../app/api-error.ts';
import { usePageTitle } from '../app/page-title.ts';
import { HubFailure } from '../app/HubFailure.tsx';
import { useLoaded } from '../ledger/use-loaded.ts';
import { AccessTabs } from './AccessTabs.tsx';
import { KeyTable } from './KeyTable.tsx';
import { NewKeyDialog } from './NewKeyDialog.tsx';

/** API keys: what machines use in place of a person's sign-in. */
export function KeysPage() {
  const { value: keys, error, busy, again, replace } = useLoaded((signal) => accessApi.keys(signal), 'keys');
  const [asking, setAsking] = useState(false);
  usePageTitle('API keys');

  const revoke = async (key: ApiKey) => {
    const yes = await confirm({
      title: `Revoke “${key.name}”?`,
      detail:
        'Whatever uses this key is refused from now on. A revoked key never comes back; make another one instead.',
      confirmLabel: 'Revoke',
      tone: 'danger',
    });
    if (!yes) return;
    try {
      const revoked = await accessApi.revokeKey(key.id);
      replace((keys ?? []).map((one) => (one.id === revoked.id ? revoked : one)));
      toast({ tone: 'good', title: `“${key.name}” is revoked` });
    } catch (thrown) {
      const { message, advice } = asApiError(thrown);
      toast({ tone: 'bad', title: `“${key.name}” was not revoked`, detail: `${message} ${advice}` });
    }
  };

  const content = () => {
    if (keys === null)
      return error ? (
        <HubFailure title="The keys could not be read" error={error} onRetry={again} busy={busy} />
      ) : (
        <Skeleton height={240} />
      );
    if (keys.length === 0) {
      return (
        <EmptyState icon="key-round" title="No API keys yet">
          Steward’s nodes need one to record decisions: make a key that may record, and put it into the credential
          Steward Hub API in n8n.
        </EmptyState>
      );
    }
    return <KeyTable keys={keys} onRevoke={(key) => void revoke(key)} />;
  };
  return (
    <>
      <TopBar
        title="API keys"
        actions={[{ id: 'new', label: 'New key', icon: 'plus', variant: 'primary', onSelect: () => setAsking(true) }]}
      />
      <div className="st-scroll">
        <div className="st-content se-page">
          <AccessTabs current="keys" />
          <p className="se-lead">
            A key stands for a machine: n8n’s nodes, an archive, a monitor. It can do what its scopes say and nothing
            that needs a person, such as reading personal inputs or giving roles.
          </p>
          {keys !== null && error && (
            <Callout live tone="warn" title="This list may be out of date">
              {error.message} {error.advice}
            </Callout>
          )}
          {content()}
        </div>
      </div>
      <NewKeyDialog open={asking} onOpenChange={setAsking} onCreated={(key) => replace([key, ...(keys ?? [])])} />
    </>
  );
}
