import { ProblemError } from './problem.ts';

/**
 * The revision that a caller says it changed.
 * @throws ProblemError `revision_required` without the header, `invalid_if_match` when it does not name one revision
 */
export function readIfMatch(header: string | undefined): number {
  if (header === undefined) throw new ProblemError('revision_required');
  // A proxy that compresses may have made our tag weak; the revision in it is as good.
  const match = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim());
  if (!match) throw new ProblemError('invalid_if_match');
  return Number(match[1]);
}

export function revisionTag(revision: number): string {
  return `"${revision}"`;
}
