import { n8nPages } from '../../app/location.ts';

/** The workflow in n8n's editor. */
export function n8nWorkflowHref(workflowId: string): string {
  return n8nPages.workflow(workflowId);
}

/** A step's own panel there. n8n looks at the first six characters of the node's id. */
export function n8nStepHref(workflowId: string, stepId: string): string {
  return `${n8nPages.workflow(workflowId)}/${encodeURIComponent(stepId)}`;
}
