import type { IssueMessage } from '../../issue.ts';

const measures = new Map([
  ['fileBytes', 'bytes'],
  ['unpackedBytes', 'bytes when unpacked'],
  ['zipEntries', 'parts'],
  ['cells', 'cells'],
  ['characters', 'characters'],
]);

/** Wording of everything that can be wrong with spreadsheets; the cell is named before it. */
export const spreadsheetMessages: Record<string, IssueMessage> = {
  // Files
  unknown_file_ending: 'The file {name} is of a kind that holds no table here. Known are: {known}.',
  file_is_xls: 'This is an Excel file of the old kind (.xls). Open it and save it as .xlsx or CSV.',
  file_encrypted: 'The file is protected by a password. Open it and save it without one.',
  file_not_xlsx: 'This is no .xlsx file. Save the table as .xlsx or CSV.',
  xlsx_unreadable: 'The .xlsx file is damaged. Open it in a spreadsheet and save it again.',
  spreadsheet_too_large: ({ what, found, limit }) =>
    `The spreadsheet has ${String(found)} ${measures.get(String(what)) ?? String(what)}; at most ${String(limit)} are read. Keep the table alone in its file, without empty formatted rows and columns.`,
  sheet_empty: 'There is nothing in the spreadsheet.',
  csv_quotes:
    'The double quotes in this row do not pair up. Double a quote inside a quoted field, and close every quoted field.',
  cell_too_long_for_excel:
    'The text is longer than the {limit} characters that Excel takes. Shorten it, or save the table as CSV.',

  // Our own layout
  no_table_in_sheets: 'No table begins here: its first cell says "Decision table", and its name stands beside it.',
  no_columns_row:
    'The table has no rows that begin with "Column" (kinds of columns) and "Row" (their names), one below the other.',
  unknown_column_kind: '"{found}" is no kind of column. Known are: {known}.',
  column_without_kind: 'The column has a name but no kind, so it was left out. Write its kind into the row "Column".',
  unknown_head_row: '"{found}" means nothing above the columns, so the row was left out. Known are: {known}.',
  head_assumed: '{member} is missing; "{value}" was taken. Add the row if it should be another.',
  unknown_aggregation_word: '"{found}" is no aggregation. Known are: {known}.',
  column_id_made: 'The column has no id; it got {id}.',
  row_id_made: 'The row has no id; it got {id}.',
  row_id_repeated: 'The id {found} stands here a second time; this row got {id}.',
  cell_not_json: 'What stands under "{column}" is no JSON, so it was left out.',
  cells_outside_layout: 'These cells belong to no table, so they were left out.',
  unknown_table_named: 'The table named here is not in the file; the table {table} was taken.',
  unknown_record_column: '"{found}" is no column here, or stands here twice, so it was left out. Known are: {known}.',

  // Foreign spreadsheets
  foreign_layout:
    'The file is no table that Steward wrote: columns and types were found out from what stands here. Look them over.',
  no_header_row:
    'No header row was found on the sheet "{sheet}": a row with the names of at least two columns, above the rules.',
  column_role_assumed: 'Nothing says what the column "{name}" is; it was taken as: {as}.',
  rows_after_gap:
    'The rows from here on follow a blank row, so they were left out. Delete the blank row if they belong to the table.',
  mapping_outside_grid:
    'The mapping names a row or column outside of the {rows} rows and {columns} columns that there are.',
  mapping_repeats_column: 'The mapping names column {column} twice.',

  // Doubts about single cells
  number_separator_doubt: '{found} was read as {reading}: the comma could also part a fraction. Write it without.',
  percent_doubt: '{found} was read as {reading}, without the percent sign. Correct it if the facts hold a fraction.',
  unit_dropped: '{found} was read as {reading}, without the unit. The unit belongs to the column.',
  day_month_doubt: '{found} was read as {reading}: day and month could be swapped. Write the year first.',
  century_doubt: '{found} was read as {reading}. Write the year with four digits.',
  time_of_day_dropped: '{found} was read as {reading}, without the time of day.',
  serial_day_doubt: 'The number {found} was read as {reading}, as spreadsheets count days.',
  list_doubt: '{found} was read as several texts: {reading}. Put it in double quotes if it is one.',

  // Ranges
  paste_outside_table: 'The range begins outside of the table. Choose a cell of the table, or the row below its last.',
  paste_empty: 'There are no cells to paste.',
  paste_beyond_columns: '{count} cells of the range lie to the right of the last column and were not pasted: {texts}.',
  paste_header_skipped: 'The first row holds the names of the columns ({names}), so it was left out.',
};
