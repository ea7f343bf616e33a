import { readSegments, splitPath } from '../../decision/facts/read-path.ts';
import { errorIssue, type Result } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';

/** Characters of a subject. @source the hub's schema */
const maxSubjectLength = 500;

/** Finds whom a decision about an item is about. */
export type SubjectReader = (item: JsonObject) => Result<string | null>;

/**
 * Prepares reading whom decisions are about, once for many items.
 * @param field path in the item, `body.customer.id`; empty: the decisions are about nobody whom the item names
 * @returns the reader, or `invalid_field_path`. The reader gives the text at the path, a number as text, null when the path
 *   is empty; or `subject_missing` when nothing stands there, `subject_not_named` for anything else, since a decision that is
 *   about somebody could then neither be found nor erased under their name
 * @example subjectReader('customer.id').value({ customer: { id: 7 } }) // { ok: true, value: '7' }
 */
export function subjectReader(field: string): Result<SubjectReader> {
  const segments = splitPath(field.trim());
  if (segments === null) return { ok: false, issues: [errorIssue('invalid_field_path', ['subjectField'], { field })] };
  if (segments.length === 0) return { ok: true, value: () => nobody };
  const refused = (code: string): Result<never> => ({
    ok: false,
    issues: [errorIssue(code, segments, { field, limit: maxSubjectLength })],
  });
  return {
    ok: true,
    value: (item) => {
      const value = readSegments(item, segments) ?? '';
      if (value === '') return refused('subject_missing');
      if (typeof value === 'string')
        return value.length <= maxSubjectLength ? { ok: true, value } : refused('subject_too_long');
      return typeof value === 'number' ? { ok: true, value: String(value) } : refused('subject_not_named');
    },
  };
}

const nobody: Result<null> = { ok: true, value: null };
