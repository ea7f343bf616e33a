import { describe, expect, it } from 'vitest';
import { eventKinds, type LedgerLine } from '../../../engine/index.ts';
import { madeBy, recordedByInWords } from '../../../editor/src/ledger/decision/made-by.ts';
import { eventSentence } from '../../../editor/src/ledger/entry/event-sentence.ts';
import { inputTitle } from '../../../editor/src/ledger/entry/input-title.ts';
import { wordsOfEvent } from '../../../editor/src/ledger/event-words.ts';
import { keyWords } from '../../../editor/src/ledger/key-words.ts';
import { dayInWords, momentInWords, shortMoment, timeInWords, utcInWords } from '../../../editor/src/ledger/moment.ts';
import { byDay } from '../../../editor/src/ledger/person/by-day.ts';
import { isReason } from '../../../editor/src/ledger/reason.ts';
import { shortRef } from '../../../editor/src/ledger/short-ref.ts';
import { isIconName } from '../../../editor/ui/icons.ts';
import { eventOf, refundTable } from './sample-ledger.ts';

const at = '2026-11-22T23:30:09.120Z';

describe('moments', () => {
  it('are told in the reader’s time zone, and exactly in UTC', () => {
    expect(momentInWords(at, 'en-GB', 'Europe/Berlin')).toBe('23 Nov 2026, 00:30:09');
    expect(timeInWords(at, 'en-GB', 'Europe/Berlin')).toBe('00:30');
    expect(dayInWords(at, 'en-GB', 'Europe/Berlin')).toBe('Monday, 23 November 2026');
    expect(utcInWords(at)).toBe('2026-11-22 23:30:09.120 UTC');
  });

  it('name the year only when it is another', () => {
    expect(shortMoment(at, Date.parse('2026-12-01T00:00:00Z'), 'en-GB', 'UTC')).toBe('22 Nov, 23:30');
    expect(shortMoment(at, Date.parse('2027-12-01T00:00:00Z'), 'en-GB', 'UTC')).toBe('22 Nov 2026, 23:30');
  });

  it.each([momentInWords, timeInWords, dayInWords, utcInWords, shortMoment])(
    'that are none stay as they are',
    (words) => {
      expect(words('soon')).toBe('soon');
    },
  );
});

describe('a person’s timeline', () => {
  const line = (decidedAt: string, sequence: number) => ({ decidedAt, sequence }) as LedgerLine;

  it('puts decisions together by the reader’s day, in their order', () => {
    const lines = [line(at, 3), line('2026-11-22T23:10:00Z', 2), line('2026-11-22T10:00:00Z', 1)];
    expect(byDay(lines, 'Europe/Berlin')).toEqual([
      { day: '2026-11-23', lines: [lines[0], lines[1]] },
      { day: '2026-11-22', lines: [lines[2]] },
    ]);
    expect(byDay(lines, 'UTC')).toHaveLength(1);
  });

  it('is empty for nobody', () => {
    expect(byDay([])).toEqual([]);
  });
});

describe('events', () => {
  it.each(eventKinds)('of the kind %s have a title, an icon and a sentence', (kind) => {
    const { title, icon } = wordsOfEvent(kind);
    expect(title).not.toBe(kind);
    expect(isIconName(icon)).toBe(true);
    expect(eventSentence(eventOf(kind, at, null, null, { entries: { decisions: 1 }, name: 'n' }))).toMatch(/\.$/);
  });

  it('of a kind that is not known yet are shown by its name', () => {
    expect(wordsOfEvent('moon-landing').title).toBe('moon-landing');
  });

  it('count what an erasure made unreadable', () => {
    const erasure = (entries: Record<string, number>) => eventSentence(eventOf('erasure', at, null, null, { entries }));
    expect(erasure({ decisions: 1 })).toContain('1 entry ');
    expect(erasure({ decisions: 3, claims: 2 })).toContain('5 entries');
  });
});

describe('who decided and who recorded', () => {
  const decision = { kind: 'table', tableVersion: '' } as never;

  it.each([
    ['rules', 'the rules “X”'],
    ['person', 'a person, X'],
    ['model', 'the model X'],
    ['system', 'the system X'],
  ] as const)('is told of %s', (kind, words) => {
    expect(madeBy({ by: { kind, name: 'X' }, decision })).toBe(words);
  });

  it('is told of rules with their version, once', () => {
    const versioned = { kind: 'table', tableVersion: '1.2.0' } as never;
    expect(madeBy({ by: { kind: 'rules', name: 'X' }, decision: versioned })).toBe('the rules “X”, version 1.2.0');
    expect(madeBy({ by: { kind: 'rules', name: 'X 1.2.0' }, decision: versioned })).toBe('the rules “X 1.2.0”');
  });

  it.each([
    ['hub', 'the hub itself'],
    ['key:k1', 'the API key stw_k1'],
    ['person:https://id.example#7', 'the person https://id.example#7'],
    ['else', 'else'],
  ])('is told of %s', (recordedBy, words) => {
    expect(recordedByInWords(recordedBy)).toBe(words);
  });
});

describe('short words', () => {
  it('of keys stand in groups of four', () => {
    expect(keyWords('3f2a91bc04de7a11')).toBe('3f2a 91bc 04de 7a11');
  });

  it('of random names are their beginnings', () => {
    expect(shortRef('s_0123456789')).toBe('s_012345…');
    expect(shortRef('s_0123456')).toBe('s_0123456');
  });

  it('of inputs are their names and units', () => {
    expect(inputTitle(refundTable, 'amount')).toBe('Amount (EUR)');
    expect(inputTitle(refundTable, 'gone')).toBe('gone');
    const using = {
      ...refundTable,
      uses: [{ ...refundTable, id: 'limits', name: 'Limits', inputs: refundTable.inputs }],
    };
    expect(inputTitle(using, 'limits.days')).toContain('Limits: ');
  });

  it.each([
    ['ab', false],
    ['   ab   ', false],
    ['abc', true],
    ['x'.repeat(501), false],
  ])('%j is a reason: %s', (text, is) => {
    expect(isReason(text)).toBe(is);
  });
});
