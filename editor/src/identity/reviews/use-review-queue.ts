import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { IdentityReview } from '../../../../engine/index.ts';
import { ApiError, asApiError } from '../../app/api-error.ts';
import { identityApi } from '../../app/identity-api.ts';
import { setOpenReviews } from '../../app/open-reviews.ts';
import { currentReview, emptyQueue, queueAfter } from './review-queue.ts';

const pageSize = 20;
/** When fewer wait here, the next page is fetched, so that the next question is there at once. */
const leastWaiting = 4;

/**
 * The questions that wait, one after the other.
 * @param firstId the one to begin with, empty for the hub's own order
 */
export function useReviewQueue(firstId: string) {
  const [queue, step] = useReducer(queueAfter, emptyQueue);
  const asked = useRef<AbortController | null>(null);

  const load = useCallback(async (before: string | null) => {
    asked.current?.abort();
    const controller = (asked.current = new AbortController());
    step({ kind: 'asked' });
    try {
      const page = await identityApi.reviews('open', before, pageSize, controller.signal);
      if (!controller.signal.aborted) step({ kind: 'came', page });
    } catch (error) {
      if (!controller.signal.aborted) step({ kind: 'failed', error: asApiError(error) });
    }
  }, []);

  useEffect(() => {
    void load(null);
    let wanted = true;
    if (firstId !== '') {
      identityApi.review(firstId).then(
        (review) => {
          if (!wanted) return;
          if (review.state === 'open') step({ kind: 'first', review });
          else step({ kind: 'gone', id: review.id, notice: { kind: 'answered-by-other', answer: review.answer } });
        },
        (error: unknown) => wanted && step({ kind: 'failed', error: asApiError(error) }),
      );
    }
    return () => {
      wanted = false;
      asked.current?.abort();
    };
  }, [load, firstId]);

  const { waiting, later, next, busy, error, open } = queue;
  const left = (waiting?.length ?? 0) - later.length;
  useEffect(() => {
    if (waiting !== null && next !== null && left < leastWaiting && !busy && error === null) void load(next);
  }, [waiting, next, left, busy, error, load]);
  useEffect(() => {
    if (waiting !== null) setOpenReviews(open);
  }, [waiting, open]);

  /** Sends an answer. What somebody else did meanwhile becomes a notice; other failures are thrown as an `ApiError`. */
  const answer = async (review: IdentityReview, same: 'yes' | 'no', reason: string): Promise<void> => {
    const { id, seen } = review;
    try {
      const { profiles } = await identityApi.answer(id, { same, reason, seen });
      const profileId = profiles[0]?.id ?? review.right.profileId;
      step({ kind: 'gone', id, notice: { kind: 'answered', same, profileId } });
    } catch (thrown) {
      if (!isConflict(thrown)) throw thrown;
      const now = await identityApi.review(id);
      if (now.state === 'open') step({ kind: 'renewed', review: now });
      else step({ kind: 'gone', id, notice: { kind: 'answered-by-other', answer: now.answer } });
    }
  };
  return {
    ...queue,
    current: currentReview(queue),
    answer,
    putOff: (id: string) => step({ kind: 'put-off', id }),
    lookAgain: () => {
      step({ kind: 'look-again' });
      void load(null);
    },
  };
}

/** Somebody answered before, or the records changed since they were shown. */
function isConflict(thrown: unknown): boolean {
  return thrown instanceof ApiError && ['review_answered', 'review_changed'].includes(thrown.code);
}
