/** A line of a text. */
export interface Line {
  /** Without blanks and invisible characters around it. */
  text: string;
  /** UTF-16 offsets of the whole line, its end without the line break. */
  start: number;
  end: number;
}

/** The lines of a text; `\r\n` and `\n` end one. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    lines.push({ text: trimmed(text, start, end), start, end });
    start = end + 1;
  }
  return lines;
}

function trimmed(text: string, start: number, end: number): string {
  let [from, to] = [start, end];
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x200b || code === 0x2060 || code === 0xfeff;
}
