import type { MappedKind } from './grid-mapping.ts';
import { isBlank, textOf, type CellValue } from './sheets.ts';

/** Words of headers, in several languages; a header with none of them is judged by where it stands. */
const words: [MappedKind, RegExp][] = [
  ['row-id', /^(?:id|nr|no|#|rule(?: (?:id|nr|no|number))?|row|regel(?:nr|nummer)?|zeile|lfd\.? ?nr)\.?$/i],
  ['reason', /\b(?:reason|why|rationale|justification|explanation|grund|begründung|motif|motivo)\b/i],
  ['source', /\b(?:source|legal basis|reference|quelle|rechtsgrundlage)\b/i],
  [
    'annotation',
    /\b(?:notes?|remarks?|comments?|annotations?|bemerkung(?:en)?|notiz(?:en)?|kommentare?|anmerkung(?:en)?)\b/i,
  ],
  [
    'result',
    /→|^(?:then|=>)|\b(?:results?|outcomes?|decisions?|outputs?|actions?|approvals?|approved|ergebnis(?:se)?|entscheidung(?:en)?|aktion(?:en)?|maßnahmen?|dann|résultat|resultado)\b/i,
  ],
  ['condition', /^(?:if|when|wenn)\b|\b(?:condition|criteri(?:on|a)|input|bedingung|kriterium)\b/i],
];

export interface GuessedKind {
  as: MappedKind;
  /** Neither header nor content said so. */
  assumed: boolean;
}

/** Judges what the columns of a foreign table are: by the words of their headers, by comparisons in their cells, by where they stand. */
export function guessKinds(
  columns: readonly { name: string; cells: readonly (CellValue | undefined)[] }[],
): GuessedKind[] {
  const said = columns.map(({ name, cells }) => {
    const kind = words.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
    if (kind === 'row-id' && !allDifferent(cells)) return null;
    return kind ?? (cells.some(isComparison) ? 'condition' : null);
  });
  const hasResult = said.includes('result');
  // Without a word for it the result is the last column that holds no words about the row.
  const last = said.findLastIndex((kind) => kind === null);
  const fallback = last === -1 ? said.lastIndexOf('condition') : last;
  return said.map((kind, index) => {
    if (!hasResult && index === fallback) return { as: 'result', assumed: true };
    return kind === null
      ? { as: 'condition', assumed: hasResult && index > said.indexOf('result') }
      : { as: kind, assumed: false };
  });
}

function allDifferent(cells: readonly (CellValue | undefined)[]): boolean {
  const texts = cells.filter((cell) => !isBlank(cell)).map((cell) => textOf(cell).trim());
  return new Set(texts).size === texts.length;
}

/** Only conditions compare, range over, or take anything. */
function isComparison(cell: CellValue | undefined): boolean {
  if (typeof cell !== 'string') return false;
  const text = cell.trim();
  return (
    /^(?:[<>≤≥≠]|!=|[[\]()].*\.\.)/.test(text) ||
    /^\d[\d.,]*\s*(?:-|–|—|to|bis)\s*\d[\d.,]*$/i.test(text) ||
    /^(?:\*|-|any|all|beliebig|egal|alle)$/i.test(text)
  );
}

/** `Amount (EUR)`, `Amount [EUR]`, `Betrag in €`: name and unit. @example splitUnit('Age (years)') // { name: 'Age', unit: 'years' } */
export function splitUnit(header: string): { name: string; unit?: string } {
  const match = /^(.{1,200}?)\s*(?:\(([^()]{1,20})\)|\[([^[\]]{1,20})\]|\s(?:in)\s+(\S{1,10}))$/.exec(header);
  const unit = match?.[2] ?? match?.[3] ?? match?.[4];
  return match?.[1] === undefined || unit === undefined
    ? { name: header }
    : { name: match[1].trim(), unit: unit.trim() };
}
