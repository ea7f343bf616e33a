import { restOfEntity } from './character-class.ts';
import { readEntity } from './entities.ts';
import type { LeftOut } from '../model/text-score.ts';

/** Written where markup was: of no width, so that offsets stay and `<b>b</b>ad` is one word. */
const filler = '\u200b';
const inline = new Set(
  'a abbr b bdi bdo big cite code del em font i ins kbd mark q s small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);
const block = new Set(
  (
    'address article aside base blockquote body br button caption center col colgroup dd div dl dt fieldset figure footer ' +
    'form h1 h2 h3 h4 h5 h6 head header hr html img input label li link main meta nav object ol option p pre script ' +
    'section select style table tbody td textarea tfoot th thead title tr ul xml'
  ).split(' '),
);
/** What stands within these is not written for readers. */
const unread = new Set(['script', 'style', 'head', 'title', 'xml']);
const tagName = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?:[:_-][\w:-]*)?(?=[\s/>])/y;

/** A text without its markup, as long as before. */
export interface WithoutMarkup {
  text: string;
  leftOut: LeftOut[];
}

/**
 * Takes HTML tags out of a text, what browsers do not show (`style`, comments), and earlier messages that a mail program marks as
 * quoted (`blockquote`, `gmail_quote`); reads entities. Every offset stays what it was. Linear in the length of the text.
 * @param text anything; `a < b` and `<3` are no tags
 * @example withoutMarkup('<p>Not g&ouml;od</p>').text.replaceAll('\u200b', '') // 'Not göod' and blanks
 */
export function withoutMarkup(text: string): WithoutMarkup {
  if (!text.includes('<') && !text.includes('&')) return { text, leftOut: [] };
  return new MarkupReader(text).read();
}

class MarkupReader {
  private readonly text: string;
  private readonly parts: string[] = [];
  private readonly leftOut: LeftOut[] = [];
  private at = 0;
  /** Searched once only: from here on there is none. */
  private readonly gone = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
  }

  read(): WithoutMarkup {
    const { text, parts } = this;
    let copied = 0;
    for (let next = this.nextSpecial(0); next !== -1; next = this.nextSpecial(this.at)) {
      this.at = next;
      const written = text.charAt(next) === '&' ? this.entity() : this.tag();
      if (written === null) {
        this.at = next + 1;
        continue;
      }
      parts.push(text.slice(copied, next), written);
      copied = this.at;
    }
    parts.push(text.slice(copied));
    return { text: parts.join(''), leftOut: this.leftOut };
  }

  private nextSpecial(from: number): number {
    const [tag, entity] = [this.find('<', from), this.find('&', from)];
    return tag === -1 ? entity : entity === -1 ? tag : Math.min(tag, entity);
  }

  /** `indexOf`, whose answers are kept: each stretch of the text is searched once per text that is sought. */
  private find(sought: string, from: number): number {
    const known = this.gone.get(sought) ?? -2;
    if (known === -1 || known >= from) return known;
    const found = this.text.indexOf(sought, from);
    this.gone.set(sought, found);
    return found;
  }

  private entity(): string | null {
    const start = this.at;
    const entity = readEntity(this.text, start);
    if (entity === null) return null;
    this.at = entity.end;
    const padding = restOfEntity.repeat(entity.end - start - entity.character.length);
    // A letter belongs to what is before it, a sign to what follows: `&lt;3` is a heart.
    return /\p{L}/u.test(entity.character) ? entity.character + padding : padding + entity.character;
  }

  private tag(): string | null {
    const start = this.at;
    if (this.text.startsWith('<!--', start)) return this.leave(start, this.endOf('-->', start + 4), 'markup', ' ');
    if (/^<[!?][a-zA-Z]/.test(this.text.slice(start, start + 3))) {
      return this.leave(start, this.endOf('>', start), 'markup', ' ');
    }
    tagName.lastIndex = start;
    const match = tagName.exec(this.text);
    if (match === null) return null;
    const name = (match[2] ?? '').toLowerCase();
    if (!inline.has(name) && !block.has(name) && !/^<\/?[a-zA-Z]+:/.test(this.text.slice(start, start + 12)))
      return null;
    const closing = match[1] === '/';
    const end = this.endOf('>', start);
    if (!closing && unread.has(name)) return this.leave(start, this.endOf(`</${name}>`, end), 'markup', ' ');
    const tag = this.text.slice(start, Math.min(end, start + 400));
    if (!closing && (name === 'blockquote' || (name === 'div' && /gmail_quote|divRplyFwdMsg|yahoo_quoted/.test(tag)))) {
      return this.leave(start, this.endOfElement(name, end), 'quoted', '\n');
    }
    return this.leave(start, end, 'markup', inline.has(name) ? filler : '\n');
  }

  private endOf(sought: string, from: number): number {
    const found = this.find(sought, from);
    return found === -1 ? this.text.length : found + sought.length;
  }

  /** Behind the closing tag that belongs to an opening one. */
  private endOfElement(name: string, from: number): number {
    let [depth, at] = [1, from];
    while (depth > 0) {
      const closing = this.find(`</${name}`, at);
      const opening = this.find(`<${name}`, at);
      if (closing === -1) return this.text.length;
      const opens = opening !== -1 && opening < closing;
      depth += opens ? 1 : -1;
      at = opens ? opening + 1 : this.endOf('>', closing);
    }
    return at;
  }

  private leave(start: number, end: number, what: LeftOut['what'], written: string): string {
    this.at = end;
    const last = this.leftOut.at(-1);
    if (last !== undefined && last.end === start && last.what === what) last.end = end;
    else this.leftOut.push({ what, start, end });
    return written + filler.repeat(end - start - 1);
  }
}
