import { inject } from 'vitest';
import { resumeSession, type N8nSession } from '../../../host/n8n-session.ts';

/** The owner's session in the n8n that this test run shares; costs no sign-in. */
export function sharedSession(): N8nSession {
  const { baseUrl, signedIn } = inject('n8n');
  return resumeSession(baseUrl, signedIn);
}
