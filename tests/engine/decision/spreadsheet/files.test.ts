import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { DecisionTable } from '../../../../engine/decision/model.ts';
import { readCsv, writeCsv } from '../../../../engine/decision/spreadsheet/csv.ts';
import { readXlsx } from '../../../../engine/decision/spreadsheet/read-xlsx.ts';
import { limits, type Grid } from '../../../../engine/decision/spreadsheet/sheets.ts';
import { decodeText, tableFromFile, tableToFile } from '../../../../engine/decision/spreadsheet/table-file.ts';
import { writeXlsx } from '../../../../engine/decision/spreadsheet/write-xlsx.ts';
import type { Result } from '../../../../engine/issue.ts';

function codes(result: Result<unknown>): string[] {
  return result.ok ? [] : result.issues.map(({ code }) => code);
}

const table: DecisionTable = {
  schemaVersion: 1,
  id: 'limits',
  name: 'Limits',
  version: '1',
  hitPolicy: 'first',
  inputs: [{ id: 'amount', name: 'Amount', path: 'amount', type: 'number' }],
  outputs: [{ id: 'handling', name: 'Handling', type: 'string' }],
  rows: [{ id: 'a', when: { amount: '> 5' }, then: { handling: 'pay' } }],
};

describe('a CSV file', () => {
  test.each<[string, string, string[][]]>([
    ['commas', 'a,b\n1,2', [['a', 'b'], ['1', '2']]],
    ['semicolons beside decimal commas', 'a;b\r\n1,5;2,5\r\n3,5;4,5', [['a', 'b'], ['1,5', '2,5'], ['3,5', '4,5']]],
    ['tabs', 'a\tb\n1\t2', [['a', 'b'], ['1', '2']]],
    ['a byte order mark', '\ufeffa,b\n1,2', [['a', 'b'], ['1', '2']]],
    ['a line that says its separator', 'sep=;\r\na,x;b\r\n1;2', [['a,x', 'b'], ['1', '2']]],
    ['quotes and line breaks', 'a,b\n"say ""hi""","1\n2"', [['a', 'b'], ['say "hi"', '1\n2']]],
    ['a guarded formula', "a,b\n'=1+1,'tis", [['a', 'b'], ['=1+1', "'tis"]]],
  ])('with %s is read', (_, text, cells) => {
    expect(readCsv(text)).toEqual({ ok: true, value: [{ name: 'CSV', cells }] });
  }); // prettier-ignore

  test.each([
    ['', 'sheet_empty'],
    ['a,b\n"open,c', 'csv_quotes'],
    ['a'.repeat(limits.characters + 1), 'spreadsheet_too_large'],
    [`${','.repeat(1_999)}\n`.repeat(1_001), 'spreadsheet_too_large'],
  ])('that cannot be read is refused', (text, code) => expect(codes(readCsv(text))).toEqual([code]));

  test('holds nothing that a spreadsheet would run', () => {
    const cells = [
      '=1+1',
      '+A1',
      '@SUM(A1)',
      '-A1',
      '\t=1',
      '\r=1',
      "'=1",
      '＝1',
      '-',
      '-5',
      '+5',
      '5',
      '>= 10',
      "'tis",
    ];
    const written = writeCsv([{ name: 'x', cells: [cells] }]);
    const fields = written
      .replace(/^\ufeff|\r\n$/g, '')
      .replaceAll('"', '')
      .split(',');
    expect(fields.filter((field) => /^[=+\-@\t\r＝]/.test(field))).toEqual(['-', '-5', '+5']);
    expect(readCsv(written)).toEqual({ ok: true, value: [{ name: 'CSV', cells: [cells] }] });
  });

  test('is decoded from what spreadsheets write', () => {
    expect(decodeText(new TextEncoder().encode('ä€'))).toBe('ä€');
    expect(decodeText(new Uint8Array([0xe4, 0x80]))).toBe('ä€');
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0xe4, 0x00]))).toBe('ä');
    expect(decodeText(new Uint8Array([0xfe, 0xff, 0x00, 0xe4]))).toBe('ä');
  });
});

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet, with this XML inside of `sheetData`. */
function workbook(rows: string, styles = '', more: Record<string, Uint8Array> = {}): Uint8Array {
  const rels = (targets: string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(
        (target, index) =>
          `<Relationship Id="rId${index + 1}" Type="${relations}/${target.includes('sheet1') ? 'worksheet' : target.startsWith('xl') ? 'officeDocument' : 'styles'}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(rels(['xl/workbook.xml'])),
    'xl/workbook.xml': strToU8(`<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(rels(['worksheets/sheet1.xml', 'styles.xml'])),
    'xl/styles.xml': strToU8(`<styleSheet ${main}>${styles}</styleSheet>`),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`),
    ...more,
  }); // prettier-ignore
}

async function cellsOf(bytes: Uint8Array): Promise<Grid> {
  const result = await readXlsx(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value[0]?.cells ?? [];
}

describe('an XLSX file', () => {
  test('keeps numbers, truth values, days, and texts that look like something else', async () => {
    const cells: Grid = [
      [
        '>= 10',
        '=1+1',
        '42',
        42,
        -0.5,
        true,
        false,
        { day: '2026-11-22' },
        'constructor',
        '\u0001\r\n\ufffe_x0041_',
        ' a ',
      ],
    ];
    const [row] = await cellsOf(await writeXlsx([{ name: 'a/b?', cells, headRows: 0 }]));
    expect(row).toEqual([
      '>= 10',
      '=1+1',
      '42',
      42,
      -0.5,
      true,
      false,
      '2026-11-22',
      'constructor',
      '\u0001\r\n\ufffe_x0041_',
      ' a ',
    ]);
  });

  test('gives days, moments and times of day as ISO 8601, errors as their text, formulas as what they gave', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs>';
    const rows =
      '<row r="1"><c r="A1" s="1"><v>46348</v></c><c r="B1" s="2"><v>46348.354166666664</v></c><c r="C1" s="3"><v>0.3541666666666667</v></c>' +
      '<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1"><f>1+1</f><v>2</v></c><c r="F1" t="str"><f>"a"</f><v>a</v></c></row>';
    expect(await cellsOf(workbook(rows, styles))).toEqual([
      ['2026-11-22', '2026-11-22T08:30:00', '08:30:00', '#DIV/0!', 2, 'a'],
    ]);
  });

  test('has sheets with names that spreadsheets take, each once', async () => {
    const names = ['a', 'A', 'x'.repeat(40), '[]', ''];
    const result = await readXlsx(await writeXlsx(names.map((name) => ({ name, cells: [['x']] }))));
    expect(result.ok && result.value.map(({ name }) => name)).toEqual([
      'a',
      'Sheet 2',
      'x'.repeat(31),
      'Sheet 4',
      'Sheet 5',
    ]);
  });

  test('with formatted but empty cells up to the last column is read', async () => {
    const rows = Array.from(
      { length: 500 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c><c r="XFD${row + 1}" s="0"/></row>`,
    );
    const cells = await cellsOf(workbook(rows.join(''), '<cellXfs><xf numFmtId="0"/></cellXfs>'));
    expect([cells.length, cells[0]?.length]).toEqual([500, 1]);
  });

  const far = Array.from(
    { length: 500 },
    (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
  ).join('');
  const sharing = Array.from(
    { length: 1_000 },
    (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>${'x'.repeat(30_000)}</t></is></c></row>`,
  ).join('');
  const ole = new Uint8Array(2_048);
  ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const encrypted = ole.slice();
  encrypted.set(
    [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
    1_024,
  );
  const honest = workbook('<row r="1"><c r="A1"><v>1</v></c></row>');
  /** Declares fewer bytes than its first entry has. */
  const lying = zipSync({ 'xl/workbook.xml': strToU8('x'.repeat(100_000)) });
  new DataView(lying.buffer).setUint32(lying.length - 22 - 46 - 15 + 24, 10, true);

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'file_not_xlsx'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'file_not_xlsx'],
    ['an old .xls file', ole, 'file_is_xls'],
    ['a file with a password', encrypted, 'file_encrypted'],
    ['half a file', honest.slice(0, honest.length / 2), 'xlsx_unreadable'],
    ['a zip archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'xlsx_unreadable'],
    ['a file of 20 MB', new Uint8Array(limits.fileBytes + 1), 'spreadsheet_too_large'],
    ['a zip bomb', workbook('', '', { 'xl/bomb.xml': new Uint8Array(limits.unpackedBytes) }), 'spreadsheet_too_large'],
    ['too many parts', workbook('', '', Object.fromEntries(Array.from({ length: 2_001 }, (_, part) => [`${part}.txt`, new Uint8Array()]))), 'spreadsheet_too_large'],
    ['an archive that lies about its sizes', lying, 'xlsx_unreadable'],
    ['cells in the last column of many rows', workbook(far), 'spreadsheet_too_large'],
    ['a cell in the last row', workbook('<row r="1048576"><c r="D1048576"><v>1</v></c></row>'), 'spreadsheet_too_large'],
    ['a column that does not exist', workbook('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'), 'spreadsheet_too_large'],
    ['30 million characters', workbook(sharing), 'spreadsheet_too_large'],
    ['XML that does not close', workbook('<row r="1"><c r="A1"'), 'xlsx_unreadable'],
    ['a tag without end', workbook(`<c ${' r="'.repeat(1_000_000)}`), 'xlsx_unreadable'],
    ['a text without end', workbook(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'&amp;'.repeat(1_000_000)}</t></is></c></row>`), 'xlsx_unreadable'],
    ['no cell', workbook(''), 'sheet_empty'],
  ])('that is %s is refused', async (_, bytes, code) => expect(codes(await readXlsx(bytes))).toEqual([code])); // prettier-ignore
});

describe('a table', () => {
  test.each(['limits.csv', 'limits.XLSX'])('goes into %s and back', async (name) => {
    const bytes = await tableToFile(name, table);
    expect(bytes.ok && (await tableFromFile(name, bytes.value))).toEqual({ ok: true, value: { table, notes: [] } });
  });

  test('is found in a file that somebody else made', async () => {
    const result = await tableFromFile(
      '/home/me/Refund rules.csv',
      new TextEncoder().encode('Amount;Result\n10-20;pay\n> 20;wait\n'),
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        table: { id: 'refund-rules', rows: [{ when: { amount: '[10..20]' } }, {}] },
        notes: [{ code: 'foreign_layout' }],
      },
    });
  });

  test.each(['a.ods', 'csv', 'a.xlsx.zip'])('does not go into %s', async (name) => {
    expect(codes(await tableToFile(name, table))).toEqual(['unknown_file_ending']);
    expect(codes(await tableFromFile(name, new Uint8Array()))).toEqual(['unknown_file_ending']);
  });

  test('with a text that Excel does not take goes into CSV alone', async () => {
    const long = { ...table, description: 'x'.repeat(limits.cellCharacters + 1) };
    expect(codes(await tableToFile('a.xlsx', long))).toEqual(['cell_too_long_for_excel']);
    expect((await tableToFile('a.csv', long)).ok).toBe(true);
  });
});
