import { columnsXml, rowsXml } from './worksheet-xml.ts';
import { cellAddress, columnLetters, type Sheet, type Sheets } from './sheets.ts';
import { toXml } from './xlsx-text.ts';
import { zip } from './zip-port.ts';

const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** More head rows than these would leave too little of a screen to scroll in. */
const mostFrozenRows = 20;

/**
 * Writes sheets as an .xlsx file: numbers, truth values and days as such, texts as texts (`>= 10` and `=1+1` are no
 * formulas), the head bold and in view, columns wide enough, values to choose from where a column has them.
 *
 * The same sheets give the same bytes. Texts are kept to the character, also those that XML has no place for.
 * @returns the bytes of the file
 * @example await writeXlsx(tableToSheets(table))
 * @source ECMA-376 part 1, 18 (SpreadsheetML)
 */
export function writeXlsx(sheets: Sheets): Promise<Uint8Array> {
  const names = sheetNames(sheets);
  const files = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', rels([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(names)],
    ['xl/_rels/workbook.xml.rels', workbookRels(sheets.length)],
    ['xl/styles.xml', styles],
    ...sheets.map((sheet, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet, index)]),
  ]);
  const encoder = new TextEncoder();
  return Promise.resolve(zip(new Map([...files].map(([name, xml]) => [name, encoder.encode(prolog + xml)])), 6));
}

/** Names that spreadsheets take: at most 31 characters, none of []:*?/\, no two alike. */
function sheetNames(sheets: Sheets): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, index) => {
    const plain = name
      .replace(/[[\]:*?/\\]|\p{Cc}|\p{Cs}/gu, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31);
    const unique = plain === '' || taken.has(plain.toLowerCase()) ? `Sheet ${index + 1}` : plain;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function contentTypes(count: number): string {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${types}.${type}+xml"/>`;
  return [
    `<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('/xl/workbook.xml', 'sheet.main'),
    part('/xl/styles.xml', 'styles'),
    ...indexes(count).map((index) => part(`/xl/worksheets/sheet${index}.xml`, 'worksheet')),
    '</Types>',
  ].join('');
}

function rels(targets: [string, string][]): string {
  const entries = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${entries.join('')}</Relationships>`;
}

function workbookRels(count: number): string {
  const sheets = indexes(count).map((index): [string, string] => ['worksheet', `worksheets/sheet${index}.xml`]);
  return rels([...sheets, ['styles', 'styles.xml']]);
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${toXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${relationships}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`;
}

function worksheet(sheet: Sheet, index: number): string {
  const { cells, headRows = 0 } = sheet;
  return [
    `<worksheet xmlns="${main}">`,
    `<sheetViews><sheetView${index === 0 ? ' tabSelected="1"' : ''} workbookViewId="0">${pane(headRows)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet),
    `<sheetData>${rowsXml(cells, headRows, new Set(sheet.textColumns))}</sheetData>`,
    validations(sheet),
    '</worksheet>',
  ].join('');
}

function pane(headRows: number): string {
  const rows = headRows <= mostFrozenRows ? headRows : 0;
  const split = rows === 0 ? 'xSplit="1"' : `xSplit="1" ySplit="${rows}"`;
  return `<pane ${split} topLeftCell="${cellAddress(rows, 1)}" activePane="${rows === 0 ? 'topRight' : 'bottomRight'}" state="frozen"/>`;
}

/** Lists to choose from; other values may still be typed, and the check of the table speaks about them. */
function validations({ cells, headRows = 0, choices = [] }: Sheet): string {
  const lists = choices.flatMap(({ column, values }) => {
    // A list in a formula has commas between its values, and at most 255 characters.
    const list = values.join(',');
    if (list.length > 250 || values.some((value) => /[,"\r\n]/.test(value) || value.trim() === '')) return [];
    const letters = columnLetters(column);
    const range = `${letters}${headRows + 1}:${letters}${cells.length + 1000}`;
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${range}"><formula1>"${toXml(list)}"</formula1></dataValidation>`,
    ];
  });
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

function indexes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Styles by number, as `worksheet-xml.ts` names them. */
const styles = [
  `<styleSheet xmlns="${main}">`,
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE3ECF7"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="6">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '</cellXfs>',
  '</styleSheet>',
].join('');
