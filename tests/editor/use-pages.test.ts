import { describe, expect, it } from 'vitest';
import { offlineError } from '../../editor/src/app/api-error.ts';
import { foundAfter, nothingYet, type Found } from '../../editor/src/app/use-pages.ts';

const first: Found<string, number> = foundAfter<string, number>(nothingYet, {
  kind: 'came',
  page: { items: ['a', 'b'], next: 7 },
  anew: true,
});

describe('a list that comes page by page', () => {
  it('grows with each page, and begins anew when it is asked anew', () => {
    const more = foundAfter(first, { kind: 'came', page: { items: ['c'], next: null }, anew: false });
    expect(more).toEqual({ items: ['a', 'b', 'c'], next: null, busy: false, error: null });
    expect(foundAfter(more, { kind: 'came', page: { items: ['d'], next: 1 }, anew: true }).items).toEqual(['d']);
  });

  it('keeps what is there when the next page does not come', () => {
    const asked = foundAfter(first, { kind: 'asked', forgets: false });
    expect(asked).toMatchObject({ items: ['a', 'b'], busy: true });
    expect(foundAfter(asked, { kind: 'failed', error: offlineError() })).toMatchObject({
      items: ['a', 'b'],
      next: 7,
      busy: false,
      error: { kind: 'offline' },
    });
  });

  it('forgets what answered another question', () => {
    expect(foundAfter(first, { kind: 'asked', forgets: true })).toEqual(nothingYet);
  });
});
