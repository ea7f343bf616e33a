import type { IdentityReview, ReviewPage } from '../../../../engine/index.ts';
import type { ApiError } from '../../app/api-error.ts';

/** What the person was told about the question before: it is gone, or it is another now. */
export type Notice =
  | { kind: 'answered-by-other'; answer: IdentityReview['answer'] }
  | { kind: 'changed' }
  | { kind: 'answered'; same: 'yes' | 'no'; profileId: string };

/** Questions that wait, in the order in which they are asked. */
export interface ReviewQueue {
  /** Null before the first answer of the hub. */
  waiting: readonly IdentityReview[] | null;
  /** Ids that the person put off; they come again when nothing else waits. */
  later: readonly string[];
  /** Where the next page begins; null: all are there. */
  next: string | null;
  /** All that wait, here and in the hub. */
  open: number;
  busy: boolean;
  error: ApiError | null;
  notice: Notice | null;
}

export const emptyQueue: ReviewQueue = {
  waiting: null,
  later: [],
  next: null,
  open: 0,
  busy: true,
  error: null,
  notice: null,
};

export type QueueStep =
  | { kind: 'asked' }
  | { kind: 'came'; page: ReviewPage }
  /** One that an address names, before all others. */
  | { kind: 'first'; review: IdentityReview }
  | { kind: 'failed'; error: ApiError }
  | { kind: 'put-off'; id: string }
  | { kind: 'look-again' }
  | { kind: 'gone'; id: string; notice: Notice }
  | { kind: 'renewed'; review: IdentityReview };

/** One step of answering: what is there stays in its order, and nothing is asked twice. */
export function queueAfter(queue: ReviewQueue, step: QueueStep): ReviewQueue {
  const waiting = queue.waiting ?? [];
  switch (step.kind) {
    case 'asked':
      return { ...queue, busy: true, error: null };
    case 'came': {
      const known = new Set(waiting.map(({ id }) => id));
      const added = step.page.reviews.filter(({ id, state }) => state === 'open' && !known.has(id));
      const { next, open } = step.page;
      return { ...queue, waiting: [...waiting, ...added], next, open, busy: false, error: null };
    }
    case 'first':
      return { ...queue, waiting: [step.review, ...waiting.filter(({ id }) => id !== step.review.id)] };
    case 'failed':
      return { ...queue, busy: false, error: step.error };
    case 'put-off':
      return { ...queue, later: [...queue.later.filter((id) => id !== step.id), step.id], notice: null };
    case 'look-again':
      return { ...queue, later: [], notice: null };
    case 'gone': {
      const left = waiting.filter(({ id }) => id !== step.id);
      const open = Math.max(queue.open - (left.length < waiting.length ? 1 : 0), left.length);
      return { ...queue, waiting: left, later: queue.later.filter((id) => id !== step.id), open, notice: step.notice };
    }
    case 'renewed':
      return {
        ...queue,
        waiting: waiting.map((one) => (one.id === step.review.id ? step.review : one)),
        notice: { kind: 'changed' },
      };
  }
}

/** The question that is asked now; undefined: none waits, or all that wait were put off. */
export function currentReview({ waiting, later }: ReviewQueue): IdentityReview | undefined {
  return waiting?.find(({ id }) => !later.includes(id));
}
