import { inject } from 'vitest';
import { signIn, type N8nSession } from '../../../host/n8n-session.ts';

/** The owner's session in the n8n that this test run shares. */
export async function sharedSession(): Promise<N8nSession> {
  const { baseUrl, owner } = inject('n8n');
  const session = await signIn(baseUrl, owner);
  if (session === null) throw new Error('The shared n8n does not accept its owner.');
  return session;
}
