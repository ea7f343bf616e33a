/** How many characters are joined before they become bytes. */
const fullText = 1024 * 1024;

/** Lines of CSV as bytes, for files that are larger than a text may be. */
export function csvBytes(header: readonly string[], rows: Iterable<readonly (string | number)[]>): Buffer {
  const parts: Buffer[] = [];
  let text = `${header.join(',')}\n`;
  for (const row of rows) {
    text += `${row.map(csvCell).join(',')}\n`;
    if (text.length < fullText) continue;
    parts.push(Buffer.from(text));
    text = '';
  }
  return Buffer.concat([...parts, Buffer.from(text)]);
}

/** @source RFC 4180 */
function csvCell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
