import { describe, expect, it } from 'vitest';
import type { IdentityReview, ReviewPage } from '../../../engine/index.ts';
import {
  currentReview,
  emptyQueue,
  queueAfter,
  type QueueStep,
} from '../../../editor/src/identity/reviews/review-queue.ts';
import { createFakeIdentity } from './fake-identity.ts';

const [first, second, third] = createFakeIdentity().reviews as [IdentityReview, IdentityReview, IdentityReview];
const page = (reviews: IdentityReview[], open = reviews.length, next: string | null = null): QueueStep => ({
  kind: 'came',
  page: { reviews, open, next } satisfies ReviewPage,
});
const gone = (id: string): QueueStep => ({
  kind: 'gone',
  id,
  notice: { kind: 'answered', same: 'yes', profileId: 'p' },
});
const after = (...steps: QueueStep[]) => steps.reduce(queueAfter, emptyQueue);

describe('the queue of questions', () => {
  it('asks the first that came, then the next', () => {
    expect(currentReview(after(page([first, second])))).toBe(first);
    const queue = after(page([first, second]), gone(first.id));
    expect(currentReview(queue)).toBe(second);
    expect(queue.open).toBe(1);
  });

  it('asks again what was put off only when the person looks again', () => {
    const putOff: QueueStep = { kind: 'put-off', id: first.id };
    expect(currentReview(after(page([first, second]), putOff))).toBe(second);
    const left = after(page([first, second]), putOff, gone(second.id));
    expect(currentReview(left)).toBeUndefined();
    expect(left.open).toBe(1);
    expect(currentReview(queueAfter(left, { kind: 'look-again' }))).toBe(first);
  });

  it('never asks one question twice, though pages of the hub overlap', () => {
    const queue = after(page([first, second], 3), page([second, third], 3));
    expect(queue.waiting?.map(({ id }) => id)).toEqual([first.id, second.id, third.id]);
  });

  it('begins with the one that an address names, whether the list comes before or after it', () => {
    const named: QueueStep = { kind: 'first', review: third };
    for (const queue of [after(page([first, third]), named), after(named, page([first, third]))]) {
      expect(currentReview(queue)).toBe(third);
      expect(queue.waiting).toHaveLength(2);
    }
  });

  it('shows a question anew that changed while it was looked at, and says so', () => {
    const renewed = { ...first, seen: 'other' };
    const queue = after(page([first, second]), { kind: 'renewed', review: renewed });
    expect(currentReview(queue)).toBe(renewed);
    expect(queue.notice).toEqual({ kind: 'changed' });
  });

  it('keeps what is there when the next page does not come', () => {
    const error = new Error('away') as never;
    const queue = after(page([first], 5, first.id), { kind: 'asked' }, { kind: 'failed', error });
    expect(currentReview(queue)).toBe(first);
    expect(queue).toMatchObject({ busy: false, error, next: first.id });
  });

  it('leaves out what somebody else has answered by the time the page comes', () => {
    expect(after(page([{ ...first, state: 'answered' }, second])).waiting).toEqual([second]);
  });
});
