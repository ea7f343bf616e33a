import type { N8nWorkflow } from '../../../engine/index.ts';

/** What a signed-in person's browser sends with each request, and what the hub forwards to act as that person. */
export interface N8nSession {
  /** n8n's own session cookie and nothing else, as a Cookie header. */
  cookie: string;
  browserId: string;
}

/** As whom the hub acts in n8n: a person who is signed in there, or null for the hub itself, where n8n does not know the person. */
export type N8nActor = N8nSession | null;

/** A person as n8n knows them. */
export interface N8nPerson {
  id: string;
  email: string;
  name: string;
  /** Such as `global:owner`. */
  role: string;
}

export interface SignedIn {
  person: N8nPerson;
  /** n8n renews its cookie shortly before it ends; these are to be passed on. */
  setCookies: string[];
}

/** A workflow as n8n holds it. */
export interface HeldWorkflow {
  id: string;
  /** Changes with every edit of nodes and connections. */
  versionId: string;
  archived: boolean;
  workflow: N8nWorkflow;
}

export interface TriggerFailure {
  nodeId: string;
  message: string;
}

export type PublicationState = { kind: 'pending' } | { kind: 'live' } | { kind: 'failed'; failures: TriggerFailure[] };

/** n8n, seen as one person or as the hub itself. Refusals are thrown as `N8nRefusal`, an n8n that does not answer as `N8nUnavailable`. */
export interface N8nClient {
  /** Null when n8n knows no such session. */
  signedIn(session: N8nSession): Promise<SignedIn | null>;
  /** Null when there is none that the person may see. */
  getWorkflow(actor: N8nActor, id: string): Promise<HeldWorkflow | null>;
  /** True also for a workflow that the person may not see. */
  workflowExists(actor: N8nActor, id: string): Promise<boolean>;
  createWorkflow(actor: N8nActor, workflow: N8nWorkflow): Promise<HeldWorkflow>;
  updateWorkflow(actor: N8nActor, id: string, workflow: N8nWorkflow): Promise<HeldWorkflow>;
  publish(actor: N8nActor, id: string, version: { versionId: string; name: string }): Promise<void>;
  publicationState(actor: N8nActor, id: string, versionId: string): Promise<PublicationState>;
  /** Where production webhooks answer, without a slash at the end: `https://n8n.example.com/webhook`. */
  webhookBase(actor: N8nActor): Promise<string>;
}

/** n8n answered, and the answer was no. */
export class N8nRefusal extends Error {
  readonly status: number;
  /** More about it, as n8n gives it; for a webhook conflict JSON text. */
  readonly hint: string | undefined;

  constructor(status: number, message: string, hint?: string) {
    super(message);
    this.status = status;
    this.hint = hint;
  }
}

/** n8n did not answer, or not in a form that the hub understands. */
export class N8nUnavailable extends Error {}
