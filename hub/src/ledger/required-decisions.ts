import { Ajv } from 'ajv';
import type { Decision, Issue } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import { DecisionSchema } from './ledger.schema.ts';

const isDecision = new Ajv({ allErrors: false }).compile<Decision>(DecisionSchema);

/**
 * Holds decisions of tables that a decision used against the form of a decision, however deep they stand.
 * @throws ProblemError `invalid_request`, with the path
 */
export function checkRequired({ required = [] }: Decision, path: Issue['path']): void {
  for (const [index, decision] of required.entries()) {
    const at = [...path, 'required', index];
    if (!isDecision(decision)) throw refused(at);
    checkRequired(decision, at);
  }
}

function refused(at: Issue['path']): ProblemError {
  const [error] = isDecision.errors ?? [];
  const inside = (error?.instancePath ?? '').split('/').slice(1);
  const issue = { code: 'no_decision', path: [...at, ...inside], message: error?.message ?? 'is no decision' };
  return new ProblemError('invalid_request', { params: { in: 'body' }, issues: [issue] });
}
