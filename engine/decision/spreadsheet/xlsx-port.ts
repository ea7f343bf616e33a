import readXlsxFile from 'read-excel-file/universal';

/** A cell as the library gives it: dates as moments in UTC. */
export type XlsxValue = string | number | boolean | Date | null;

/**
 * Reads the values of all sheets of a workbook.
 *
 * The archive has to hold its entries unpacked (`zip` at level 0): larger packed ones would be handed to a worker made of
 * a text, which the designer's content policy forbids, and of which the library would never hear again.
 * @param archive the bytes of an .xlsx file
 * @returns null for what is no workbook
 */
export async function readWorkbook(archive: Uint8Array): Promise<{ name: string; cells: XlsxValue[][] }[] | null> {
  const buffer = archive.buffer.slice(archive.byteOffset, archive.byteOffset + archive.byteLength) as ArrayBuffer;
  try {
    const sheets = await readXlsxFile(buffer, { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, cells: data as unknown as XlsxValue[][] }));
  } catch {
    return null;
  }
}
