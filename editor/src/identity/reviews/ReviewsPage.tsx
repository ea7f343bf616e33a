import { useState } from 'react';
import { TopBar, Segmented } from '../../../ui/index.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { IdentityTabs } from '../parts/IdentityTabs.tsx';
import { AnsweredList } from './AnsweredList.tsx';
import { OpenReviews } from './OpenReviews.tsx';

/** Pairs of records that the rule does not dare to decide. */
export function ReviewsPage({ id }: { id: string }) {
  const [state, setState] = useState<'open' | 'answered'>('open');
  usePageTitle('Questions');
  return (
    <>
      <TopBar title="Identity" />
      <div className="st-scroll">
        <div className="st-content id-page">
          <IdentityTabs current="reviews" />
          <div className="id-tools">
            <Segmented
              label="Which questions"
              value={state}
              onChange={setState}
              options={[
                { value: 'open', label: 'Open' },
                { value: 'answered', label: 'Answered' },
              ]}
            />
          </div>
          {state === 'open' ? <OpenReviews firstId={id} /> : <AnsweredList />}
        </div>
      </div>
    </>
  );
}
