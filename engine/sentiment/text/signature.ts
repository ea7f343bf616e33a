import type { LeftOut } from '../model/text-score.ts';
import type { Line } from './lines.ts';

const closings = new RegExp(
  `^(${[
    '(kind|best|warm|kindest|with best)?\\s?regards',
    'yours (sincerely|faithfully|truly)|sincerely( yours)?|best wishes|cheers',
    '(mit )?(freundlichen?|besten?|herzlichen?|lieben?|viele|schöne) (grüßen?|gruß|grüssen?)|mfg|hochachtungsvoll|(lg|vg)',
    'cordialement|bien cordialement|bien à vous|sincères salutations|salutations( distinguées)?',
    '(un )?(cordial )?saludos?( cordiales)?|atentamente|un saludo|reciba un cordial saludo',
    '(cordiali|distinti|cari) saluti|saluti|cordialmente',
    'atenciosamente|(com os )?(melhores )?cumprimentos|att',
  ].join('|')})[,.!]*$`,
  'i',
);
const device =
  /^(sent from my|get outlook for|von meinem .{2,30} gesendet|gesendet mit der|envoyé de(puis)? mon|enviado desde mi|enviado do meu|inviato da|inviato dal mio)\b/i;
const afterword = /^p\.?\s?s\b/i;
/** Lines below a closing formula, and units of each, at most. Chosen: 8 and 120, a name, a company and its addresses. */
const [mostLines, longestLine] = [8, 120];

/**
 * Finds the signature at the end: below a line `-- `, a closing formula in one of six languages with a few short lines below it,
 * or "Sent from my …". A postscript is read.
 * @param lines those of the author, without quoted history, in order
 * @source RFC 3676, 4.3, for `-- `
 */
export function findSignature(lines: readonly Line[]): LeftOut | null {
  const last = lines.findLastIndex(({ text }) => text !== '');
  for (let at = last; at >= 0 && at >= last - mostLines - 1; at--) {
    const line = lines[at] as Line;
    if (line.text.length > longestLine || afterword.test(line.text)) return null;
    const begins = line.text === '--' || device.test(line.text) || closings.test(line.text);
    if (begins) return { what: 'signature', start: line.start, end: (lines[last] as Line).end };
  }
  return null;
}
