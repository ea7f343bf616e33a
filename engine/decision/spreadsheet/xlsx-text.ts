/** Characters that XML 1.0 does not know, or reads otherwise than they were written (a carriage return). */
const unwritable = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/**
 * Writes a text for a workbook's XML; characters that XML has no place for as `_x000D_`, as spreadsheets do.
 * @source ECMA-376 part 1, 22.9.2.19 (ST_Xstring)
 */
export function toXml(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(unwritable, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The text of a cell, with `_x000D_` and its kin as the characters that they stand for. */
export function fromXstring(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
