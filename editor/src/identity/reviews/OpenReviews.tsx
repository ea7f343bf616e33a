import { useState } from 'react';
import { Button, Callout, EmptyState, Kbd, Skeleton, useMedia } from '../../../ui/index.ts';
import { HubFailure } from '../../app/HubFailure.tsx';
import { identityApi } from '../../app/identity-api.ts';
import { useMay } from '../../app/session.ts';
import { useLoaded } from '../../ledger/use-loaded.ts';
import { counted } from '../parts/counted.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { EvidenceWords } from './EvidenceWords.tsx';
import { NoticeWords } from './NoticeWords.tsx';
import { SideBySide } from './SideBySide.tsx';
import { useReviewQueue } from './use-review-queue.ts';

/** The questions that wait, one at a time; the next one is there at once. */
export function OpenReviews({ firstId }: { firstId: string }) {
  const queue = useReviewQueue(firstId);
  const { current, waiting, later, open, busy, error, notice } = queue;
  const [lastReasons, setLastReasons] = useState({ yes: '', no: '' });
  const mayAnswer = useMay('identity:steward');
  const policy = useLoaded((signal) => identityApi.policy('person', signal), 'person');

  if (waiting === null) {
    if (!error) return <Skeleton height={420} />;
    return <HubFailure title="The questions could not be read" error={error} onRetry={queue.lookAgain} busy={busy} />;
  }
  return (
    <>
      {notice && <NoticeWords notice={notice} />}
      {error && (
        <Callout live tone="warn" title="Not all questions came">
          {error.message} {error.advice}
        </Callout>
      )}
      {current ? (
        <article className="id-review" key={`${current.id} ${current.seen}`} aria-label="A question">
          <p className="id-left" role="status">
            <span>{counted(open, 'question')} left</span>
            {later.length > 0 && <span className="id-quiet">, {later.length.toLocaleString()} put off</span>}
            {current.askedBy && (
              <span className="id-quiet">
                {' '}
                · asked by the step “{current.askedBy.step}” of “{current.askedBy.journey}”
              </span>
            )}
          </p>
          <SideBySide review={current} />
          <EvidenceWords explanation={current.explanation} zones={policy.value?.model.zones ?? null} />
          <AnswerForm
            lastReasons={lastReasons}
            mayAnswer={mayAnswer}
            onLater={() => queue.putOff(current.id)}
            onAnswer={async (same, reason) => {
              await queue.answer(current, same, reason);
              setLastReasons((last) => ({ ...last, [same]: reason }));
            }}
          />
          {mayAnswer && <KeyWords />}
        </article>
      ) : busy ? (
        <Skeleton height={420} />
      ) : (
        <NothingWaits putOff={later.length} onLookAgain={queue.lookAgain} busy={busy} />
      )}
    </>
  );
}

/** The keys, where there is a keyboard. */
function KeyWords() {
  const hasKeyboard = useMedia('(hover: hover) and (min-width: 641px)');
  if (!hasKeyboard) return null;
  return (
    <p className="id-keys">
      <Kbd keys="S" /> same <Kbd keys="D" /> different <Kbd keys="Enter" /> sends <Kbd keys="L" /> later{' '}
      <Kbd keys="Tab" /> leaves the reason
    </p>
  );
}

interface NothingWaitsProps {
  putOff: number;
  onLookAgain: () => void;
  busy: boolean;
}

function NothingWaits({ putOff, onLookAgain, busy }: NothingWaitsProps) {
  const again = (
    <Button icon="refresh-cw" onClick={onLookAgain} busy={busy}>
      Look again
    </Button>
  );
  if (putOff > 0) {
    return (
      <EmptyState icon="clock" title={`Only what you put off is left: ${counted(putOff, 'question')}`} actions={again}>
        They wait for you, or for another data steward.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="circle-check" title="No question waits" actions={again}>
      When the step Identity Resolution is in doubt whether two records are one customer, it asks here, and the journey
      takes its output <i>Ask a person</i>.
    </EmptyState>
  );
}
