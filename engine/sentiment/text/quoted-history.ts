import type { LeftOut } from '../model/text-score.ts';
import type { Line } from './lines.ts';

/** "On … wrote:" as mail programs write it. */
const attributions: readonly { begins: RegExp; ends: RegExp }[] = [
  { begins: /^On\b/, ends: /\bwrote:$/ },
  { begins: /^(Am|Um)\b/, ends: /\bschrieb\b[^:]{0,120}:$/ },
  { begins: /^Le\b/, ends: /\ba écrit\s?:$/ },
  { begins: /^El\b/, ends: /\b(escribió|escribio):$/ },
  { begins: /^Il\b/, ends: /\bha scritto:$/ },
  { begins: /^Em\b/, ends: /\bescreveu:$/ },
];

/** What stands over a message that a program copied. */
const originals =
  /^[-_=*\s]{2,20}(original message|forwarded message|ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|message d['’]origine|message original|message transféré|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|mensagem original|mensagem encaminhada)[-_=*\s]{2,20}$/i;

const from = /^\*?(from|von|de|da|od)\s?:/i;
const otherHeaders =
  /^\*?(sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|envoyé le|à|objet|enviado|enviado el|fecha|para|asunto|inviato|data|a|oggetto|enviada em|enviado em|assunto)\s?:/i;
/** Units of a line that these are looked for in; longer ones are none. */
const longestHeader = 300;

/**
 * Finds the earlier messages below or between the lines of a reply: lines that begin with `>`, what follows "On … wrote:" and its
 * like in six languages, a block of headers, "-----Original Message-----". Where lines with `>` follow an attribution, what
 * stands between and below them is the author's own; otherwise all that follows is history.
 * @param lines of the whole text
 * @returns in order, not overlapping
 */
export function findQuotedHistory(lines: readonly Line[]): LeftOut[] {
  const found: LeftOut[] = [];
  const end = lines.at(-1)?.end ?? 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (line.text.startsWith('>')) {
      add(found, line.start, line.end);
      continue;
    }
    const attributed = attributionLines(lines, at);
    if (attributed > 0) {
      const next = lines.slice(at + attributed, at + attributed + 4).find(({ text }) => text !== '');
      if (next?.text.startsWith('>') !== true) return [...found, { what: 'quoted', start: line.start, end }];
      add(found, line.start, (lines[at + attributed - 1] as Line).end);
      at += attributed - 1;
      continue;
    }
    if (beginsHistory(lines, at)) return [...found, { what: 'quoted', start: line.start, end }];
  }
  return found;
}

/** Lines that an attribution takes, up to three; 0 where none begins. */
function attributionLines(lines: readonly Line[], at: number): number {
  const first = lines[at]?.text ?? '';
  if (first.length > longestHeader) return 0;
  const form = attributions.find(({ begins }) => begins.test(first));
  if (form === undefined) return 0;
  for (let count = 1; count <= 3; count++) {
    const last = lines[at + count - 1]?.text;
    if (last === undefined || last === '' || last.length > longestHeader) return 0;
    if (form.ends.test(last)) return /[@\d]/.test(first) ? count : 0;
  }
  return 0;
}

function beginsHistory(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at] as Line;
  if (text.length > longestHeader) return false;
  if (originals.test(text)) return true;
  if (!from.test(text)) return false;
  const others = lines
    .slice(at + 1, at + 6)
    .filter((line) => line.text.length <= longestHeader && otherHeaders.test(line.text));
  return others.length >= 2;
}

function add(found: LeftOut[], start: number, end: number): void {
  const last = found.at(-1);
  if (last !== undefined && start - last.end <= 2) last.end = end;
  else found.push({ what: 'quoted', start, end });
}
