/** What a token is, and how it was written; bits of `Token.flags`. */
export const tokenFlag = {
  /** Letters, perhaps with digits. */
  word: 1,
  /** Digits, with points, commas or colons between them. */
  number: 2,
  /** A pictogram; its text is without skin tone, gender and variation. */
  emoji: 4,
  /** `:-))`; its text is without nose and repetition: `:)`. */
  emoticon: 8,
  /** A run of `!`, `?` or both; its text is `!`, `?` or `?!`. Three points or more are the mark `…`. */
  mark: 16,
  /** `@somebody`; its text is `@`. */
  mention: 32,
  /** An address of the web; its text is `http`. */
  url: 64,
  /** An address of e-mail; its text is `@@`. */
  email: 128,
  /** A word of a hashtag. */
  hashtag: 256,
  /** At least two letters, all of them capitals. */
  capitals: 512,
  /** Begins with a capital. */
  capitalized: 1024,
  /** A letter three times or more in a row; a mark, or the mouth of an emoticon, more than once. */
  stretched: 2048,
  /** Right behind an opening quotation mark. */
  quoted: 4096,
} as const;

/** A word, number, pictogram or mark of a text. */
export class Token {
  /** UTF-16 offsets into the text as it was given. */
  readonly start: number;
  readonly end: number;
  /** Where its text is in `ReadText.characters`. */
  readonly from: number;
  readonly to: number;
  /** `hashOf(text)`. */
  readonly hash: number;
  /** Bits of `tokenFlag`. */
  readonly flags: number;
  /** Counted from 0. A sentence ends at `.`, `!`, `?`, `…` and a blank line. */
  readonly sentence: number;
  /** Counted from 0 over the whole text. A clause ends with its sentence, at `,` `;` `:`, brackets, dashes and line ends. */
  readonly clause: number;
  private readonly characters: readonly number[];

  constructor(
    characters: readonly number[],
    start: number,
    end: number,
    from: number,
    to: number,
    hash: number,
    flags: number,
    sentence: number,
    clause: number,
  ) {
    this.characters = characters;
    this.start = start;
    this.end = end;
    this.from = from;
    this.to = to;
    this.hash = hash;
    this.flags = flags;
    this.sentence = sentence;
    this.clause = clause;
  }

  /** Small letters in one normal form (composed accents, plain width, nothing invisible); `sooo` is `so`. Made when asked for. */
  get text(): string {
    let text = '';
    for (let at = this.from; at < this.to; at++) text += String.fromCharCode(this.characters[at] as number);
    return text;
  }
}
