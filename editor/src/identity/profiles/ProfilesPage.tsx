import { useRef, useState } from 'react';
import type { IdentityKind } from '../../../../engine/index.ts';
import {
  Button,
  Callout,
  Kbd,
  Segmented,
  Skeleton,
  TextInput,
  TopBar,
  VisuallyHidden,
  useMedia,
} from '../../../ui/index.ts';
import { HubFailure } from '../../app/HubFailure.tsx';
import { identityApi } from '../../app/identity-api.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useMay } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { counted } from '../parts/counted.ts';
import { IdentityTabs } from '../parts/IdentityTabs.tsx';
import { FirstProfile, NoMatch } from './NoProfiles.tsx';
import { ProfileTable } from './ProfileTable.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useSettled } from './use-settled.ts';

type KindFilter = IdentityKind | 'all';

/** How many profiles come at a time. */
const pageSize = 50;
const settleMs = 250;

/** All profiles, the newest change first; found by name, e-mail, phone or number. */
export function ProfilesPage() {
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<KindFilter>('all');
  const find = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const hasKeyboard = useMedia('(hover: hover) and (min-width: 641px)');
  const mayManageKeys = useMay('keys:manage');
  const query = useSettled(typed.trim(), settleMs);
  usePageTitle('Identity');
  useListKeys({ list, search: find });

  const { items, next, busy, error, again, more } = usePages(async (before, signal) => {
    const page = await identityApi.profiles(
      {
        limit: pageSize,
        ...(query !== '' && { query }),
        ...(kind !== 'all' && { kind }),
        ...(before !== null && { before }),
      },
      signal,
    );
    return { items: page.profiles, next: page.next };
  }, `${kind} ${query}`);
  const isNarrowed = query !== '' || kind !== 'all';

  const results = () => {
    if (items === null) {
      if (!error) return <ProfileSkeleton />;
      return <HubFailure title="The profiles could not be read" error={error} onRetry={again} busy={busy} />;
    }
    if (items.length === 0 && !busy) {
      if (!isNarrowed) return <FirstProfile mayManageKeys={mayManageKeys} />;
      return (
        <NoMatch
          onClear={() => {
            setTyped('');
            setKind('all');
            find.current?.focus();
          }}
        />
      );
    }
    return (
      <>
        {items.length > 0 && <ProfileTable profiles={items} />}
        {error && (
          <Callout live tone="warn" title="The next profiles did not come">
            {error.message} {error.advice}
          </Callout>
        )}
        <div className="id-more">
          <span role="status" className="id-quiet st-num">
            {next === null
              ? `${counted(items.length, 'profile')}, that is all`
              : `The ${items.length.toLocaleString()} that changed last`}
          </span>
          {next !== null && (
            <Button busy={busy} onClick={more}>
              Show {pageSize} more
            </Button>
          )}
        </div>
      </>
    );
  };
  return (
    <>
      <TopBar
        title="Identity"
        actions={[
          {
            id: 'again',
            label: 'Look again',
            icon: 'refresh-cw',
            variant: 'quiet',
            iconOnly: true,
            onSelect: again,
          },
        ]}
      />
      <div className="st-scroll" ref={list}>
        <div className="st-content id-page">
          <IdentityTabs current="profiles" />
          <div className="id-tools" role="search">
            <TextInput
              ref={find}
              className="id-find"
              icon="search"
              type="search"
              aria-label="Find a profile"
              aria-keyshortcuts="/"
              placeholder="Name, e-mail, phone, customer number …"
              value={typed}
              maxLength={200}
              onChange={setTyped}
              suffix={hasKeyboard && typed === '' ? <Kbd keys="/" /> : null}
            />
            <Segmented<KindFilter>
              label="Kind"
              value={kind}
              onChange={setKind}
              options={[
                { value: 'all', label: 'All' },
                { value: 'person', label: 'People' },
                { value: 'company', label: 'Companies' },
              ]}
            />
          </div>
          {results()}
        </div>
      </div>
    </>
  );
}

function ProfileSkeleton() {
  return (
    <div aria-busy="true">
      <div role="status">
        <VisuallyHidden>Looking for profiles</VisuallyHidden>
      </div>
      <Skeleton height={320} />
    </div>
  );
}
