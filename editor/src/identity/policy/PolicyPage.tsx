import { useState } from 'react';
import type { IdentityKind, IdentityPolicy } from '../../../../engine/index.ts';
import { Segmented, Skeleton, TopBar } from '../../../ui/index.ts';
import { HubFailure } from '../../app/HubFailure.tsx';
import { identityApi } from '../../app/identity-api.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useLoaded } from '../../ledger/use-loaded.ts';
import { IdentityTabs } from '../parts/IdentityTabs.tsx';
import { PolicyEditor } from './PolicyEditor.tsx';

/** The rule by which records are one customer: what is in force, what was learned, and what a change would do. */
export function PolicyPage() {
  const [kind, setKind] = useState<IdentityKind>('person');
  const { value, error, busy, again, replace } = useLoaded((signal) => identityApi.policy(kind, signal), kind);
  // A fresh editor when another rule is in force; a draft outlives that only when its person wants so.
  const [editor, setEditor] = useState(0);
  usePageTitle('Rule');
  const renew = (policy: IdentityPolicy) => {
    replace(policy);
    setEditor((count) => count + 1);
  };
  return (
    <>
      <TopBar title="Identity" />
      <div className="st-scroll">
        <div className="st-content id-page">
          <IdentityTabs current="policy" />
          <div className="id-tools">
            <Segmented<IdentityKind>
              label="The rule for"
              value={kind}
              onChange={setKind}
              options={[
                { value: 'person', label: 'People' },
                { value: 'company', label: 'Companies' },
              ]}
            />
          </div>
          {value ? (
            <PolicyEditor
              key={`${kind} ${editor}`}
              kind={kind}
              policy={value}
              onApplied={renew}
              onTheirs={async () => renew(await identityApi.policy(kind))}
              onKeepMine={async () => replace(await identityApi.policy(kind))}
            />
          ) : error ? (
            <HubFailure title="The rule could not be read" error={error} onRetry={again} busy={busy} />
          ) : (
            <Skeleton height={420} />
          )}
        </div>
      </div>
    </>
  );
}
