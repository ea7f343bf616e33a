import Papa from 'papaparse';

const delimitersToGuess = [',', ';', '\t', '|'];

/**
 * Splits a CSV text into rows of fields: RFC 4180, and what spreadsheets make of it.
 * @param delimiter null: found out, among comma, semicolon, tab and bar
 * @returns the rows; `broken`: the rows (from 0) whose quotes do not pair up
 * @source https://www.papaparse.com/docs (5.7)
 */
export function splitCsv(text: string, delimiter: string | null): { rows: string[][]; broken: number[] } {
  const known =
    delimiter ??
    // Blank rows say nothing about what parts the fields of the others.
    Papa.parse<string[]>(text.slice(0, 50_000), { delimitersToGuess, preview: 100, skipEmptyLines: 'greedy' }).meta
      .delimiter;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: known, skipEmptyLines: false });
  return {
    rows: data,
    broken: errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : [])),
  };
}

/** Joins rows of fields into a CSV text, with quotes where they are needed and CRLF between rows. */
export function joinCsv(rows: string[][], delimiter: string): string {
  return Papa.unparse(rows, { delimiter, newline: '\r\n', escapeFormulae: false });
}
