import { describeIssue, errorIssue, type Issue, type Journey, type Problem } from '../../../engine/index.ts';
import { parseJourney } from '../../../rules/index.ts';
import { ProblemError } from '../http/problem.ts';
import { maxIdLength } from './journeys.schema.ts';

/** The id stands in addresses: `.` and `..` would be folders there, half a surrogate pair cannot be written. */
function isAddressable(id: string): boolean {
  return id.length <= maxIdLength && !/^\.\.?$|\p{Surrogate}/u.test(id);
}

/**
 * Reads a journey document at the border. A draft may be incomplete in meaning; its form must be right, for everything
 * behind here relies on it.
 * @param id the id that the document must bear, from the address
 * @throws ProblemError `invalid_journey` with the issues
 */
export function readJourney(value: unknown, id?: string): Journey {
  const result = parseJourney(value);
  if (!result.ok) throw new ProblemError('invalid_journey', { issues: worded(result.issues) });
  if (!isAddressable(result.value.id)) {
    throw invalidId(
      'journey_id_unusable',
      `The id has more than ${maxIdLength} characters, or is one that no address can hold.`,
    );
  }
  if (id !== undefined && result.value.id !== id) {
    throw invalidId('journey_id_mismatch', 'The id in the document is not the one in the address.');
  }
  return result.value;
}

function invalidId(code: string, message: string): ProblemError {
  return new ProblemError('invalid_journey', {
    issues: [{ ...errorIssue(code, ['id']), message }].map(toProblemIssue),
  });
}

/** Issues of the engine as a problem carries them, in words. */
export function worded(issues: readonly Issue[]): NonNullable<Problem['issues']> {
  return issues.map((issue) => toProblemIssue({ ...issue, message: describeIssue(issue) }));
}

function toProblemIssue({ code, path, message }: Issue & { message: string }): NonNullable<Problem['issues']>[number] {
  return { code, path, message };
}
