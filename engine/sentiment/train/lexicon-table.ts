import type { LexiconDocument } from '../model/lexicon-document.ts';
import type { WeightTable } from '../model/text-model.ts';
import { saltOf } from '../score/language-salt.ts';
import { lexiconKey, lexiconKind } from '../score/lexicon.ts';
import { readText } from '../text/read-text.ts';
import { base64urlOf } from './weigh-in-bytes.ts';

const columns = 4;

interface Row {
  key: number;
  kind: number;
  tenths: number;
}

/**
 * Writes lexicons as the table that `Lexicon` reads.
 * @throws where an entry is not one word, or stands twice in a language: somebody has to decide which valence holds
 */
export function lexiconTable(documents: readonly LexiconDocument[]): WeightTable {
  const rows = documents.flatMap(rowsOf);
  let size = 1024;
  while (size < rows.length * 1.4) size *= 2;
  const bytes = new Uint8Array(size * columns);
  for (const { key, kind, tenths } of rows) {
    let row = (key >>> 16) & (size - 1);
    while (bytes[row * columns + 2] !== 0) row = (row + 1) & (size - 1);
    bytes.set([key & 0xff, (key >>> 8) & 0xff, kind, tenths & 0xff], row * columns);
  }
  return { weights: base64urlOf(bytes), rows: size, columns, scales: [1, 1, 1, 0.1], settings: {} };
}

function rowsOf(document: LexiconDocument): Row[] {
  const salt = document.language === 'all' ? 0 : saltOf(document.language);
  const found = new Map<string, Row>();
  function add(words: string, kind: number, tenths: number): void {
    for (const written of words.split(' ')) {
      if (written === '') continue;
      const [token, more] = readText(written).tokens;
      if (token === undefined || more !== undefined)
        throw new Error(`${document.language}: “${written}” is not one word`);
      const known = found.get(token.text);
      // A negation may have a valence, too ("no"); nothing else may stand twice.
      if (known !== undefined && (known.tenths !== 0 || tenths === 0 || known.kind === lexiconKind.valence)) {
        throw new Error(`${document.language}: “${written}” stands twice`);
      }
      found.set(token.text, { key: lexiconKey(token.hash, salt), kind: known?.kind ?? kind, tenths });
    }
  }
  add(document.negations, lexiconKind.negation, 0);
  add(document.boosters, lexiconKind.booster, 0);
  add(document.dampers, lexiconKind.damper, 0);
  add(document.contrasts, lexiconKind.contrast, 0);
  for (const { valence, words } of document.valences) add(words, lexiconKind.valence, Math.round(valence * 10));
  return [...found.values()];
}
