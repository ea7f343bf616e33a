import { describe, expect, it } from 'vitest';
import { N8nRefusal } from '../../../hub/src/n8n/n8n.client.ts';
import { credentialMissing } from '../../../hub/src/publishing/credential-missing.ts';

/** As n8n 2.40.7 says it. */
const refusal = (issues: Record<string, string[]>) =>
  new N8nRefusal(
    400,
    `Cannot publish workflow: 2 nodes have configuration issues:\n\n${Object.entries(issues)
      .map(([node, list]) => `Node "${node}":\n${list.map((issue) => `  - ${issue}`).join('\n')}`)
      .join('\n\n')}`,
  );

describe('n8n refuses a step without a credential of the hub', () => {
  it('and is told with the steps and what to do', () => {
    const problem = credentialMissing(
      refusal({
        Approval: ['Missing required credential: stewardHubApi'],
        Limits: ['Credential not configured: stewardHubApi'],
      }),
    );
    expect(problem?.code).toBe('n8n_refused');
    expect(problem?.message).toContain('settings of “Approval”, “Limits”, or more than one. Correct the name');
    expect(problem?.message).not.toContain('n8n says');
  });

  it('and for something else, which is told, too', () => {
    const problem = credentialMissing(
      refusal({
        Approval: ['Missing required credential: stewardHubApi'],
        Mail: ['Missing required credential: smtp'],
      }),
    );
    expect(problem?.message).toContain('settings of “Approval”, or');
    expect(problem?.message).toContain('n8n says of “Mail”: Missing required credential: smtp');
  });

  it('or refuses for something else alone', () => {
    expect(credentialMissing(refusal({ Mail: ['Missing required credential: smtp'] }))).toBeNull();
    expect(credentialMissing(new N8nRefusal(400, 'No trigger'))).toBeNull();
  });
});
