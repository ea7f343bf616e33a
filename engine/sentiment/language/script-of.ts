import type { ReadText } from '../text/read-text.ts';
import { isJudged } from './language-rows.ts';

/** In which letters a text is written, as far as it matters here. */
export type Script = 'latin' | 'arabic' | 'devanagari' | 'other' | 'none';

/** Letters that Persian, Urdu, Pashto or Kurdish have and Arabic has not. */
const notArabic = new Set([...'پچژگٹڈڑےںھہۀېۆێڕڵ'].map((letter) => letter.charCodeAt(0)));

/** The script of most letters; Arabic letters of other languages are `other`. Looks at the first 400 characters. */
export function scriptOf(read: ReadText): Script {
  let [latin, arabic, foreign, devanagari, other] = [0, 0, 0, 0, 0];
  for (const token of read.tokens) {
    if (!isJudged(token)) continue;
    if (token.from > 400) break;
    for (let at = token.from; at < token.to; at++) {
      const code = read.characters[at] as number;
      if (code < 0x250) latin++;
      else if (code >= 0x600 && code < 0x700) {
        arabic++;
        if (notArabic.has(code)) foreign++;
      } else if (code >= 0x900 && code < 0x980) devanagari++;
      else other++;
    }
  }
  const most = Math.max(latin, arabic, devanagari, other);
  if (most === 0) return 'none';
  if (most === latin) return 'latin';
  if (most === devanagari) return 'devanagari';
  return most === arabic && foreign * 50 < arabic ? 'arabic' : 'other';
}
