import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefStyles } from '../../../engine/conversation/brief/brief-styles.ts';
import { briefAsHtml, briefAsMarkdown, fullLanguages, readCustomer, writeBrief } from '../../../engine/index.ts';
import '../../property-seed.ts';
import { sampleHandoff } from './sample-handoff.ts';
import { fromCompany, fromCustomer } from './sample-score.ts';

const nasty = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>body{display:none}',
  '<!--',
  '[click](javascript:alert(1)) ![x](https://evil.example/x.png)',
  '# Heading\n- list\n> quote\n```\ncode',
  '1. first',
  '&lt;b&gt; https://evil.example www.evil.example',
  'abc\u202egnp.exe\u0000',
];

/** A brief in which a text stands wherever a text from outside can stand. */
function briefWith(text: string) {
  return writeBrief(
    sampleHandoff(
      {
        customer: readCustomer({
          name: text,
          id: text,
          email: text,
          tier: text,
          language: text,
          consent: { [text]: 'yes' },
        }),
        decisions: [
          {
            step: text,
            tableId: text,
            outcome: { [text]: text },
            reasons: [{ row: text, text }],
            ledger: { stream: text, sequence: 1 },
          },
        ],
        failed: [{ what: text, at: text, why: text }],
        promises: [{ text, by: text, at: text, due: text }],
      },
      [
        fromCustomer(`Please help: ${text}`, { score: -0.9 }, { at: text, channel: text }),
        fromCompany(`We will see: ${text}`, { channel: text }),
      ],
    ),
  );
}

/** Every tag that the page itself writes. */
const ownTags =
  /<(?:!doctype html|html lang="[a-z]{2}"|\/?(?:html|head|body|main|header|h1|h2|p|ul|ol|li|dl|dt|dd|div|section|span|q|b|style|title|meta)|meta [a-z]+="[\w =,-]+"(?: content="[\w =,-]+")?|main class="brief [a-z]+"|(?:p|div|span|li|ul) class="[a-z ]+"|section class="[A-Za-z]+" aria-labelledby="brief-[A-Za-z]+"|h2 id="brief-[A-Za-z]+"|q dir="auto"(?: lang="[a-z]+")?|dd dir="auto")>/g;

/** What is left of a page when its style and its own tags are gone. */
function withoutOwnTags(html: string): string {
  const [before = '', after = ''] = html.split(`<style>${briefStyles}</style>`);
  return (before + after).replace(ownTags, '');
}

describe('a brief as HTML', () => {
  it.each(nasty)('holds no tag and no attribute of %j', (text) => {
    const html = briefAsHtml(briefWith(text));
    expect(withoutOwnTags(html)).not.toMatch(/[<>]/);
    expect(html).not.toMatch(/<script|\u202e|\0/i);
  });

  it('holds no tag of any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'a', '=', '-', '!', ' ') }),
        (text) => {
          const [, body = ''] = briefAsHtml(briefWith(text)).split('<body>');
          expect(body.replace(ownTags, '')).not.toMatch(/[<>]/);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('loads nothing, runs nothing, and is a whole page', () => {
    const html = briefAsHtml(writeBrief(sampleHandoff()));
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|<form|@import|url\(|src=|href=/);
    expect(html).toContain('prefers-color-scheme:dark');
    expect(html).toContain('<q dir="auto" lang="en">');
  });

  it('names each section by its heading, and the language of the page', () => {
    const html = briefAsHtml(writeBrief(sampleHandoff()));
    const labelled = [...html.matchAll(/aria-labelledby="([^"]+)"/g)].map(([, id]) => id);
    const headings = [...html.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id);
    expect(labelled.length).toBe(11);
    expect(headings).toEqual(labelled);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    const { settings } = sampleHandoff();
    expect(briefAsHtml(writeBrief(sampleHandoff({ settings: { ...settings, language: 'pt' } })))).toContain(
      '<html lang="pt">',
    );
  });
});

describe('a brief as Markdown', () => {
  it.each(nasty)('makes nothing of %j but text', (text) => {
    for (const line of briefAsMarkdown(briefWith(text)).split('\n')) {
      expect(line).toMatch(/^(?:|#{1,2} .*|\*\*.*|(?:- |\d+\. | {2}- ).*|_.*_|very unhappy .*)$/);
      // What is left when escaped signs and our own marks are gone.
      const bare = line.replace(/\\./g, '').replace(/\*\*\[[a-z ]+\]\*\*/g, '');
      expect(bare).not.toMatch(/[<`[\]{}|~\u202e\0]|:\/\/|www\./);
    }
  });

  it('has the same sections in every language, in words of their own', () => {
    const { settings } = sampleHandoff();
    const headings = fullLanguages.map((language) => {
      const markdown = briefAsMarkdown(writeBrief(sampleHandoff({ settings: { ...settings, language } })));
      return [...markdown.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    });
    for (const list of headings) expect(list.length).toBe(12);
    expect(new Set(headings.map((list) => list.join())).size).toBe(fullLanguages.length);
  });
});

describe('a customer read from a record', () => {
  it('is found under the names that systems use', () => {
    expect(
      readCustomer({
        first_name: 'Ada',
        last_name: 'Lind',
        CustomerNumber: 17,
        'E-Mail': 'ada@example.com',
        mobile_phone: '+44 20 7946 0018',
        clv: '1200',
        currency: 'eur',
        locale: 'de-AT',
        is_vulnerable: false,
        consent: { email: true, phone: 'withdrawn', post: null, sms: { state: 'opt-in' } },
      }),
    ).toEqual({
      name: 'Ada Lind',
      id: '17',
      email: 'ada@example.com',
      phone: '+44 20 7946 0018',
      lifetimeValue: 1200,
      currency: 'EUR',
      language: 'de-AT',
      vulnerable: false,
      consents: [
        { to: 'email', state: 'granted' },
        { to: 'phone', state: 'refused' },
        { to: 'post', state: 'unknown' },
        { to: 'sms', state: 'granted' },
      ],
    });
  });

  it('is found where a mapping says, and there alone', () => {
    const record = { name: 'Wrong', profile: { who: 'Right' }, notes: { tone: 'calm' } };
    expect(
      readCustomer(record, { fields: { name: 'profile.who' }, further: [{ label: 'Tone', field: 'notes.tone' }] }),
    ).toEqual({ name: 'Right', further: [{ label: 'Tone', value: 'calm' }] });
    expect(readCustomer(record, { fields: { name: 'profile.none' } })).toEqual({});
  });

  it('takes consents from a list as well', () => {
    const consents = [{ purpose: 'marketing', channel: 'email', status: 'granted' }, { state: 'granted' }, 'x'];
    expect(readCustomer({ consents }).consents).toEqual([{ to: 'marketing, email', state: 'granted' }]);
  });

  it('has nothing of what is empty or of another type', () => {
    expect(readCustomer({ name: ' ', id: {}, clv: 'much', vulnerable: 'maybe', consent: 'yes', tier: null })).toEqual(
      {},
    );
  });
});
