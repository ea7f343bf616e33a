import { barrier, labelAt, maskSign } from './redaction-marks.ts';

/** A text in one form of each letter, so that detectors need not know the many ways to write a digit or a space. */
export interface FoldedText {
  /** Letters as they are but for compatibility forms and marks that stand alone; nothing invisible. */
  plain: string;
  /** The same in lower case and base letters; unit for unit as long as `plain`. */
  base: string;
  /** Where each unit begins in the original, and where it ends. */
  from: Int32Array;
  to: Int32Array;
}

interface Form {
  plain: string;
  base: string;
}

const invisible = /^[\p{Cf}\p{Mn}\p{Me}\p{Cc}\p{Cs}\u{115f}\u{1160}\u{3164}\u{ffa0}]$/u;
const signs: Readonly<Record<string, string>> = {
  '\t': ' ', '\v': ' ', '\f': ' ', '\n': '\n', '\u0085': '\n', '\u2028': '\n', '\u2029': '\n', '\u2212': '-', '\u00b7': '.', '\u2022': '.', '\u3002': '.',
  '\u2018': "'", '\u2019': "'", '\u201b': "'", '\u02bc': "'", '\u00b4': "'", '\u201c': '"', '\u201d': '"', '\u201e': '"', '\u00ab': '"', '\u00bb': '"',
}; // prettier-ignore
const letters: Readonly<Record<string, string>> = {
  ß: 's', ẞ: 's', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 't', æ: 'a', œ: 'o', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ə: 'a',
}; // prettier-ignore

/**
 * Folds a text. What `hidden` covers, and labels of an earlier redaction, become one barrier that nothing reads across.
 * @param hidden one byte for each unit of the text, 1 where it is hidden
 * @source Unicode Standard Annex 15 (NFKC); Annex 44 (general categories Nd, Pd, Zs, Cf, Mn)
 */
export function foldText(text: string, hidden?: Uint8Array): FoldedText {
  const builder = new FoldBuilder(text.length);
  const forms = new Map<number, Form>();
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) as number;
    const next = at + (code > 0xffff ? 2 : 1);
    const label = hidden?.[at] === 1 ? 1 : code === 0x5b ? labelAt(text, at) : 0;
    if (label > 0 || code === maskSign) {
      builder.addBarrier(at, at + Math.max(label, 1));
      at += Math.max(label, 1);
      continue;
    }
    if (code >= 0x20 && code < 0x7f) {
      builder.add(code, code >= 0x41 && code <= 0x5a ? code + 32 : code, at, next);
    } else {
      let form = forms.get(code);
      if (form === undefined) forms.set(code, (form = formOf(String.fromCodePoint(code))));
      if (form.plain === '') builder.extend(next);
      for (let unit = 0; unit < form.plain.length; unit++) {
        builder.add(form.plain.charCodeAt(unit), form.base.charCodeAt(unit), at, next);
      }
    }
    at = next;
  }
  return builder.folded();
}

class FoldBuilder {
  private plain: Uint16Array<ArrayBuffer>;
  private base: Uint16Array<ArrayBuffer>;
  private from: Int32Array<ArrayBuffer>;
  private to: Int32Array<ArrayBuffer>;
  private length = 0;

  constructor(length: number) {
    // Some letters come apart into several.
    const room = length + 64;
    this.plain = new Uint16Array(room);
    this.base = new Uint16Array(room);
    this.from = new Int32Array(room);
    this.to = new Int32Array(room);
  }

  add(plain: number, base: number, start: number, end: number): void {
    if (this.length === this.plain.length) this.grow();
    this.plain[this.length] = plain;
    this.base[this.length] = base;
    this.from[this.length] = start;
    this.to[this.length] = end;
    this.length++;
  }

  /** Neighbouring barriers are one, so that text reads alike before and after what is hidden is replaced. */
  addBarrier(start: number, end: number): void {
    const last = this.length - 1;
    if (this.plain[last] === barrier && this.to[last] === start) this.to[last] = end;
    else this.add(barrier, barrier, start, end);
  }

  /** Marks and invisible signs belong to what stands before them. */
  extend(end: number): void {
    if (this.length > 0) this.to[this.length - 1] = end;
  }

  folded(): FoldedText {
    const { length } = this;
    return {
      plain: textOf(this.plain.subarray(0, length)),
      base: textOf(this.base.subarray(0, length)),
      from: this.from.subarray(0, length),
      to: this.to.subarray(0, length),
    };
  }

  private grow(): void {
    const room = this.plain.length * 2;
    this.plain = copied(this.plain, new Uint16Array(room));
    this.base = copied(this.base, new Uint16Array(room));
    this.from = copied(this.from, new Int32Array(room));
    this.to = copied(this.to, new Int32Array(room));
  }
}

function copied<T extends Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

function textOf(codes: Uint16Array): string {
  let text = '';
  // An argument for each unit: the stack has room for these.
  for (let at = 0; at < codes.length; at += 8192) text += String.fromCharCode(...codes.subarray(at, at + 8192));
  return text;
}

function formOf(sign: string): Form {
  const mapped = signs[sign] ?? (/^\p{Zs}$/u.test(sign) ? ' ' : /^\p{Pd}$/u.test(sign) ? '-' : null);
  if (mapped !== null) return { plain: mapped, base: mapped };
  if (invisible.test(sign) || sign.charCodeAt(0) === barrier) return { plain: '', base: '' };
  const digit = digitOf(sign);
  if (digit !== null) return { plain: digit, base: digit };
  // A spacing accent comes apart into a space and a mark.
  const plain = sign.normalize('NFKC').replace(/\p{Mn}/gu, '');
  const single = plain.length <= 4 ? plain : sign;
  return { plain: single, base: baseOf(single) };
}

/** Base letters, never longer or shorter. */
function baseOf(plain: string): string {
  let base = '';
  for (const sign of plain) {
    const lower = sign.toLowerCase();
    const letter = letters[lower] ?? lower.normalize('NFD').replace(/\p{Mn}/gu, '');
    base += letter.length === sign.length ? letter : letter.slice(0, sign.length).padEnd(sign.length);
  }
  return base;
}

/** Sets of ten digits begin where the code ends in 0 or in 6. */
function digitOf(sign: string): string | null {
  if (!/^\p{Nd}$/u.test(sign.normalize('NFKC'))) return null;
  const code = sign.normalize('NFKC').codePointAt(0) as number;
  const isAtZero = /^\p{Nd}$/u.test(String.fromCodePoint(code & ~15));
  return String(((code & 15) - (isAtZero ? 0 : 6)) % 10);
}
