import { maxCellLength } from '../cell/parse-unary-tests.ts';
import { qualifiedNameAt, type QualifiedName, type Scope } from './feel-names.ts';

const stringLiteral = /"(?:[^"\\]|\\.)*"?/suy;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const callOrValue = /(?:date and time|date|time|duration|not)(?=\s*\()|(?:true|false|null)(?![\p{L}\p{N}_])/uy;
const word = /[\p{L}_?][\p{L}\p{N}_?]*/uy;
const blanksBetweenWords = /"(?:[^"\\]|\\.)*"|(?<=[\p{L}\p{N}_])\s+(?=[\p{L}\p{N}_])/gsu;

/**
 * Writes a cell of DMN with the ids of our columns in place of DMN's names, which may hold blanks: `> Credit Limit`
 * becomes `> creditLimit`. Texts, numbers and the calls that make dates stay as they are.
 * @param columnOf the id of the column that holds the value of a name, or null when none can
 * @example respellCell('[Lower End..10]', scope, () => 'lowerEnd') // '[lowerEnd..10]'
 * @source DMN 1.5, 9.2 (S-FEEL: an endpoint is a literal or a qualified name)
 */
export function respellCell(cell: string, scope: Scope, columnOf: (name: QualifiedName) => string | null): string {
  if (cell.length > maxCellLength || !/[\p{L}_]/u.test(cell)) return cell;
  const text = cell.replace(blanksBetweenWords, (found) => (found.startsWith('"') ? found : ' '));
  let written = '';
  let at = 0;
  while (at < text.length) {
    const kept = [stringLiteral, number, callOrValue].map((pattern) => matchAt(pattern, text, at)).find(Boolean);
    const name = kept === undefined || kept === null ? qualifiedNameAt(text, at, scope) : null;
    const column = name === null ? null : columnOf(name);
    if (name !== null && column !== null) {
      written += column;
      at = name.end;
      continue;
    }
    const step = kept ?? matchAt(word, text, at) ?? (text[at] as string);
    written += step;
    at += step.length;
  }
  return written;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
