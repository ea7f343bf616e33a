import { useState } from 'react';
import type { Person } from '../../../engine/index.ts';
import { EmptyState, Skeleton, TopBar } from '../../ui/index.ts';
import { accessApi } from '../app/access-api.ts';
import { standalone } from '../app/location.ts';
import { usePageTitle } from '../app/page-title.ts';
import { HubFailure } from '../app/HubFailure.tsx';
import { useLoaded } from '../ledger/use-loaded.ts';
import { AccessTabs } from './AccessTabs.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { RolesDialog } from './RolesDialog.tsx';
import { RoleGuide } from './RoleGuide.tsx';

/** Who uses Steward, and what each may do. */
export function PeoplePage() {
  const { value: people, error, busy, again, replace } = useLoaded((signal) => accessApi.people(signal), 'people');
  const [chosen, setChosen] = useState<Person | null>(null);
  usePageTitle('People');

  const content = () => {
    if (people === null) {
      if (!error) return <Skeleton height={240} />;
      return <HubFailure title="The people could not be read" error={error} onRetry={again} busy={busy} />;
    }
    if (people.length === 0) {
      return (
        <EmptyState icon="users" title="Nobody was here yet">
          Whoever opens Steward, signed in, appears here.
        </EmptyState>
      );
    }
    return <PeopleTable people={people} onEdit={setChosen} />;
  };
  return (
    <>
      <TopBar title="People" />
      <div className="st-scroll">
        <div className="st-content se-page">
          <AccessTabs current="people" />
          <p className="se-lead">
            Everybody who opened Steward.{' '}
            {standalone
              ? 'The sign-in provider says who has which role to begin with; roles given here take their place.'
              : 'Owners and administrators of n8n may do everything, others may draw and publish; roles given here take their place.'}
          </p>
          {content()}
          <RoleGuide />
        </div>
      </div>
      <RolesDialog
        person={chosen}
        onClose={() => setChosen(null)}
        onSaved={(saved) => replace((people ?? []).map((one) => (one.id === saved.id ? saved : one)))}
      />
    </>
  );
}
