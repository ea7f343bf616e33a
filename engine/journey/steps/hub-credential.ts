import { isJsonObject, type JsonObject } from '../../json.ts';
import type { Step } from '../model.ts';
import type { N8nNode } from '../n8n-workflow.ts';

/** n8n's name of the credential of a hub. */
const credentialType = 'stewardHubApi';

/** The name that forms propose, and that counts for a step which was made before steps could record. */
export const defaultCredential = 'Steward Hub';

/**
 * The member `credentials` of a node. A journey knows a credential by its name alone: n8n puts in the id when the workflow is
 * created or saved, if it has exactly one of that name and type. An imported node that already holds the one of that name
 * keeps it with its id.
 *
 * @param name null: the node is to have none of a hub.
 * @returns nothing for a node that needs none and had none.
 * @source n8n 2.40.7, workflow-helpers.js: replaceInvalidCredentials
 */
export function compileCredential(step: Step, name: string | null): JsonObject {
  const held = step.source?.['credentials'];
  const known = isJsonObject(held) ? held[credentialType] : undefined;
  const others = Object.fromEntries(
    Object.entries(isJsonObject(held) ? held : {}).filter(([type]) => type !== credentialType),
  );
  if (name === null || name === '') return held === undefined ? {} : { credentials: others };
  const credential = isJsonObject(known) && known['name'] === name ? known : { id: null, name };
  return { credentials: { ...others, [credentialType]: credential } };
}

/**
 * The name of the node's credential of a hub; null when it is none that can be named.
 * @param without the name where the node has no such credential.
 */
export function recognizeCredential(node: N8nNode, without: string): string | null {
  const { credentials } = node;
  if (credentials === undefined) return without;
  if (!isJsonObject(credentials)) return null;
  const credential = credentials[credentialType];
  if (credential === undefined) return without;
  // Old workflows hold the name alone.
  const name = isJsonObject(credential) ? credential['name'] : credential;
  return typeof name === 'string' ? name : null;
}
