/** A receipt has some kilobytes; one of a very large decision still stays far below this. */
const maxBytes = 8 * 1024 * 1024;

export type ReadFile = { ok: true; text: string } | { ok: false; words: string };

/** Reads a file that somebody dropped or chose, as text. It goes nowhere. */
export async function readReceiptFile(file: Blob): Promise<ReadFile> {
  if (file.size === 0) return { ok: false, words: 'The file is empty.' };
  if (file.size > maxBytes)
    return { ok: false, words: 'The file is far too large for a receipt, which has some kilobytes.' };
  try {
    return { ok: true, text: await file.text() };
  } catch {
    return { ok: false, words: 'The browser could not read the file. It may have been moved or be open elsewhere.' };
  }
}
