import { compileModel, type IdentityKind, type IdentityModel } from '../../../engine/index.ts';
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
  const { zones } = read.value;
  if (zones.ask > zones.same) {
    const message = 'certainty must not end below doubt: ask is higher than same';
    throw new ProblemError('invalid_identity_model', {
      issues: [{ code: 'zones_overlap', path: ['zones', 'ask'], message }],
    });
  }
  try {
    compileModel(read.value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ProblemError('invalid_identity_model', { detail: error.message });
  }
  return read.value;
}
