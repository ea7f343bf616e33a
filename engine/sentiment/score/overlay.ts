import { errorIssue, type Issue, type Result } from '../../issue.ts';
import { isJsonObject } from '../../json.ts';
import { readTable, type ReadTable } from '../model/weight-table.ts';
import type { WeightTable } from '../model/text-model.ts';
import type { ReadText } from '../text/read-text.ts';
import type { SentimentSums } from './score-sentiment.ts';
import { groupScale, leastWords } from './group-scale.ts';
import { featureList, listWords } from './text-features.ts';

/** What a company's own labels change in a text model. It holds hashed words and numbers, no text. */
export interface TextOverlay {
  schemaVersion: 1;
  id: string;
  /** The model that it was made for. */
  base: { id: string; version: string };
  provenance: OverlayProvenance;
  /** In cross-validation over the labels: as the base model is, and with the overlay. */
  comparison: { folds: number; base: OverlayFigures; adapted: OverlayFigures };
  /** How much the base model's sums count. */
  trust: number;
  /** Added to the sums of negative and positive. */
  intercepts: readonly [number, number];
  /** By hashed word; columns negative and positive. */
  words: WeightTable;
}

export interface OverlayProvenance {
  /** Who labelled, as the caller says; absent where nobody was named. */
  labelledBy?: string;
  messages: number;
  byLabel: { negative: number; neutral: number; positive: number };
  /** Of the labelled messages, as JSON `[[text, label], …]` in their order. */
  sha256: string;
}

export interface OverlayFigures {
  macroF1: number;
  accuracy: number;
}

const read = new WeakMap<TextOverlay, ReadTable>();
const words = featureList();

/** What an overlay adds to the sums of a text. */
export function overlaySums(
  overlay: TextOverlay,
  sums: SentimentSums,
  text: ReadText,
): { negative: number; positive: number } {
  let table = read.get(overlay);
  if (table === undefined) {
    table = readTable(overlay.words);
    read.set(overlay, table);
  }
  listWords(text, 0, 32 - Math.log2(table.rows), words);
  let [down, up] = [0, 0];
  for (let at = 0; at < words.count; at++) {
    const offset = (words.rows[at] as number) * 2;
    down += table.bytes[offset] as number;
    up += table.bytes[offset + 1] as number;
  }
  const scale = groupScale(words.count, leastWords);
  const [scaleDown = 0, scaleUp = 0] = table.scales;
  return {
    negative: sums.negative * (overlay.trust - 1) + overlay.intercepts[0] + down * scaleDown * scale,
    positive: sums.positive * (overlay.trust - 1) + overlay.intercepts[1] + up * scaleUp * scale,
  };
}

/**
 * Reads an overlay, as `adaptTextModel` made it.
 * @param value anything, typically from `JSON.parse`
 * @returns the same object, typed; or one issue: `not_an_overlay` with what is wrong in `at`, or `newer_schema`
 * @example const overlay = parseOverlay(JSON.parse(text))
 */
export function parseOverlay(value: unknown): Result<TextOverlay> {
  const wrong = isJsonObject(value) ? wrongPart(value) : 'document';
  if (wrong !== null)
    return { ok: false, issues: [wrong === 'newer' ? newer(value) : errorIssue('not_an_overlay', [], { at: wrong })] };
  const overlay = value as unknown as TextOverlay;
  try {
    readTable(overlay.words);
  } catch {
    return { ok: false, issues: [errorIssue('not_an_overlay', [], { at: 'words' })] };
  }
  return { ok: true, value: overlay };
}

function newer(value: unknown): Issue {
  const found = (value as { schemaVersion: number }).schemaVersion;
  return errorIssue('newer_schema', ['schemaVersion'], { found, known: 1 });
}

/** The first member that is not what it should be. */
function wrongPart(value: Record<string, unknown>): string | null {
  const { schemaVersion, id, base, provenance, trust, intercepts, words: table, comparison } = value;
  if (typeof schemaVersion === 'number' && schemaVersion > 1) return 'newer';
  if (schemaVersion !== 1) return 'schemaVersion';
  if (typeof id !== 'string' || id === '') return 'id';
  if (!isJsonObject(base) || typeof base['id'] !== 'string' || typeof base['version'] !== 'string') return 'base';
  if (!isJsonObject(provenance) || typeof provenance['messages'] !== 'number') return 'provenance';
  if (!isJsonObject(comparison)) return 'comparison';
  if (typeof trust !== 'number' || !Number.isFinite(trust)) return 'trust';
  if (!isNumbers(intercepts, 2)) return 'intercepts';
  if (!isJsonObject(table) || typeof table['weights'] !== 'string' || !isNumbers(table['scales'], 2)) return 'words';
  const rows = table['rows'];
  return typeof rows === 'number' && allowedRows.includes(rows) && table['columns'] === 2 ? null : 'words';
}

/** Powers of two. */
const allowedRows = [1024, 2048, 4096, 8192, 16_384];

function isNumbers(value: unknown, count: number): boolean {
  return Array.isArray(value) && value.length === count && value.every((one) => Number.isFinite(one));
}
