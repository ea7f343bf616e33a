import { Link } from 'wouter';
import type { IdentityReview } from '../../../../engine/index.ts';
import { Button, Callout, Chip, EmptyState, Skeleton, Table } from '../../../ui/index.ts';
import { HubFailure } from '../../app/HubFailure.tsx';
import { identityApi } from '../../app/identity-api.ts';
import { paths } from '../../app/location.ts';
import { usePages } from '../../app/use-pages.ts';
import { Moment } from '../../ledger/Moment.tsx';
import { percentInWords } from '../parts/certainty.ts';
import { recordPlace, recordTitle } from '../profile/record-title.ts';

const pageSize = 50;

/** What people answered, and why: what the rule can learn from. */
export function AnsweredList() {
  const { items, next, busy, error, again, more } = usePages(async (before, signal) => {
    const page = await identityApi.reviews('answered', before, pageSize, signal);
    return { items: page.reviews, next: page.next };
  }, 'answered');
  if (items === null) {
    if (!error) return <Skeleton height={320} />;
    return <HubFailure title="The answers could not be read" error={error} onRetry={again} busy={busy} />;
  }
  if (items.length === 0) {
    return (
      <EmptyState icon="circle-question-mark" title="Nobody has answered a question yet">
        Answers stand here with who gave them and why. The rule can learn from them.
      </EmptyState>
    );
  }
  return (
    <>
      <Table label="Answered questions" cards className="id-table">
        <thead>
          <tr>
            <th scope="col">Records</th>
            <th scope="col">Answer</th>
            <th scope="col">The rule said</th>
            <th scope="col">Why</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {items.map((review) => (
            <AnsweredRow key={review.id} review={review} />
          ))}
        </tbody>
      </Table>
      {error && (
        <Callout live tone="warn" title="The earlier answers did not come">
          {error.message} {error.advice}
        </Callout>
      )}
      {next !== null && (
        <div>
          <Button busy={busy} onClick={more}>
            Show earlier answers
          </Button>
        </div>
      )}
    </>
  );
}

function AnsweredRow({ review: { left, right, answer, explanation } }: { review: IdentityReview }) {
  if (!answer) return null;
  return (
    <tr>
      <th scope="row" className="id-pair">
        {[left, right].map(({ profileId, record }) => (
          <span key={record.recordId}>
            <Link href={paths.profile(profileId)}>{recordTitle(record)}</Link> <small>{recordPlace(record)}</small>
          </span>
        ))}
      </th>
      <td>
        <Chip tone={answer.same === 'yes' ? 'good' : 'neutral'} icon={answer.same === 'yes' ? 'user-check' : 'users'}>
          {answer.same === 'yes' ? 'Same' : 'Different'}
        </Chip>
      </td>
      <td>
        <span className="id-card-label">The rule said </span>
        {percentInWords(explanation.probability)}
      </td>
      <td>{answer.reason}</td>
      <td>
        {answer.by.name}
        <small>
          <Moment iso={answer.at} form="short" />
        </small>
      </td>
    </tr>
  );
}
