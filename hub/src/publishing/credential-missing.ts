import { ProblemError } from '../http/problem.ts';
import type { N8nRefusal } from '../n8n/n8n.client.ts';

const ours = /^ *- (Missing required credential|Credential not configured): stewardHubApi$/;

/**
 * n8n's refusal of a workflow whose steps record by a credential that it does not have, with what to do about it; null
 * when it refused for something else.
 * @source n8n 2.40.7, workflow-validation.service.js: a line `Node "…":` for each node, then its issues, each after a dash
 */
export function credentialMissing({ status, message }: N8nRefusal): ProblemError | null {
  const steps: string[] = [];
  const others: string[] = [];
  let step = '';
  for (const line of message.split('\n')) {
    const name = /^Node "(.*)":$/s.exec(line)?.[1];
    if (name !== undefined) step = name;
    else if (ours.test(line)) steps.push(`“${step}”`);
    else if (line.trimStart().startsWith('- ')) others.push(`“${step}”: ${line.trim().slice(2)}`);
  }
  if (steps.length === 0) return null;
  const advice = `n8n has no credential “Steward Hub API” of the name that stands in the settings of ${steps.join(', ')}, or more than one. Correct the name there, or make the credential in n8n (Credentials, Create, Steward Hub API).`;
  const detail = others.length === 0 ? advice : `${advice} n8n says of ${others.join('; ')}`;
  return new ProblemError('n8n_refused', { detail, params: { n8nStatus: status } });
}
