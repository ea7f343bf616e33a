/** Characters that XML 1.0 cannot hold, half surrogate pairs included. @source XML 1.0, 2.2 */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * A text as XML can hold it: line ends as a reader of XML gives them, U+FFFD for what has no place in XML. What this
 * changes is kept beside the element.
 */
export function xmlText(text: string): string {
  const written = text.replace(/\r\n?/g, '\n').replace(unwritable, '\uFFFD');
  return written.trim() === '' ? '' : written;
}

/** A cell or entry as XML can hold it: inside of texts, which are all that can hold such a character, an escape says it. */
export function xmlCell(cell: string): string {
  const escaped = cell.replace(
    unwritable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return xmlText(escaped);
}

/** JSON of plain characters, so that every tool gives it back as it is. */
export function xmlJson(value: object): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
