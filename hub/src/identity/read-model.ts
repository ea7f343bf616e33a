import { checkIdentityModel, type IdentityKind, type IdentityModel } from '../../../engine/index.ts';
import { parseIdentityModel } from '../../../rules/index.ts';
import { ProblemError } from '../http/problem.ts';
import { worded } from '../journeys/journeys.document.ts';

/**
 * A model that somebody wants to recognize customers by.
 * @throws ProblemError `invalid_identity_model`
 */
export function readModel(document: unknown, kind?: IdentityKind): IdentityModel {
  const read = parseIdentityModel(document);
  if (!read.ok) throw new ProblemError('invalid_identity_model', { issues: worded(read.issues) });
  if (kind !== undefined && read.value.kind !== kind)
    throw new ProblemError('invalid_identity_model', {
      detail: `The model recognizes a ${read.value.kind}, and the policy is for a ${kind}.`,
    });
  const issues = checkIdentityModel(read.value);
  if (issues.length > 0) throw new ProblemError('invalid_identity_model', { issues: worded(issues) });
  return read.value;
}
