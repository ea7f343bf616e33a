import type { Result } from '../../issue.ts';
import { cellProblem, mayBeReferred, replaceSpan } from './tokenize-cell.ts';
import type { CellContext } from './cell-context.ts';
import type { Span } from './unary-tests.ts';

type Failure = Extract<Result<never>, { ok: false }>;

/** More ids than this are not searched for a likeness. */
const maxCompared = 500;

/**
 * Says of bare words whether they were meant as the id of another input: one that cannot be referred to, or, in a column
 * that holds no texts, one that does not exist.
 * @param phrase where the words stand
 * @returns `unreferable_input`, or `unknown_reference` with the nearest id as suggestion; null when they are a text
 */
export function referenceSlip(text: string, phrase: Span, context: CellContext): Failure | null {
  const found = text.slice(phrase.start, phrase.end);
  if (context.inputs.has(found) && !mayBeReferred(found)) return cellProblem('unreferable_input', text, phrase);
  if (context.inputs.size === 0 || context.type === undefined || !mayBeReferred(found)) return null;
  if (context.type === 'string' || context.type === 'list') return null;
  const nearest = [...context.inputs].slice(0, maxCompared).find((id) => mayBeReferred(id) && isNear(found, id));
  const suggestion = nearest === undefined ? undefined : replaceSpan(text, phrase, nearest);
  const failure = cellProblem('unknown_reference', text, phrase, suggestion);
  for (const issue of failure.issues) issue.params['expected'] = context.type;
  return failure;
}

/** The same but for case and separators, or with one character more, less or other. */
function isNear(left: string, right: string): boolean {
  const [a, b] = [left, right].map((word) => word.toLowerCase().replace(/[_-]/g, '')) as [string, string];
  if (a === b) return true;
  if (a.length < 4 || Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
