import type { Issue, JsonObject } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';

/** Characters of a record's whole key. */
export const maxKeyLength = 200;

/** A request that is malformed; the wording goes with the code. */
export function refused(code: string, path: Issue['path']): ProblemError {
  return new ProblemError('invalid_request', {
    params: { in: 'body' },
    issues: [{ code, path, message: words[code] ?? code }],
  });
}

/** A request with something in it that is larger than `limit`. */
export function tooLarge(path: Issue['path'], limit: number): ProblemError {
  const params: JsonObject = { in: 'body', limit };
  return new ProblemError('record_too_large', {
    params,
    issues: [{ code: 'too_large', path, message: words.too_large }],
  });
}

const words: Record<string, string> & { too_large: string } = {
  unknown_source: 'names no member of sources',
  unknown_decision: 'names no member of decisions',
  unknown_moment: 'names no member of moments',
  unknown_shape: 'names no member of shapes',
  column_length: 'must have one member for each key',
  key_length: `must have 1 to ${maxKeyLength} characters, with its prefix`,
  values_not_of_shape: 'must hold one value for each name of its shape',
  repeated_name: 'must hold each name once',
  number_not_finite: 'must be a number that JSON can hold',
  lone_surrogate: 'holds half a character, which cannot be kept',
  too_large: 'is larger than the ledger keeps',
};
