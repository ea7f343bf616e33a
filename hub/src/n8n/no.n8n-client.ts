import { ProblemError } from '../http/problem.ts';
import type { N8nClient } from './n8n.client.ts';

function refuse(): Promise<never> {
  return Promise.reject(new ProblemError('n8n_not_configured'));
}

/** Where the hub knows no n8n: nobody is signed in there, and nothing can be published. */
export const noN8nClient: N8nClient = {
  signedIn: () => Promise.resolve(null),
  getWorkflow: refuse,
  workflowExists: refuse,
  createWorkflow: refuse,
  updateWorkflow: refuse,
  publish: refuse,
  publicationState: refuse,
  webhookBase: refuse,
};
