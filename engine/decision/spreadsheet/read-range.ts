import { isOrderedType } from '../cell/ordinal.ts';
import type { Reading, Spelling } from './read-number.ts';
import { literalOf, readOperand, type ReadColumn } from './read-operand.ts';

/** The longest text in which a range is looked for: two values and a few words. */
const maxRange = 160;

/** Words before a value, longest first where one begins with another. */
const comparators: [string, readonly string[]][] = [
  ['!=', ['!=', '<>', '≠']],
  [
    '>=',
    [
      '>=',
      '=>',
      '≥',
      'at least',
      'not less than',
      'mindestens',
      'minimum',
      'min.',
      'min',
      'from',
      'since',
      'ab',
      'seit',
    ],
  ],
  [
    '<=',
    [
      '<=',
      '=<',
      '≤',
      'at most',
      'not more than',
      'up to',
      'until',
      'höchstens',
      'maximal',
      'maximum',
      'max.',
      'max',
      'bis zu',
      'bis',
    ],
  ],
  ['>', ['>', 'more than', 'greater than', 'over', 'above', 'after', 'mehr als', 'größer als', 'über', 'nach']],
  ['<', ['<', 'less than', 'smaller than', 'under', 'below', 'before', 'weniger als', 'kleiner als', 'unter', 'vor']],
  ['', ['==', '=', 'equals', 'gleich']],
];

const behind: [RegExp, string][] = [
  [/\s*(?:\+|(?:and|or|und|oder) (?:more|above|over|higher|later|older|mehr|darüber|höher|später|älter))$/i, '>='],
  [
    /\s*(?:and|or|und|oder) (?:less|below|under|lower|earlier|younger|weniger|darunter|niedriger|früher|jünger)$/i,
    '<=',
  ],
];

/**
 * Reads a comparison, a range or a value of an ordered type as people write them: `> 5`, `<=3`, `10-20`, `10 bis 20`,
 * `from 10 to 20`, `>= 10 and < 20`, `ab 18`, `10+`. Ends of a range written with words or a dash belong to it.
 * @returns the unary test, or null for what is none
 * @example readRange('10 bis 20', { type: 'number' }, {}) // { value: '[10..20]' }
 */
export function readRange(text: string, column: ReadColumn, spelling: Spelling): Reading<string> | null {
  const trimmed = text.trim();
  if (!isOrderedType(column.type) || trimmed.length > maxRange) return null;
  return (
    literal(trimmed, column, spelling) ??
    twoBounds(trimmed, column, spelling) ??
    comparison(trimmed, column, spelling) ??
    fromTo(trimmed, column, spelling)
  );
}

function literal(text: string, column: ReadColumn, spelling: Spelling): Reading<string> | null {
  const operand = readOperand(text, column, spelling);
  return operand === null ? null : { ...operand, value: literalOf(operand.value, column.type) };
}

function comparison(text: string, column: ReadColumn, spelling: Spelling): Reading<string> | null {
  for (const [pattern, operator] of behind) {
    const rest = text.replace(pattern, '');
    const operand = rest === text ? null : literal(rest, column, spelling);
    if (operand !== null) return { ...operand, value: `${operator} ${operand.value}` };
  }
  const found = leading(text);
  const operand = found === null ? null : literal(found.rest, column, spelling);
  if (found === null || operand === null) return null;
  return found.operator === '' ? operand : { ...operand, value: `${found.operator} ${operand.value}` };
}

/** The comparator that a text begins with. */
function leading(text: string): { operator: string; rest: string } | null {
  const lower = text.toLowerCase();
  for (const [operator, words] of comparators) {
    for (const word of words) {
      if (!lower.startsWith(word)) continue;
      const rest = text.slice(word.length);
      // A word needs a gap behind it: `bisher` is none.
      if (/\p{L}$/u.test(word) && !/^[\s\d]/.test(rest)) continue;
      return { operator, rest: rest.trim() };
    }
  }
  return null;
}

function twoBounds(text: string, column: ReadColumn, spelling: Spelling): Reading<string> | null {
  const parts = text.split(/\s+(?:and|und|&|&&)\s+|\s*&&?\s*/i);
  if (parts.length !== 2) return null;
  const bounds = parts.map((part) => leading(part.trim()));
  const [low, high] = bounds[0]?.operator.startsWith('<') ? [bounds[1], bounds[0]] : [bounds[0], bounds[1]];
  if (!low?.operator.startsWith('>') || !high?.operator.startsWith('<')) return null;
  return range(low.rest, high.rest, column, spelling, low.operator === '>=', high.operator === '<=');
}

const separators = /\s*(?:\.{2,3}|…|–|—|-|\bto\b|\bbis(?: zu)?\b|\buntil\b)\s*/giu;
const withAnd = /\s+(?:and|und)\s+/giu;

function fromTo(text: string, column: ReadColumn, spelling: Spelling): Reading<string> | null {
  const between = /^(?:between|zwischen)\s+(.+)$/is.exec(text);
  const body = between?.[1] ?? /^(?:from|von|vom)\s+(.+)$/is.exec(text)?.[1] ?? text;
  for (const match of body.matchAll(between === null ? separators : withAnd)) {
    if (match.index === 0) continue;
    const found = range(
      body.slice(0, match.index),
      body.slice(match.index + match[0].length),
      column,
      spelling,
      true,
      true,
    );
    if (found !== null) return found;
  }
  return null;
}

function range(
  lowText: string,
  highText: string,
  column: ReadColumn,
  spelling: Spelling,
  lowIncluded: boolean,
  highIncluded: boolean,
): Reading<string> | null {
  const low = literal(lowText, column, spelling);
  const high = literal(highText, column, spelling);
  if (low === null || high === null) return null;
  const doubt = low.doubt ?? high.doubt;
  const value = `${lowIncluded ? '[' : '('}${low.value}..${high.value}${highIncluded ? ']' : ')'}`;
  return doubt === undefined ? { value } : { value, doubt };
}
