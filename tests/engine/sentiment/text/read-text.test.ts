import { describe, expect, test } from 'vitest';
import { leftOutShown, longestText, readText } from '../../../../engine/sentiment/text/read-text.ts';
import { tokenFlag } from '../../../../engine/sentiment/text/token.ts';
import { hashOf } from '../../../../engine/sentiment/text/word-hash.ts';

const textsOf = (raw: string) => readText(raw).tokens.map(({ text }) => text);
const flagged = (raw: string, flag: keyof typeof tokenFlag) =>
  readText(raw)
    .tokens.filter(({ flags }) => (flags & tokenFlag[flag]) !== 0)
    .map(({ text }) => text);

describe('reading a text', () => {
  test.each([
    ['stretched words are read as they are meant', 'Sooo BAAAD', ['so', 'bad']],
    ['contractions stay together, with either apostrophe', "I don’t, it's", ['i', "don't", "it's"]],
    ['elided words stand alone', "J'en ai, l’avocat, C'EST", ["j'", 'en', 'ai', "l'", 'avocat', "c'", 'est']],
    ['emoticons lose nose and repetition', 'a :-)) b ;-( c :’( d <3', ['a', ':)', 'b', ';(', 'c', ":'(", 'd', '<3']],
    ['a colon before a word is no face', 'Note:(see below) 10:30', ['note', 'see', 'below', '10:30']],
    ['pictograms lose tone and gender, flags stay whole', '🤦🏽‍♀️🇩🇪❤️', ['🤦', '🇩🇪', '❤']],
    ['hashtags are cut into their words', '#CustomerService_fail #nope', ['customer', 'service', 'fail', 'nope']],
    ['addresses and mentions are not read', '@ann http://x.de/?a=1, a.b@example.com.', ['@', 'http', '@@']],
    ['marks of a sentence are one token', 'what?! no!!! well...', ['what', '?!', 'no', '!', 'well', '…']],
    ['numbers keep their points', '24.99€ 1,000 3x', ['24.99', '1,000', '3x']],
    ['accents are composed, and stray ones dropped', 'cafe\u0301 z\u0335a\u0336l\u0335', ['café', 'zal']],
    ['letters in another style are the letters that they show', 'ＦＵＬＬ 𝐁𝐨𝐥𝐝', ['full', 'bold']],
    ['what has no width is not there', 'he\u200bl\u00adlo\ufeff', ['hello']],
    ['Arabic is read without vowels and in one form', 'مُحَمَّد أحمد ١٢', ['محمد', 'احمد', '12']],
    ['Hindi keeps its vowel signs', 'यह अच्छा है।', ['यह', 'अच्छा', 'है']],
    [
      'markup is not read, entities are',
      '<p>Not g&ouml;od <b>b</b>ad &amp; it&#39;s &lt;3</p>',
      ['not', 'göod', 'bad', "it's", '<3'],
    ],
    ['what a browser does not show is not read', '<style>p{}</style>a<!-- b --><script>c</script>', ['a']],
    ['a smaller-than sign is no tag', 'a < b <3 x<y', ['a', 'b', '<3', 'x', 'y']],
    ['emptiness has no tokens', ' \n\u200b', []],
  ])('%s', (_, raw, expected) => {
    expect(textsOf(raw)).toEqual(expected);
  });

  test('a token is known by the hash of its text, however it was written', () => {
    for (const token of readText("Réfund! rÉfund 😀 l'ÉTÉ 12.5 e\u0301te\u0301 sooo soo").tokens) {
      expect(token.hash).toBe(hashOf(token.text));
    }
  });

  test('offsets lead back to what was written', () => {
    const raw = '<b>Caf&eacute;</b> is BAAAD 👍🏽';
    expect(readText(raw).tokens.map(({ start, end }) => raw.slice(start, end))).toEqual([
      'Caf&eacute;',
      'is',
      'BAAAD',
      '👍🏽',
    ]);
  });

  test('sentences and clauses are counted', () => {
    const { tokens } = readText('Well, no. z. B. this\nline\n\nand that');
    expect(tokens.map(({ sentence, clause }) => [sentence, clause])).toEqual([
      [0, 0],
      [0, 1],
      [1, 2],
      [1, 2],
      [1, 2],
      [1, 3],
      [2, 4],
      [2, 4],
    ]);
  });

  test('the way a word is written is kept', () => {
    expect(flagged('I am NOT ok, Ann', 'capitals')).toEqual(['not']);
    expect(flagged('I am NOT ok, Ann', 'capitalized')).toEqual(['i', 'not', 'ann']);
    expect(flagged('sooo good!!! :))', 'stretched')).toEqual(['so', '!', ':)']);
    expect(flagged('your "great" service', 'quoted')).toEqual(['great']);
    expect(flagged('#LoveIt really', 'hashtag')).toEqual(['love', 'it']);
  });
});

describe('an e-mail', () => {
  test.each([
    [
      'lines with > go, answers between them stay',
      'a\n\nOn Mon 3 Nov, X <x@example.com> wrote:\n> q\n>q2\n\nb\n> c\nd',
      'a b d',
    ],
    ['English', 'a\nOn Mon 3 Nov 2025, X <x@example.com>\nwrote:\n\nold', 'a'],
    ['German', 'a\nAm 3.11.2025 um 10:12 schrieb X <x@example.com>:\nold', 'a'],
    ['French', 'a\nLe 3 nov. 2025 à 10:12, X a écrit :\nold', 'a'],
    ['Spanish', 'a\nEl lun, 3 nov 2025, X escribió:\nold', 'a'],
    ['Italian', 'a\nIl giorno lun 3 nov 2025 X ha scritto:\nold', 'a'],
    ['Portuguese', 'a\nEm seg., 3 de nov. de 2025, X escreveu:\nold', 'a'],
    ['a block of headers', 'a\nVon: X\nGesendet: heute\nAn: Y\nBetreff: Z\nold', 'a'],
    ['a line that says so', 'a\n-----Message d’origine-----\nold', 'a'],
    ['a mail program that marks it', '<div>a</div><div class="gmail_quote">old <div>older</div></div><p>b</p>', 'a b'],
    ['a quotation of HTML', 'a<blockquote>old<blockquote>older</blockquote></blockquote>b', 'a b'],
    ['a sentence that begins alike stays', 'On Monday I wrote:\nnothing', 'on monday i wrote nothing'],
    ['one header alone stays', 'From: here to there', 'from here to there'],
    ['a signature goes', 'a\n-- \nX\nY', 'a'],
    ['below a closing formula', 'a\nMit freundlichen Grüßen\nX\nFirma', 'a'],
    ['a postscript stays', 'a\nKind regards,\nX\nPS: b', 'a kind regards x ps b'],
    ['a device that names itself', 'a\nSent from my iPhone', 'a'],
  ])('history and signature: %s', (_, raw, expected) => {
    expect(textsOf(raw).join(' ')).toBe(expected);
  });

  test('what was left out is named with offsets', () => {
    const raw = 'Hi <b>you</b>\n> old\n-- \nAnn';
    expect(readText(raw).leftOut.map(({ what, start, end }) => [what, raw.slice(start, end)])).toEqual([
      ['markup', '<b>'],
      ['markup', '</b>'],
      ['quoted', '> old'],
      ['signature', '-- \nAnn'],
    ]);
  });

  test('a text beyond the longest is cut, and says so', () => {
    const read = readText('ab '.repeat(longestText / 2));
    expect(read.leftOut).toEqual([{ what: 'too-long', start: longestText, end: (3 * longestText) / 2 }]);
    expect(read.tokens.at(-1)?.end).toBeLessThanOrEqual(longestText);
  });

  test('of a page with thousands of tags some are named', () => {
    expect(readText('<b>a'.repeat(1000)).leftOut).toHaveLength(leftOutShown);
  });
});

describe('a megabyte that was made to be slow', () => {
  // Anything worse than linear would take minutes here and run into the limit of the test.
  test.each([
    '<',
    '&',
    '<a',
    '<a ',
    '</',
    '<!--',
    '&#1;',
    '&eacute',
    '>\n',
    '> ',
    'a@',
    '@',
    'a.b@',
    'a.',
    '.a',
    '(',
    '!',
    '?!',
    ':(',
    '<style>',
    '<blockquote>',
    '<div class=gmail_quote>',
    '</div>',
    'On a 1\n',
    'From: a\n',
    '-- \n',
    '-\n',
    "l'",
    'e\u0301',
    '\u0301',
    '\u200d',
    '\u200b',
    '😀',
    '🤦🏽‍♀️',
    '\ud800',
    '"',
    '#a',
    '#',
    'aA',
    ' \n',
    '\n',
    'http://',
    'www.',
    '1.',
    'a',
    'ab',
    '漢',
    'मि',
  ])('%j over and over', (part) => {
    const read = readText(part.repeat(Math.ceil(longestText / part.length)).slice(0, longestText));
    expect(read.tokens.length).toBeLessThanOrEqual(longestText);
  });
});
