import { Link } from 'wouter';
import { Callout } from '../../../ui/index.ts';
import { paths } from '../../app/location.ts';
import { Moment } from '../../ledger/Moment.tsx';
import type { Notice } from './review-queue.ts';

/** What became of the question before. */
export function NoticeWords({ notice }: { notice: Notice }) {
  switch (notice.kind) {
    case 'answered':
      return (
        <Callout live tone="good">
          Answered: {notice.same === 'yes' ? 'the same customer' : 'two customers'}.{' '}
          <Link href={paths.profile(notice.profileId)}>
            {notice.same === 'yes' ? 'The profile' : 'One of the two profiles'}
          </Link>
          , where the answer can be undone.
        </Callout>
      );
    case 'changed':
      return (
        <Callout live tone="warn" title="The records changed while you looked">
          Your answer was not taken. Here is the question as it is now.
        </Callout>
      );
    case 'answered-by-other':
      return (
        <Callout live tone="warn" title="Somebody else answered this question">
          {notice.answer ? (
            <>
              {notice.answer.by.name} said {notice.answer.same === 'yes' ? '“same”' : '“different”'},{' '}
              <Moment iso={notice.answer.at} form="short" />: “{notice.answer.reason}”. That answer holds.
            </>
          ) : (
            'That answer holds.'
          )}
        </Callout>
      );
  }
}
