/** What a spreadsheet takes for the beginning of a formula or of a command. @source OWASP, CSV Injection */
const start = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** A dash alone and plain numbers are harmless, and tables are full of them. */
const harmless = /^(?:-|[+-]?\d+(?:[.,]\d+)*)$/;

/**
 * Makes a text harmless for the spreadsheet that opens it, by an apostrophe before what would begin a formula.
 * `unguard` takes it away again.
 * @example guardFormula('=1+1') // "'=1+1"
 */
export function guardFormula(text: string): string {
  return start.test(text) && !harmless.test(text) ? `'${text}` : text;
}

/** The counterpart of `guardFormula`; other texts stay as they are. @example unguardFormula("'=1+1") // '=1+1' */
export function unguardFormula(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
