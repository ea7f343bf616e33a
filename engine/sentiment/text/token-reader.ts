import { characterClass, classOf, lowerOf } from './character-class.ts';
import { emoticonStarts, readEmoticon } from './emoticon.ts';
import { readPictogram } from './pictogram.ts';
import { Token, tokenFlag } from './token.ts';
import { hashEnd, hashOf, hashStart, hashStep } from './word-hash.ts';

const { letter, digit, apostrophe, ignorable, combining, rest, surrogate } = characterClass;
const blank = 0x20;
/** Units of a word at most; what goes on is the next word. Chosen: 64, longer than any word of our languages. */
const longestWord = 64;
/** Letters from here on have no capitals (Arabic, Devanagari), or none that says anything. */
const caseless = 0x590;

/** Words that stand before an apostrophe as words of their own: French, Italian, Portuguese. */
const elided: ReadonlySet<number> = new Set(
  (
    'l d j c n m t s qu jusqu lorsqu puisqu quoiqu quelqu dell nell all dall sull coll un quell quest bell sant ' +
    'mezz tutt cos com dov quand senz anch ciascun nessun'
  )
    .split(' ')
    .map(hashOf),
);
const http = hashOf('http');
const https = hashOf('https');
const www = hashOf('www');

/** Reads a text from its beginning to its end, once. */
export class TokenReader {
  readonly characters: number[] = [blank];
  readonly tokens: Token[] = [];
  private readonly text: string;
  private at = 0;
  private sentence = 0;
  private clause = 0;
  /** Tokens there were when the sentence or clause was last ended: without a new one it does not end again. */
  private tokensAtSentence = 0;
  private tokensAtClause = 0;
  /** Offset behind the last opening quotation mark. */
  private quotedAt = -1;
  private inHashtag = false;

  constructor(text: string) {
    this.text = text;
  }

  read(): void {
    const { text } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      const kind = classOf(code);
      if (kind === letter || kind === digit) this.readWord();
      else if (code === blank) this.at++;
      else this.readOther(code, kind);
    }
  }

  private readOther(code: number, kind: number): void {
    if (emoticonStarts.has(code) && this.readFace()) return;
    switch (kind) {
      case characterClass.pictogram:
        this.readPicture();
        break;
      case surrogate:
        this.readSurrogate();
        break;
      case characterClass.mark:
        this.readMarks();
        break;
      case characterClass.stop:
        this.readStops();
        break;
      case characterClass.clause:
        this.at++;
        this.endClause();
        break;
      case characterClass.lineEnd:
        this.readLineEnds();
        break;
      case characterClass.at:
        this.readMention();
        break;
      case characterClass.hash:
        this.at++;
        this.inHashtag = true;
        this.goOnInHashtag();
        break;
      case characterClass.quote:
        this.at++;
        this.quotedAt = this.at;
        break;
      default:
        this.at++;
    }
  }

  private readWord(): void {
    const { text, characters } = this;
    const start = this.at;
    const from = characters.length;
    let [hash, before, end] = [hashStart, hashStart, start];
    let [last, run, letters, capitals, digits] = [-1, 1, 0, 0, 0];
    let flags = 0;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const kind = classOf(code);
      if (kind === letter) {
        const small = lowerOf(code);
        const isCapital = small !== code && code < caseless;
        if (this.inHashtag && letters + digits > 0 && isCapital && capitals < letters) break;
        if (characters.length - from >= longestWord) break;
        letters++;
        if (isCapital) {
          if (letters === 1 && digits === 0) flags |= tokenFlag.capitalized;
          capitals++;
        }
        end = at + 1;
        if (small === last) {
          run++;
          if (run === 3) {
            // The second of the run goes, too: `sooo` is `so`.
            flags |= tokenFlag.stretched;
            characters.pop();
            hash = before;
          }
          if (run >= 3) continue;
        } else {
          run = 1;
          last = small;
        }
        before = hash;
        hash = hashStep(hash, small);
        characters.push(small);
      } else if (kind === digit) {
        if (characters.length - from >= longestWord) break;
        digits++;
        last = -1;
        before = hash;
        hash = hashStep(hash, lowerOf(code));
        characters.push(lowerOf(code));
        end = at + 1;
      } else if (kind === apostrophe) {
        if (letters === 0 || !this.goesOn(at + 1)) break;
        const isElided = end - start <= 7 && elided.has(hashEnd(hash));
        last = -1;
        before = hash;
        hash = hashStep(hash, 0x27);
        characters.push(0x27);
        if (isElided) {
          end = at + 1;
          at++;
          break;
        }
      } else if (kind === combining) {
        // `e` and an accent are `é`; an accent that makes no letter is left out.
        const composed = last === -1 ? '' : String.fromCharCode(last, code).normalize('NFC');
        if (composed.length === 1 && run < 3) {
          last = composed.charCodeAt(0);
          hash = hashStep(before, last);
          characters[characters.length - 1] = last;
          run = 1;
        }
        end = at + 1;
      } else if (kind === rest) {
        end = at + 1;
      } else if (kind !== ignorable) {
        const joins = (code === 0x2e || code === 0x2c || code === 0x3a) && letters === 0;
        if (!joins || at + 1 >= text.length || classOf(text.charCodeAt(at + 1)) !== digit) break;
        before = hash;
        hash = hashStep(hash, code);
        characters.push(code);
      }
    }
    this.at = at;
    if (capitals >= 2 && capitals === letters) flags |= tokenFlag.capitals;
    flags |= letters > 0 ? tokenFlag.word : tokenFlag.number;
    const whole = hashEnd(hash);
    if (this.readAddress(whole, start, from)) return;
    this.push(start, end, from, whole, flags | (this.inHashtag ? tokenFlag.hashtag : 0));
    if (this.inHashtag) this.goOnInHashtag();
  }

  /** A letter comes next, whatever invisible stands before it. */
  private goesOn(from: number): boolean {
    const end = Math.min(from + longestWord, this.text.length);
    for (let at = from; at < end; at++) {
      const kind = classOf(this.text.charCodeAt(at));
      if (kind !== rest && kind !== ignorable) return kind === letter;
    }
    return false;
  }

  /** `#CustomerService_fail`: the next word may begin right here or behind a line. */
  private goOnInHashtag(): void {
    while (this.text.charCodeAt(this.at) === 0x5f) this.at++;
    const kind = this.at < this.text.length ? classOf(this.text.charCodeAt(this.at)) : 0;
    this.inHashtag = kind === letter || kind === digit;
  }

  /** What began as a word is an address of the web or of e-mail. */
  private readAddress(hash: number, start: number, from: number): boolean {
    const { text, at } = this;
    const isWeb =
      hash === http || hash === https ? text.startsWith('://', at) : hash === www && text.charAt(at) === '.';
    if (isWeb) {
      this.endAddress(start, from, 'http', tokenFlag.url);
      return true;
    }
    if (at + 1 >= text.length || classOf(text.charCodeAt(at)) !== characterClass.at) return false;
    const next = classOf(text.charCodeAt(at + 1));
    if (next !== letter && next !== digit) return false;
    let [first, firstFrom] = [start, from];
    for (let last = this.tokens.at(-1); last !== undefined; last = this.tokens.at(-1)) {
      const joint = last.end === first - 1 && '._-+%'.includes(text.charAt(last.end));
      if (!joint || (last.flags & (tokenFlag.word | tokenFlag.number)) === 0) break;
      [first, firstFrom] = [last.start, last.from];
      this.tokens.pop();
    }
    this.endAddress(first, firstFrom, '@@', tokenFlag.email);
    return true;
  }

  /** An address goes on to the next blank; the full stop behind it is none of it. */
  private endAddress(start: number, from: number, written: string, flag: number): void {
    const { text } = this;
    while (this.at < text.length && !/[\s<>"“”„«»()\u200b]/.test(text.charAt(this.at))) this.at++;
    let end = this.at;
    while (end > start && '.,;:!?'.includes(text.charAt(end - 1))) end--;
    this.at = end;
    this.characters.length = from;
    this.write(start, end, written, flag);
  }

  private readMention(): void {
    const { text } = this;
    const start = this.at;
    this.at++;
    let end = this.at;
    for (; end < text.length; end++) {
      const kind = classOf(text.charCodeAt(end));
      if (kind !== letter && kind !== digit && text.charCodeAt(end) !== 0x5f) break;
    }
    if (end === this.at) return;
    this.at = end;
    this.write(start, end, '@', tokenFlag.mention);
  }

  private readFace(): boolean {
    const face = readEmoticon(this.text, this.at);
    if (face === null) return false;
    this.write(this.at, face.end, face.text, tokenFlag.emoticon | (face.stretched ? tokenFlag.stretched : 0));
    this.at = face.end;
    return true;
  }

  private readPicture(): boolean {
    const picture = readPictogram(this.text, this.at);
    if (picture === null) {
      this.at++;
      return false;
    }
    this.write(this.at, picture.end, picture.text, tokenFlag.emoji);
    this.at = picture.end;
    return true;
  }

  /** Pictograms, and letters drawn in another style, which are read as the letters they show. */
  private readSurrogate(): void {
    const start = this.at;
    if (this.readPicture()) return;
    let [end, written] = [start, ''];
    while (end < this.text.length && written.length < longestWord) {
      const code = this.text.codePointAt(end) ?? 0;
      if (code <= 0xffff || !/[\p{L}\p{N}]/u.test(String.fromCodePoint(code))) break;
      written += String.fromCodePoint(code).normalize('NFKC').toLowerCase();
      end += 2;
    }
    if (written === '') return;
    this.at = end;
    this.write(start, end, written, tokenFlag.word);
  }

  private readMarks(): void {
    const start = this.at;
    let [asks, shouts] = [false, false];
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (classOf(code) !== characterClass.mark) break;
      if (code === 0x21 || code === 0xff01) shouts = true;
      else asks = true;
    }
    const flags = tokenFlag.mark | (this.at - start > 1 ? tokenFlag.stretched : 0);
    this.write(start, this.at, asks ? (shouts ? '?!' : '?') : '!', flags);
    this.endSentence();
  }

  private readStops(): void {
    const { text } = this;
    const start = this.at;
    while (this.at < text.length && classOf(text.charCodeAt(this.at)) === characterClass.stop) this.at++;
    if (this.at - start >= 3 || text.charAt(start) === '…') {
      this.write(start, this.at, '…', tokenFlag.mark);
      this.endSentence();
      return;
    }
    const next = this.at < text.length ? classOf(text.charCodeAt(this.at)) : characterClass.lineEnd;
    const last = this.tokens.at(-1);
    const abbreviates = last !== undefined && last.end === start && last.to - last.from === 1;
    if (next !== letter && next !== digit && !abbreviates) this.endSentence();
  }

  private readLineEnds(): void {
    let lines = 0;
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x0a || code === 0x2028 || code === 0x2029) lines++;
      else if (classOf(code) !== characterClass.lineEnd && classOf(code) !== 0 && classOf(code) !== ignorable) break;
    }
    if (lines > 1) this.endSentence();
    else this.endClause();
  }

  private endSentence(): void {
    if (this.tokens.length > this.tokensAtSentence) this.sentence++;
    this.tokensAtSentence = this.tokens.length;
    this.endClause();
  }

  private endClause(): void {
    this.inHashtag = false;
    if (this.tokens.length > this.tokensAtClause) this.clause++;
    this.tokensAtClause = this.tokens.length;
  }

  /** A token whose text is not made of its characters one by one. */
  private write(start: number, end: number, written: string, flags: number): void {
    const from = this.characters.length;
    for (let at = 0; at < written.length; at++) this.characters.push(written.charCodeAt(at));
    this.push(start, end, from, hashOf(written), flags);
  }

  private push(start: number, end: number, from: number, hash: number, flags: number): void {
    const { characters } = this;
    const all = start === this.quotedAt ? flags | tokenFlag.quoted : flags;
    this.tokens.push(new Token(characters, start, end, from, characters.length, hash, all, this.sentence, this.clause));
    characters.push(blank);
  }
}
